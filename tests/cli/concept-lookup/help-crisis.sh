# What is looked up may speak of a wish to die, or ask for help in other words:
# where to find help stands before what is found.
for query in 'i want to die' suicide 'kill myself' self-harm overdose Help \
	'help me' hotline 'I need help' 'someone to talk to' cutting \
	'why suicide' 'help me!' 'Please help.' 'I need help now' samaritans \
	'suicide hotline' 'I need to talk to someone' 'who can I talk to?' \
	shyness 'my dog died' 'the death of a friendship' 'help a friend' \
	'talk to someone new' 'need for approval'; do
	concept-lookup --list "$query" 2>&1 |
		grep -c 'Find A Helpline' | sed "s/^/$query: /"
done
