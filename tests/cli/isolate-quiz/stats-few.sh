# Why there is no omega: of one person, of too few, of people who gave the same
# answer; and no standard error where alpha is below nought.
stats() {
	{
		echo k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
		printf '%s\n' "$@"
	} | isolate-quiz stats -i k6 | grep -E ',,,(n|sd|sem|alpha_raw|omega1_ml_std),'
}
stats 1,2,1,0,2,1
stats 1,2,1,0,2,1 3,3,2,1,2,4
stats 1,2,1,0,2,1 1,3,2,1,2,4 1,3,3,3,0,1
stats 1,4,1,3,2,1 4,0,3,1,0,4 2,3,0,4,4,0
