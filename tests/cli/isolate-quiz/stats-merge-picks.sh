# A file of several instruments, split so that one part lacks one of them; and
# one instrument picked from partials of runs with different -i.
cat > all.csv << END
respondent,instrument,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6,companionship,left-out,isolated,direct
a,k6,1,2,1,0,2,1,,,,
b,gss-loneliness,,,,,,,1,2,2,1
c,k6,0,0,0,0,1,0,,,,
d,gss-loneliness,,,,,,,2,3,3,2
e,k6,4,3,3,2,3,2,,,,
END
head -2 all.csv > 1.csv
sed 2,3d all.csv > 2.csv
sed 2,7d all.csv > none.csv
sed -n '1p;3p' all.csv > 3.csv
for i in 1 2 3 none; do isolate-quiz stats -q --partial $i.csv > $i.part; done
isolate-quiz stats -q all.csv > all.stats
isolate-quiz stats -q --merge 3.part none.part 2.part 1.part | cmp - all.stats
isolate-quiz stats -q --partial all.csv > all.part
isolate-quiz stats -q --merge --partial 2.part 3.part 1.part | cmp - all.part
isolate-quiz stats -q -i k6 all.csv > k6.stats
isolate-quiz stats -q -i k6 --merge 2.part none.part 1.part | cmp - k6.stats
isolate-quiz stats -q -i k6 --partial 1.csv > k6.part
isolate-quiz stats -q -i gss-loneliness -i k6 --partial 2.csv > both.part
isolate-quiz stats -q -i k6 --merge both.part k6.part | cmp - k6.stats
isolate-quiz stats -q -i gss-loneliness --partial 1.csv > gss1.part
isolate-quiz stats -q -i gss-loneliness --merge gss1.part both.part 3.part |
	cut -d, -f 1 | uniq -c
