# Where results are long, what was said of help first is said again last.
. "$TOP"/tests/terminal.sh
terminal 60 24 C.UTF-8
key 'clear; isolate-quiz take k6' Enter
see '0/6'
key 3 2 2 2 2 2
see 'no diagnosis'
see 'at any hour'
screen end | tail -n 4
