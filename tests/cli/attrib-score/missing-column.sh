printf 'respondent,time,note\n' | attrib-score --column text
