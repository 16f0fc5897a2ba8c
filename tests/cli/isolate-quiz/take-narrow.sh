# A narrow terminal stacks the options; a number of two digits ends with Enter,
# and can be changed; a branch opens with its answer.
. "$TOP"/tests/terminal.sh
terminal 44 40 C.UTF-8
key 'clear; isolate-quiz take ons4' Enter
see '0/4'
key 1 0
see '> 10'
screen typed
key Enter
see '1/4'
key b
see '[10]'
key 7 Enter
see '     7'
key 1 1 Enter
see 'Please choose'
screen refused
key q
see 'goes on'
key 'clear; isolate-quiz take project-attribution' Enter
see '0/16'
key 1 2 3 4 5 6 7 1 2 3 4 5 6
see '13/16'
key 1
see '14/18'
screen branch
key q
see 'goes on'
printf '%s\n' 'id: below' 'title: Below' 'range: -3..3' '' item,text a,A > below.txt
key 'clear; isolate-quiz take ./below.txt' Enter
see '-3 to 3 answer, then Enter'
key q
see 'nothing was written'
key 'clear; isolate-quiz take ons4' Enter
see 'q leaves'
screen left before
