# What there is nothing to learn from, and what the command line lacks.
cp "$TOP/tests/docs/files/sorted.csv" sorted
try() {
	attrib-score train -q "$@" >out
	echo "exit $?, $(wc -c <out) bytes" >&2
}
try sorted
try --label kind sorted
try --label sort --column words sorted
printf 'text,sort\na b c,x\na b d,x\n' | try --label sort
printf 'text,sort\na b c,x\na b d,y\n' | try --label sort
printf 'text,sort\na b c,x;y\na b d,y\n' | try --label sort --folds 2
try --label sort --weights glad=two sorted
try --label sort --weights grim=2 sorted
try --label sort --cost 0 sorted
attrib-score --label sort sorted
