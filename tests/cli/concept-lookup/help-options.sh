# Help lines are text.  Where another form is asked for "help" is a name, and they
# go before what it finds.
for option in --list --json --csv --short --full --mdoc --null --kind=strategy; do
	concept-lookup help -n 1 $option >out 2>err
	echo $option $? "$(grep -c 'Find A Helpline' err)" "$(tr '\0' ' ' <out | head -n 3 | cut -c 1-60 | tr '\n' '/')"
done
concept-lookup --json help -n 1 >out 2>err
head -n 4 err
grep -c '"article"' out
concept-lookup --ascii --quiet --color=never Help | grep -c Samaritans
