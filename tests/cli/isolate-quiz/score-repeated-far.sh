# Too far apart to be refused when they are read: told in the end.
awk 'BEGIN {
	print "respondent,time,direct,companionship,left-out,isolated"
	for (i = 1; i <= 200000; i++)
		print (i == 199000 ? 7 : i) ",2026-01-01,1,2,3,1"
}' > many.csv
printf '%s\n' respondent,time,direct,companionship,left-out,isolated \
	9,2026-01-01,1,2,3,1 > more.csv
isolate-quiz score --wide -i gss-loneliness many.csv more.csv > wide.csv
echo $? "$(wc -l < wide.csv)" "$(ls -A "$XDG_CACHE_HOME/reconnect")"
# Where no file can be made, it says what it could not do.
XDG_CACHE_HOME=/proc/none isolate-quiz score --wide -i gss-loneliness many.csv |
	wc -l
