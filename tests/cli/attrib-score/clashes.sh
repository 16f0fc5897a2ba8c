# An option without an effect is refused, not left out in silence.
printf 'valence,internality,stability,globality\nnegative,1,2,3\n' >rated
echo 'I failed because I am lazy.' >said
printf 'g,p,text\na,a,one\nb,b,two\n' >rows
try() {
	attrib-score "$@" 2>&1 >/dev/null | head -n 1
}
for option in --check --evidence --explain '--summary all' '--model none' \
	'--lexicon ./none.txt' '-c none' --sentences --assume-cause \
	'--lexicon none.dic'; do
	echo "$option"
	# shellcheck disable=SC2086
	try --ratings $option rated
done
try --ratings --beside said --model none rated
try --ratings --beside said --check rated
try --evidence --summary all said
try --explain --evidence said
try train --label g --lexicon none.dic rows
try eval --label g --predicted p --lexicon none.dic rows
try eval --label g --predicted p --lexicon ./none.txt rows
try eval --label g --predicted p -c text rows
try eval --label g --predicted p --model none rows
attrib-score --evidence --evidence said | wc -l
attrib-score --ratings --beside said --assume-cause --sentences rated | wc -l
