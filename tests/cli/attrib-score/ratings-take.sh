# The answers of a sitting go straight into the layout of its instrument, whether
# all its questions were asked or not, and with other instruments beside it.
answer() { printf '%s\n' 7 1 6 6 2 5 3 2 6 4 4 4 4 "$@"; }
take() { isolate-quiz take --plain -q --now 2026-03-01T10:00:00Z "$@"; }
score() { attrib-score --ratings --layout project-attribution | cut -d , -f 1,4-6,8,14; }
answer 1 4 4 4 4 | take --respondent 7 project-attribution >answers
score <answers
answer 0 4 4 | take project-attribution | score | sed -n 2p
{ answer 0 4 4; yes 1 | head -n 34; } |
	take --respondent 8 project-attribution project-patterns | score | sed -n 2p
# The composite adds the means of the instrument's own scales, so that both
# turn round the same items: 7, 7 and 6 of 3, 6 and 6 of 2, 5 and 5 of 2.
isolate-quiz score answers | cut -d , -f 4,8 |
	grep -E '^(locus|stability|globality|personal-control),'
# A sitting that ends early hands on nothing, and says so.
answer | take project-attribution | score
