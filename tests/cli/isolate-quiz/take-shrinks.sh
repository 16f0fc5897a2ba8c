# The window becomes narrower, and wider again: nothing of the old lines stays.
. "$TOP"/tests/terminal.sh
terminal 76 30 C.UTF-8
key 'clear; isolate-quiz take k6' Enter
see '0/6'
key 1
see '1/6'
tmux -L "test$$" resize-window -x 40 -y 30
see 'Kessler K6… '
screen narrow
tmux -L "test$$" resize-window -x 76 -y 30
see '? help   q save'
screen wide
key q
see 'goes on'
