# shellcheck shell=sh
# The longest statements, whatever is said of them, and the longest cell take
# less than 16 MiB; what a small model reads of them takes 8 MiB more.
# Skipped without time(1), and under sanitizers, which take memory of their own.
case $(command -v attrib-score) in */san/*) skip=yes ;; *) skip= ;; esac
if [ ! -x /usr/bin/time ] || [ -n "$skip" ]; then
	cat "$TOP/tests/long/attrib-score/bounds.out"
	exit 0
fi

# within KIB ARGUMENT ...
within() {
	most=$1
	shift
	/usr/bin/time -f %M -o kib attrib-score -q "$@" >said
	[ "$(tail -n 1 kib)" -le "$most" ] || echo "$*: $(tail -n 1 kib) KiB"
}

# of BYTES: of few words and of many, full of cues, of one word.
of() {
	yes "I am sad because they never like me." | tr '\n' ' ' | head -c "$1"
	echo
	yes "I I'm boring never." | tr '\n' ' ' | head -c "$1"
	echo
	yes a | tr '\n' ' ' | head -c "$1"
	echo
	seq 100000 | sed 's/./&a/g' | tr '\n' ' ' | head -c "$1"
	echo
	yes '' | tr '\n' x | head -c "$1"
	echo
}
of 65536 >statements
of 262144 >texts
for how in '' --evidence --explain '--summary all'; do
	# shellcheck disable=SC2086
	within 16384 $how statements
done
within 16384 --sentences texts 2>refused
{
	printf 'respondent,text\n1,"'
	yes 'They left. ' | tr '\n' ' ' | head -c 8388600
	printf '"\n'
} >cell.csv
within 16384 --sentences -c text cell.csv 2>>refused
grep -c 'more than' refused
attrib-score train -q --label sort "$TOP/tests/docs/files/sorted.csv" >model
within 24576 --model model statements
