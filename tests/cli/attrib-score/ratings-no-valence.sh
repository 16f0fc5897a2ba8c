# Whether it went well or badly is not guessed: such events are told of.
printf '%s\n' respondent,valence,internality,stability,globality \
	a,negative,7,6,5 a,,2,3,4 a,,,, b,,1,1,1 >rated
attrib-score --ratings rated | cut -d , -f 1,4,6-8
attrib-score --ratings -q rated | wc -l
