# Five sums of ten items each, every third item reversed: what
# "generate instrument" describes, for answers from min to max.
BEGIN {
	FS = OFS = ","
	min = max == 5 ? 1 : 0
}
NR == 1 {
	print "respondent", "s1", "s2", "s3", "s4", "s5"
	next
}
{
	line = $1
	for (s = 0; s < 5; s++) {
		sum = 0
		for (i = s * 10; i < s * 10 + 10; i++)
			sum += i % 3 == 2 ? min + max - $(i + 2) : $(i + 2)
		line = line OFS sum
	}
	print line
}
