# shellcheck shell=sh disable=SC2154
filter() {
	concept-lookup --csv --repeat --column concept "$@"
}

input() {
	cat <<-'END'
	concept,note
	connection-paradox,plain
	spotlight-effect,"a comma, and
	a line break"
	mind-reading,
	END
}

many() {
	echo concept
	yes connection-paradox | head -n 2000
}

runs() {
	cat <<-'END'
	concept-lookup connection-paradox
	concept-lookup --list
	concept-lookup --mdoc shyness
	concept-lookup --csv shyness
	concept-lookup --column concept in
	concept-lookup no-such-thing
	concept-lookup help
	END
}

further() {
	printf 'term,definition\nAfterglow,The warmth that stays.\n' >own.csv
	cp "$TOP/tests/data/tiny.index" "$TOP/tests/data/tiny.dict.dz" .
	cat <<-'END'
	concept-lookup --check
	concept-lookup --html
	concept-lookup --json shyness
	concept-lookup --dot
	concept-lookup --tree
	concept-lookup --path shyness loneliness
	concept-lookup --related shyness
	concept-lookup --short --kind bias
	concept-lookup --list --null lonly at parties
	concept-lookup --glossary own.csv warmth
	concept-lookup --glossary own.csv --csv
	concept-lookup --glossary tiny.dict.dz afterglow
	END
}

hostile() {
	mkdir -p data/reconnect/concepts
	sed "s/^id: shyness/id: hostile/;s/^title: /&$bad /;s/^aliases:/& a$bad; /
		s/^helps: /&$bad /;s/^cue: /&$bad /;s/Jens/$bad &/
		s/^definition: /&$bad /" \
		"$TOP/lib/data/concepts/shyness.txt" \
		>data/reconnect/concepts/hostile.txt
	cat <<-END
	concept-lookup hostile
	concept-lookup --mdoc hostile
	concept-lookup --man hostile
	concept-lookup --list
	concept-lookup $bad
	concept-lookup --column $bad in
	END
}

streams() {
	mkdir -p data/reconnect/concepts
	sed "s/^id: shyness/id: hostile/;s/^title: /&$bad /;s/^aliases:/& a$bad; /
		s/^definition: /&$bad /" \
		"$TOP/lib/data/concepts/shyness.txt" \
		>data/reconnect/concepts/hostile.txt
	cat <<-END
	concept-lookup --csv hostile
	concept-lookup --list
	END
}
