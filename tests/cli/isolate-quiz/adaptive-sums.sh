# An adaptive sitting has no sums, in whatever form they are asked for, and counts
# in statistics as one with gaps; each says so once.
id=ipip-spi-extraversion
yes 3 | isolate-quiz take --adaptive --now 2026-03-01 --respondent a --most 4 \
	$id > sitting.csv
sed '1d;s/^a,/b,/' sitting.csv >> sitting.csv
isolate-quiz score --wide -i $id sitting.csv
isolate-quiz score --histogram extraversion sitting.csv | tail -n 1
isolate-quiz score --profile sitting.csv | grep scored
isolate-quiz stats --pairwise sitting.csv | grep -c .
