# In a diary help comes before anything that was written earlier, also on a
# terminal, and within no line; what is typed is answered as it comes.
. "$TOP"/tests/terminal.sh
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	for j in 1 2 3 4 5 6 7 8 9 10 11 12; do
		echo "I am boring because I am dull, $i and $j times."
	done
done > diary.txt
echo 'I want to die.' >> diary.txt
for how in --explain --evidence --sentences; do
	attrib-score $how diary.txt 2>&1 | sed -n 1p
	attrib-score $how < diary.txt 2>&1 | sed -n 1p
done
terminal 80 30 C.UTF-8
key 'clear; script -qc "attrib-score --explain diary.txt" all > /dev/null; echo rc $?' Enter
see 'rc 0'
grep -o -e 'carry this alone. These' -e '^1: ' all
key 'clear; attrib-score --explain' Enter
see 'Ctrl-D'
key 'I am dull.' Enter
see 'They sound like'
screen typed | sed -n 2,5p
