# A scale that is not there is told, beside those that are.
isolate-quiz curves --csv --scale extraversion --scale nosuch ipip-spi-extraversion
echo "rc $?"
isolate-quiz calibrate -i gss-loneliness --scale ucla3 --scale nosuch /dev/null
echo "rc $?"
