# A scale that is not there is told, beside those that are.
isolate-quiz curves --csv --scale extraversion --scale nosuch ipip-spi-extraversion
echo "rc $?"
isolate-quiz calibrate -i gss-loneliness --scale ucla3 --scale nosuch /dev/null
echo "rc $?"
# So is one of the instrument that the bank lacks, where it has another.
isolate-quiz calibrate -q -i spi-social --scale trust --scale wellbeing \
	"$TOP"/tests/data/spi-social.csv > bank.txt
isolate-quiz curves -i spi-social --csv --scale trust --scale sociability \
	--scale charisma ./bank.txt
