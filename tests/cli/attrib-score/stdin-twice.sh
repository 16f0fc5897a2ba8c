# Who reads standard input second would find nothing.
printf 'valence,internality,stability,globality\nnegative,1,2,3\n' >rated
echo 'I failed because I am lazy.' >said
try() {
	attrib-score "$@" <said 2>&1 >/dev/null | head -n 1
}
try --ratings --beside -
try --ratings --beside - -
try --model -
try --model - -
try - said -
try eval --label g --model -
try train --label g - -
attrib-score --ratings --beside - rated <said | wc -l
attrib-score - said <said | wc -l
