# Help lines are wrapped for the terminal, and no number is broken; in a pipe a
# line is a line.
. "$TOP/tests/terminal.sh"
terminal 80 200 de_DE.UTF-8
for width in 80 40 20; do
	run 0 "COLUMNS=$width concept-lookup help"
	screen $width >shown
	sed -n '1p;/ DE/,/ US/p' shown
	grep -cE '0800 1110111|808 24 24 24' shown
done
run 0 'COLUMNS=40 concept-lookup kill myself --list -q'
screen offered
LC_ALL=de_DE.UTF-8 concept-lookup help | head -n 3
