# n starts a sitting anew.  --respondent keeps people apart.
. "$TOP"/tests/terminal.sh
terminal 80 50
key 'clear; isolate-quiz take k6' Enter
see '0/6'
key 1 2
see '2/6'
key q
see 'goes on from here'
key 'clear; isolate-quiz take --respondent b k6' Enter
see '0/6'
key q
see 'nothing was written'
key 'clear; isolate-quiz take k6' Enter
see '2 of 6'
key n
see '0/6'
key 4
see '1/6'
key q
see 'stopped after 1 of 6'
screen end
