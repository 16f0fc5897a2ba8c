# What is drawn is not the stream, of which --top takes the first rows.
for with in '--profile --top 3' '--histogram distress --top 3' \
    '--histogram distress --profile'; do
	# shellcheck disable=SC2086
	isolate-quiz score -i k6 $with /dev/null
	echo "rc $?"
done
