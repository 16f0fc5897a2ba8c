# Partials hold sums and no answers: what is said of answers would be passed over.
printf 'k6_1,k6_2,k6_3,k6_4,k6_5,k6_6\n1,2,1,0,2,1\n' |
	isolate-quiz stats -i k6 --partial >k6.part
for option in --part=1/2 --lenient --na=NA; do
	isolate-quiz stats --merge $option k6.part
	echo "$option: $?"
done
