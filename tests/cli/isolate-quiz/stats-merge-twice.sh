# The same file twice would count its people twice.
echo k6_1,k6_2,k6_3,k6_4,k6_5,k6_6 | isolate-quiz stats --partial -i k6 > a.sums
isolate-quiz stats --merge a.sums a.sums
echo "rc $?"
isolate-quiz stats --merge - - < a.sums
