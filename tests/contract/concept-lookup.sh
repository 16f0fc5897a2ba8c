# shellcheck shell=sh
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
