# A form to print: options before the items that share them, boxes, branches.
isolate-quiz show --paper k6
isolate-quiz show --paper project-attribution | sed -n '/^ 13/,/^ 16/p'
# Many boxes go on in the next line; each condition in words.
{
	printf 'id: own\ntitle: Own\noptions: '
	seq -f '%g=times' -s '; ' 10 30
	printf '\n\n'
	printf '%s\n' 'item,text,ask-if' a,A, 'b,B,a = 10; a != 11' \
		'c,C,a < 20; a <= 20' 'd,D,a > 12; a >= 12'
} > own.txt
isolate-quiz show --paper ./own.txt | sed -n '/^  1/,$p'
# The text of a key is not there to be printed.
isolate-quiz show --paper who-5
