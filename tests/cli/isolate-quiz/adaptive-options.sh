# Options that would do nothing are told, before anything is read or asked.
E=ipip-spi-extraversion
for options in '--least 4 k6' '--best 2 k6' "--adaptive --best 2 $E" \
	"--adaptive --missing available $E" "--adaptive --reliability 0.8 $E" \
	"--adaptive --least 0 $E"; do
	yes 3 | isolate-quiz take $options
done
isolate-quiz simulate --irt $E --best 2 --people 2
isolate-quiz simulate --irt $E --people 2 -i $E -i k6
isolate-quiz score --irt $E --missing available answers.csv
isolate-quiz score --irt $E --reliability 0.8 answers.csv
isolate-quiz calibrate --fit fit.csv --q3 fit.csv -i $E answers.csv
echo "$?"
# One answer is the least that a sitting ends by.
yes 3 | isolate-quiz take --adaptive --se 1 --least 1 $E | cut -d , -f 8
