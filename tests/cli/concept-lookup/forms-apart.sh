# What would be passed over in silence is refused.
for options in '--tree --csv' '--tree --json' '--tree --list shyness' \
	'--html --csv' '--html --man' '--dot --json' '--check --csv' \
	'--tree --short' '--html shyness' '--dot shyness' \
	'--tree --kind bias' '--html --kind bias' '--path --kind bias a b' \
	'--check --column concept' '--tree --column concept' \
	'--related --list' '--related --kind bias' '--path - shyness' \
	'--short - -'; do
	concept-lookup $options 2>&1 | head -n 1
done
