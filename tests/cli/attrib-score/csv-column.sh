printf 'respondent,time,note\n7,2026-01-02,"gnarf, gnarf ""gnarf"""\n8,2026-01-03,gnarf,extra\n9,,gnarf gnarf gnarf\n' |
	attrib-score -c note
