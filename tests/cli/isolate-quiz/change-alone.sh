# One person has no spread; another's is given: 1.656 * sqrt(2 * .19), or for
# Maassen, whose second deviation nobody can give, it is said.
cat > alone.csv << END
direct,companionship,left-out,isolated
1,3,3,3
1,1,1,1
END
change() {
	isolate-quiz change --reliability .81 -i gss-loneliness --scale ucla3 \
	    --respondent me "$@" alone.csv
}
change
change --sd 1.656
change --sd 1.656 --method maassen
