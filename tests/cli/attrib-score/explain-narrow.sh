# On a terminal no word is cut where a line ends, and the cues stay marked; in a
# pipe a statement is one line.
. "$TOP"/tests/terminal.sh
cat >diary <<'D'
Nobody calls me any more, they all moved on because I'm boring, and so I stay at home.
"I want to kill myself tonight", and wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww.
D
terminal 40 64 C.UTF-8
run 0 'attrib-score --explain diary 2>help | head -n 1'
screen in a pipe
run 0 'attrib-score --explain diary 2>help'
screen on a terminal
tmux -L "test$$" capture-pane -e -p | grep -c '[[]1mNobody'
