# A scale that is not there is told beside a row that is refused, too; a spread
# of nought is none; and one reliability for several scales is said to be that.
cat > some.csv << END
respondent,time,direct,companionship,left-out,isolated
a,2026-01-01,1,3,3,3
a,2026-01-02,1,2,2,2
b,yesterday,1,2,2,2
END
change() {
	isolate-quiz change --reliability .81 -i gss-loneliness "$@" some.csv
	echo "rc $?"
}
change --sd 1.656 --scale ucla-3
change --sd 0 --scale ucla3
change --sd 1.656
change --sd 1.656 --summary --scale ucla3
