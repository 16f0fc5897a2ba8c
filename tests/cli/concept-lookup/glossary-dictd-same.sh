# Names are found as dictd 1.13 finds them by its strategies exact, prefix and
# lev, each where no earlier stage has ended the search.  What is expected was
# recorded from dictd -i over the same index; tests/long asks it anew.
echo meaning >own.dict
printf '%s\tA\tI\n' companion companionship company compare co-operate \
	cooperate crowd door door-step doorstep lone lonely lonesome neighbour \
	party 'party line' 'small talk' smalltalk solitary Solitude visit \
	visitor >own.index
while read -r strategy query; do
	concept-lookup -q --json --glossary ./own.index -- "$query" 2>/dev/null |
		sed -n 's/^  "title": "\(.*\)",$/\1/p' | paste -s -d ';' |
		sed "s/^\(.\)/;\1/; s/^/$strategy $query:/"
done <<'LIST'
exact company
exact COMPANY
exact door-step
exact solitude
exact cooperate
exact small talk
exact party
exact nothing
prefix compa
prefix part
prefix sol
prefix xyz
lev compny
lev lonley
lev crwod
lev neighbor
lev vissit
lev solitode
LIST
