# An adaptive sitting in a real terminal: answer, go back and change, skip, help,
# quit, resume after Ctrl-C, finish, profile; then the history, also with an
# ordinary sitting before it.
. "$TOP"/tests/terminal.sh
terminal 76 60
key 'clear; isolate-quiz take --adaptive --now 2026-03-01 ipip-spi-extraversion' Enter
see 'to go'
screen begin
key 2
see 'So far: '
screen answered
key b
see '[2]'
key 3
see '3 Slightly inaccurate'
key '?'
see 'tells most after'
key s
see 'skipped'
key 4
see '4. '
key q
see 'goes on from here'
key 'clear; isolate-quiz take --adaptive ipip-spi-extraversion' Enter
see '3 questions were answered before'
key Enter
see '  4. '
key 3
see '  5. '
key C-c
see 'stopped after 4 answers'
key 'clear; isolate-quiz take --adaptive ipip-spi-extraversion; echo r\c $?' Enter
see '4 questions were answered before'
key Enter
see '  5. '
screen resumed
key 4
see '  6. '
key 4
see '  7. '
key 4
see 'rc 0'
screen result
find "$XDG_DATA_HOME" "$XDG_STATE_HOME" -type f -printf '%f %m\n' | sort
cut -d , -f 2,7- "$XDG_DATA_HOME/reconnect/history/ipip-spi-extraversion.csv"

# Ordinary, then adaptive again: each is told from the one it can be compared
# with, and the history is in one metric.
key 'clear; isolate-quiz take -q --now 2026-04-01 ipip-spi-extraversion; echo r\c $?' Enter
see '0/13'
key 2 5 5 2 5 5 5 2 2 5 2 2
see '12/13'
key 2
see 'rc 0'
key 'clear; isolate-quiz take --adaptive --most 4 --now 2026-05-01 ipip-spi-extraversion; echo r\c $?' Enter
see 'to go'
key 5
see '  2. '
key 2
see '  3. '
key 2
see '  4. '
key 5
see 'rc 0'
screen again
key 'clear; isolate-quiz history; echo fin\ished.' Enter
see finished.
screen history
isolate-quiz history --svg history.svg ipip-spi-extraversion
grep -c '<circle' history.svg
