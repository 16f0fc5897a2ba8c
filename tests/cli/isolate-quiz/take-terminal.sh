# A sitting in a real terminal: answer, go back, change, a wrong key, skip, quit.
# What stays on the screen, and the terminal as it was before.
. "$TOP"/tests/terminal.sh
terminal 72 40
key 'clear; isolate-quiz take gss-loneliness > out.csv; echo rc $?' Enter
see '0/4'
screen begin
key 3
see '1/4'
screen answered
key b
see '[3]'
key 2
see '2 Hardly ever'
key x
see 'Please choose'
screen changed
key 1 s 3
see 'rc 0'
screen result
sed 's/T[0-9:.+-]*Z/T/' out.csv | cut -d , -f 3-
key 'clear; isolate-quiz take k6; echo rc $?; stty | grep -c icanon; echo finished.' Enter
see '0/6'
key 4
see '1/6'
key q
see finished.
screen quit
