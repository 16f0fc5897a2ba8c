# shellcheck shell=sh disable=SC2154

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

prepare() {
	input | attrib-score train -q --folds 2 --label respondent \
		--column statement >model
	printf 'range: 0..9\n\nevent,valence,control\n1,negative,?x\n' \
		>layout.txt
	printf '%%\n1\ta\n%%\nthey\t1\n' >words.dic
}

runs() {
	cat <<-'END'
	attrib-score in
	attrib-score --column statement in
	attrib-score --column statement --evidence in
	attrib-score --column statement --explain in
	attrib-score --ratings --layout ./layout.txt in
	attrib-score --ratings --layout ./layout.txt --beside in -c statement in
	attrib-score --lexicon ./words.dic -c statement in
	attrib-score score --column statement --model model in
	attrib-score train --folds 2 --label respondent --column statement in
	attrib-score eval --label respondent --predicted note in
	attrib-score eval --label note -c statement --model model --explain in
	END
}

further() {
	cat <<-'END'
	attrib-score --part 1/2 -c statement in
	attrib-score --sentences -c statement in
	attrib-score --summary all -c statement in
	attrib-score train --folds 2 --weights none --cost 1 --many --label respondent -c statement in
	END
}

hostile() {
	echo "It rains because I am stupid $bad." >text
	sed "s/^title: /&$bad /" "$TOP"/lib/data/lexicon/*.txt |
		sed "1s/^/$bad/" >lexicon.txt
	cat <<-END
	attrib-score --explain text
	attrib-score --lexicon ./lexicon.txt text
	attrib-score --column $bad in
	attrib-score ./$bad
	END
}

streams() {
	echo "It rains because I am stupid $bad." >text
	cat <<-END
	attrib-score text
	attrib-score --evidence text
	END
}
