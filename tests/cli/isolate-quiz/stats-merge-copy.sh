# A copy under another name is told of: parts of few people may be alike, so that
# it is added up.  Parts of nobody are, and are no matter.
head=k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
part() {
	{ echo $head; cat; } | isolate-quiz stats -i k6 --partial
}
add() {
	isolate-quiz stats --merge --partial "$@" | grep -c .
}
printf '1,2,1,0,2,1\n0,0,0,0,1,0\n' | part >a.part
printf '1,2,1,0,2,1\n0,0,1,0,0,0\n' | part >b.part
part </dev/null >none.part
cp a.part copy.part
cp none.part nobody.part
add copy.part none.part b.part nobody.part a.part
add -i k6 - a.part <copy.part
add -q copy.part a.part
add b.part a.part
