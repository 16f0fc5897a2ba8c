# shellcheck shell=sh
filter() {
	attrib-score --column note "$@"
}

input() {
	cat <<-'END'
	respondent,note
	1,They left because I am boring
	2,"It was, once more,
	not my fault"
	3,
	END
}

many() {
	echo note
	yes 'They left because I am boring' | head -n 2000
}
