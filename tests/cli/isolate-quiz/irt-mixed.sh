# A stream of several instruments: a bank scores the sittings of its own, and says
# where there are none.
yes 3 | isolate-quiz take --adaptive --now 2026-03-01 --most 2 \
	ipip-spi-extraversion ipip-spi-neuroticism > two.csv
for bank in ipip-spi-extraversion ipip-spi-neuroticism; do
	isolate-quiz score --irt $bank two.csv | cut -d , -f 3-6
	isolate-quiz score --irt $bank --summary two.csv | cut -d , -f 2,4,5
	isolate-quiz simulate --irt $bank two.csv | cut -d , -f 2-4,11
done
sed 's/-extraversion/-neuroticism/' two.csv | isolate-quiz score --irt \
	ipip-spi-extraversion
echo "$?"
isolate-quiz simulate --irt ipip-spi-extraversion -i ipip-spi-neuroticism two.csv
