# A partial of another instrument, rule or run never passes for a part.
cat > two.csv << END
respondent,instrument,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6,companionship,left-out,isolated,direct
a,k6,1,2,1,0,2,1,,,,
b,gss-loneliness,,,,,,,1,2,3,1
c,k6,0,0,1,0,0,0,,,,
END
isolate-quiz stats -i k6 --partial two.csv > k6.part
isolate-quiz stats -i gss-loneliness --partial two.csv > gss.part
isolate-quiz stats --partial two.csv > both.part
isolate-quiz stats -i k6 --pairwise --partial two.csv > pairwise.part
sed '/^done/d' both.part > torn.part
sed 's/^version,,1/version,,0.9/' k6.part > version.part
refused() {
	isolate-quiz stats --merge "$@" && echo "merged: $*"
	echo $?
}
refused k6.part gss.part
refused k6.part both.part
refused -i gss-loneliness k6.part gss.part
refused -i gss-loneliness k6.part
refused k6.part pairwise.part
refused --pairwise k6.part
refused torn.part
refused version.part
