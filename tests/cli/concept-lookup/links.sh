# Related concepts are links to manual pages on a terminal that knows links, and
# nowhere else: not on others, not without colour, not in a pipe, not for a
# glossary of one's own, which has no pages.
count() { # NAME=VALUE ... -- COMMAND
	script -qec "env PAGER=cat $1" /dev/null </dev/null | tr -d '\r' |
		grep -c ']8;;man:.*(7reconnect)' || :
}
count 'TERM=xterm-256color concept-lookup --full masking >shown; cat shown'
[ "$(count 'TERM=xterm-256color concept-lookup --full masking')" -ge 4 ] &&
	echo 'links on an xterm'
count 'TERM=linux concept-lookup --full masking'
count 'TERM=xterm NO_COLOR=1 concept-lookup --full masking'
count 'TERM=xterm concept-lookup --full --glossary "$TOP"/templates/quiet-kitchen.txt kitchen'
script -qec 'env PAGER=cat TERM=xterm concept-lookup --full masking' /dev/null \
	</dev/null | grep -o ']8;;man:safety[^:]*: [A-Z]' | tr '\033' '^'
