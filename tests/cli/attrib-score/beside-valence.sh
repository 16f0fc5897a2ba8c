# Bad events are rated: what is said of good ones is another matter (people may
# take the blame and not the credit), and stays out of the comparison; what says
# of neither counts.
printf '%s\n' respondent,valence,internality,stability,globality,control \
	7,negative,2,3,3,6 8,positive,2,3,3,6 9,negative,2,3,3,6 \
	9,positive,2,3,3,6 >rated
for who in 7 8 9; do
	printf "$who,%s\n" 'They were angry and left because I am boring' \
		'I failed and cried because I am lazy' \
		'They praised me and I was happy because I worked hard' \
		'It happened because of me'
done | sed 1irespondent,said >words
attrib-score -c said words | cut -d , -f 1,5,9
attrib-score --ratings --beside words -c said rated | cut -d , -f 1,2,5 | grep int
