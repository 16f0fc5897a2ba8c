# Ctrl-C and a signal from outside: the terminal is as it was, and the exit
# says which signal it was.
. "$TOP"/tests/terminal.sh
terminal 80 40
key 'stty -g > before; isolate-quiz take k6' Enter
see '0/6'
key C-c
see 'nothing was written'
see '$' 2
key 'echo rc $?; stty -g | cmp - before && echo sa\me' Enter
see same
screen interrupted
key 'clear; sh -c "echo \$\$ > pid; exec isolate-quiz take k6"' Enter
see '0/6'
kill -TERM "$(cat pid)"
see Terminated
see '$'
key 'echo rc $?; stty -g | cmp - before && echo sa\me' Enter
see same
screen terminated
