# In a small window the question is always seen: what there is to read first waits
# for Enter, and what has no room above or below the question gives way to it.
. "$TOP"/tests/terminal.sh
terminal 40 10 C.UTF-8
key 'clear; isolate-quiz take project-attribution' Enter
see 'Enter goes on'
screen read
key 1 Enter
see '0/16'
key 3
see '1/16'
screen question
key '?'
see 'Choose what fits'
screen help
key x
see 'Please choose'
screen refused
key q
see 'goes on'
run 0 true
key 'clear; isolate-quiz take k6' Enter
see 'Enter goes on'
key q
see 'stopped after 0'
tmux -L "test$$" resize-window -x 24 -y 7
run 0 true
key 'clear; isolate-quiz take k6' Enter
see 'Enter goes on'
key Enter
see 'nervous?'
screen smallest
key q
see stopped
