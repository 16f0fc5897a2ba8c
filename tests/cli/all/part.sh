# The parts of a file, one behind the other, are what the whole gives: with
# quoted line breaks, line numbers, refused rows, and more parts than rows.
answers=$TOP/tests/data/spi-social.csv
head -n 400 "$answers" | sed '300s/,/,,/' >some.csv
printf 'respondent,time,text
a,2026-01-01,"I lost my job, because
I am ""useless"" anyway"
b,2026-01-02,"She did not call because she was busy"
c,2026-01-03,"Nobody likes me

because I am boring"
' >diary.csv

parts() { # N COMMAND ...
	n=$1
	shift
	k=1
	while [ "$k" -le "$n" ]; do
		"$@" --part "$k/$n" || echo "$?" >>codes
		k=$((k + 1))
	done
}
same() { # WHAT N FILE COMMAND ...
	what=$1 n=$2 file=$3
	shift 3
	"$@" "$file" >whole 2>whole.err
	parts "$n" "$@" "$file" >joined 2>joined.err
	cmp whole joined && grep -v 'rows refused$' whole.err >told
	grep -v 'rows refused$' joined.err | cmp - told && echo "same: $what"
}
same long 7 some.csv isolate-quiz score -i spi-social
same wide 7 some.csv isolate-quiz score --wide -i spi-social
same causes 3 diary.csv attrib-score -c text
same cues 64 diary.csv attrib-score -c text --evidence
same sentences 3 diary.csv attrib-score -c text --explain
cat codes

parts_of_stats() {
	for k in 1 2 3; do
		isolate-quiz stats -i spi-social --partial --part "$k/3" \
			"$answers" >"$k.part"
	done
}
parts_of_stats
isolate-quiz stats -i spi-social "$answers" >whole
isolate-quiz stats --merge ./*.part | cmp - whole && echo 'same: statistics'

attrib-score --part 1/2 diary.csv
attrib-score -c text --part 1/2 <diary.csv
attrib-score -c text --part 3/2 diary.csv
attrib-score -c text --part 1/2 --summary all diary.csv
isolate-quiz score -i k6 --top 3 --part 1/2 some.csv
