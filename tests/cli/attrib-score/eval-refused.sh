# A row that is refused leaves no label and no group behind, whatever is wrong.
printf '%s\n' g,p,q a,a,.5 zzz,yyy,7 b,b,.5 xxx,a\;b,.5 |
	attrib-score eval --label g --predicted p --probability q >out
grep -E '^(rows|confusion)' out
printf '%s\n' g,p,q a,a,.5 b,b,.5 |
	attrib-score eval --label g --predicted p --probability q 2>&1 | cmp - out
