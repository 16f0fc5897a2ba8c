printf '%s\n' respondent,valence,internality,stability,globality,control \
	a,negative,7,6,5,2 a,negative,1,2,3, a,negative,4,,4,6 \
	a,positive,5,5,6,4 a,neutral,1,1,1,1 b,positive,8,5,6,4 \
	b,great,1,5,6,4 c,positive,4,4,4, |
	attrib-score --ratings
