# Many sittings go on in the next line, and so do words, where a line ends.
mkdir -p "$XDG_DATA_HOME/reconnect/history"
{
	echo respondent,time,instrument,sex,age,group,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
	for month in 01 02 03; do
		for day in $(seq -w 1 28); do
			echo ",2026-$month-$day,k6,,,,1,$((${day#0} % 5)),2,2,2,2"
		done
	done
} > "$XDG_DATA_HOME/reconnect/history/k6.csv"
COLUMNS=44 isolate-quiz history
COLUMNS=46 isolate-quiz history | tail -n 2
isolate-quiz history | tail -n 2
# A result, too.
printf '%s\n' respondent,sex,age,direct,companionship,left-out,isolated \
	a,female,30,5,2,2,3 > gss.csv
COLUMNS=40 isolate-quiz score -i gss-loneliness --profile gss.csv
