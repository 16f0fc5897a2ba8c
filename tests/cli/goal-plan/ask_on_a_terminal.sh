# What the options leave out is asked for, one question after the other; an
# answer that is none is asked for again, Enter leaves it out.
. "$TOP"/tests/terminal.sh
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
terminal 72 30 C.UTF-8
key 'clear; goal-plan predict nxs.4 --now 2026-11-23; echo rc $?' Enter
see 'What do you fear'
key 'They will sigh.' Enter
see 'How likely'
key 'very' Enter
see 'not a whole number'
key '101' Enter
see 'too large'
key ' 80 ' Enter
see 'How much distress'
key Enter
see 'rc 0'
screen predicted | sed '/^\$$/d'
key 'clear; goal-plan done nxs.4 --now 2026-11-23; echo rc $?' Enter
see 'What happened?'
key 'Nobody sighed.' Enter
see 'Did what you feared'
key 'perhaps' Enter
see 'one of these'
key 'N' Enter
see 'How likely'
key 40 Enter
see 'at its peak'
key 35 Enter
see 'with whom'
key 'the choir' Enter
see 'rc 0'
screen done | sed '/^\$$/d'
key 'clear; goal-plan predict nxs.4 --now 2026-11-23; echo rc $?' Enter
see 'What do you fear'
key 'A sigh.' Enter
see 'How likely'
key C-d
see 'rc 0'
screen ended | sed '/^\$$/d'
key 'clear; goal-plan done nxs.44; echo rc $?' Enter
see 'rc 1'
screen unknown | sed '/^\$$/d'
tail -n 2 data/reconnect/journal.csv | cut -d, -f4-
