printf '%s\n' respondent,group,instrument,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6,day \
	a,g,,4,4,4,4,4,4,1 b,g,,1,1,1,1,1,9,1 'c,"g, h",k6,1,1,1,,1,0,1' \
	d,,mood,,,,,,,2 e,,other,,,,,,, >cohort.csv
printf 'id: mood\ntitle: Mood\noptions: 0=bad; 1=fair; 2=good\nscore: mean\n\n' >mood.txt
printf 'item\nday\n' >>mood.txt
isolate-quiz score --wide -i k6 -i ./mood.txt cohort.csv 2>err
echo $?
sed '/^isolate/!d' err
isolate-quiz score --wide -i k6 -i ./mood.txt --strict cohort.csv 2>err
echo $?
