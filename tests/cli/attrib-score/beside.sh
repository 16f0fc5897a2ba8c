# Ratings of the project's own questions beside the words of the same people; a
# mean that points the other way is flagged, too little is said to be.
printf '%s\n' respondent,a01,a02,a03,a04,a05,a06,a07,a08,a09 \
	7,1,7,1,2,6,3,5,6,2 8,7,1,7,6,2,,5,9,2 9,7,1,7,6,2,,5,1,7 >answers
printf '%s\n' respondent,said '7,It is all my fault because I am stupid' \
	'7,They left because I am boring' \
	'7,It happened because I always ruin everything' \
	'10,I failed because I am lazy' >words
attrib-score --ratings --layout project-attribution answers | cut -d , -f 1,4,6,8,14
attrib-score --ratings --layout project-attribution --beside words -c said \
	answers | cut -d , -f 1-5,8
sed 1s/a0/project-attribution.a0/g answers |
	attrib-score -q --ratings --layout project-attribution 2>/dev/null |
	sed -n 2p
attrib-score --beside words; echo "exit $?"
attrib-score --ratings --layout none answers; echo "exit $?"
attrib-score --ratings answers; echo "exit $?"
