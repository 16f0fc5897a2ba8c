# shellcheck shell=sh

filter() {
	attrib-score --column statement "$@"
}

input() {
	cat <<-'END'
	respondent,note,statement
	a,plain,They did not call because they hate me.
	b,,"I failed the test, because
	I am stupid."
	c,,It rained.
	END
}

many() {
	echo statement
	yes 'They did not call because they hate me.' | head -n 1000
}

runs() {
	cat <<-'END'
	attrib-score in
	attrib-score --column statement in
	attrib-score --column statement --evidence in
	attrib-score --column statement --explain in
	END
}
