# A journal of 10,000 steps on 1,250 ladders and 50,000 events more, or, with
# -v kind=remind, as many lines for remind(1): one for each step, and, with
# -v events=1, one for each event too.  -v goals=N for another number of steps.
function day(n) {
	return strftime("%Y-%m-%d", 1767225600 + 86400 * n, 1)
}
function rem(n) {
	print "REM", strftime("%d %b %Y", 1767225600 + 86400 * n, 1), \
		"AT 09:00 MSG Say in a group chat which of two dates suits%"
}
BEGIN {
	if (!goals) goals = 10000
	ladders = goals / 8
	if (kind == "remind") {
		for (i = 0; i < goals + (events ? 5 * goals : 0); i++)
			rem(i % 365)
		exit
	}
	print "version,event,time,kind,id,family,step,concept,text,suds," \
		"likelihood,peak,setting,due,note,mode,minutes,repeat,cue," \
		"prediction,how,precaution,plan,every"
	for (l = 0; l < ladders; l++) {
		printf "1,l%d.1/9,%sT08:00:00Z,ladder,k%d,voice,,need-for-approval," \
			"Using your voice,,,,,,,,,,,,,,per-week=3,\n", l, day(0), l
		for (s = 1; s <= 8; s++)
			printf "1,l%d.%d/9,%sT08:00:00Z,step,k%d.%d,voice,%d," \
				"need-for-approval,Say in a group chat which of two " \
				"dates suits you better.,%d,,,online,%s,,exposure,5,3," \
				"somebody asks when to meet,,\"no \"\"but any is " \
				"fine\"\"\",,,\n", l, s + 1, day(0), l, s, s, \
				20 + 10 * s, day(7 * s)
	}
	for (e = 0; e < 5 * goals; e++)
		printf "1,e%d,%sT08:00:00Z,%s,k%d.%d,,,,,,%d,%d,%s,," \
			"It went better than I thought,,,,,,,,,\n", e, \
			day(int(e / ladders)), e % 9 ? "done" : "skip", \
			e % ladders, 1 + int(e / ladders / 5), 80 - e % 60, \
			70 - e % 50, e % 2 ? "cafe" : "work"
}
