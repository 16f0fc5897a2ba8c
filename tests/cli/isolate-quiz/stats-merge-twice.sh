# The same file twice would count its people twice, by whatever names.
echo k6_1,k6_2,k6_3,k6_4,k6_5,k6_6 | isolate-quiz stats --partial -i k6 > a.sums
isolate-quiz stats --merge a.sums a.sums
echo "rc $?"
isolate-quiz stats --merge - - < a.sums
echo "rc $?"
cp a.sums b.sums # of nobody, as other parts may be
ln -s a.sums c.sums
ln b.sums d.sums
for other in c.sums ./a.sums d.sums; do
	isolate-quiz stats --merge a.sums b.sums "$other"
	echo "rc $?"
done
