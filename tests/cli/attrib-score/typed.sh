# Who names no file at a terminal is told that it is read, and how that ends.
. "$TOP"/tests/terminal.sh
terminal 80 20 C.UTF-8
key 'clear; attrib-score > out; echo rc $?' Enter
see 'Ctrl-D'
key 'I am dull.' Enter C-d
see 'rc 0'
screen typed | sed '/^\$$/d'
cut -d , -f 4,10 out
key 'clear; attrib-score -q > out; echo done $?' Enter C-d
see 'done 0'
screen quiet | sed '/^\$$/d'
