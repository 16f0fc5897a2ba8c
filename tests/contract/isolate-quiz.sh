# shellcheck shell=sh disable=SC2154

filter() {
	isolate-quiz score --instrument k6 "$@"
}

header=respondent,note,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6

input() {
	cat <<-END
	$header
	a,plain,0,1,2,3,4,0
	b,"a comma, and
	a line break",1,1,1,1,1,1
	c,,0,0,0,0,1,0
	END
}

many() {
	echo "$header"
	yes r,,0,1,2,1,0,1 | head -n 3000
}

runs() {
	cat <<-'END'
	isolate-quiz list --long
	isolate-quiz show k6
	isolate-quiz take k6
	isolate-quiz score --instrument k6 in
	isolate-quiz score --instrument k6 --top 1 in
	isolate-quiz take --adaptive ipip-spi-neuroticism
	isolate-quiz simulate --irt ipip-spi-neuroticism --people 2 --select kl
	isolate-quiz simulate --irt ipip-spi-neuroticism sitting
	isolate-quiz history ipip-spi-neuroticism
	END
}

further() {
	sed '1s/respondent/arm/;1!s/^[0-9]*\([02468]\),/a,/;1!s/^[0-9]*,/b,/' \
		"$TOP/tests/data/grm.csv" >grm.csv
	cp "$TOP/tests/data/grm.txt" .
	{
		echo respondent,time,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
		echo a,2026-01-01,3,3,3,3,3,3
		echo a,2026-02-01,1,1,1,1,1,1
	} >twice.csv
	isolate-quiz calibrate -i ./grm.txt grm.csv >bank.txt 2>/dev/null
	isolate-quiz stats -i k6 --partial in >partial
	cat <<-'END'
	isolate-quiz score -i k6 --part 1/2 in
	isolate-quiz score -i k6 --wide in
	isolate-quiz score -i k6 --profile in
	isolate-quiz score -i k6 --histogram k6 in
	isolate-quiz score --irt ./bank.txt -i ./grm.txt grm.csv
	isolate-quiz stats -i k6 in
	isolate-quiz stats -i k6 --pairwise --partial in
	isolate-quiz stats -i k6 --merge partial
	isolate-quiz change -i k6 --reliability .89 twice.csv
	isolate-quiz calibrate -i ./grm.txt --jobs 1 grm.csv
	isolate-quiz calibrate --fit fit.out --q3 q3.out -i ./grm.txt grm.csv
	isolate-quiz calibrate --dif arm -i ./grm.txt grm.csv
	isolate-quiz curves -i ./grm.txt ./bank.txt
	isolate-quiz curves --csv -i ./grm.txt ./bank.txt
	isolate-quiz curves --svg curves.out -i ./grm.txt ./bank.txt
	isolate-quiz check ./grm.txt
	isolate-quiz show --codebook k6
	isolate-quiz show --paper k6
	END
}

at_terminal() {
	cat >sit <<-'END'
	#!/bin/sh
	{
		printf 210123
		until [ -e over.out ]; do sleep 0.1; done
	} | TERM=xterm script -qec 'isolate-quiz take k6; : >over.out' /dev/null
	END
	chmod +x sit
	echo ./sit
}

# An adaptive sitting, as a file and in the history.
prepare() {
	yes 3 | isolate-quiz take --adaptive --now 2026-03-01 \
		ipip-spi-neuroticism >sitting
	(
		umask 077
		mkdir -p data/reconnect/history
		cat sitting >data/reconnect/history/ipip-spi-neuroticism.csv
	)
}

hostile() {
	mkdir -p data/reconnect/instruments
	sed "s/^title: /&$bad /;s/nervous/&$bad/" \
		"$TOP/lib/data/instruments/k6.txt" >hostile.txt
	cp hostile.txt data/reconnect/instruments/k6.txt
	input | sed "2s/0,1/$bad,1/" >hostile.csv
	cat <<-END
	isolate-quiz show k6
	isolate-quiz show ./hostile.txt
	isolate-quiz show $bad
	isolate-quiz list --long
	isolate-quiz take k6
	isolate-quiz score --instrument k6 hostile.csv
	isolate-quiz $bad
	isolate-quiz --$bad
	END
}

streams() {
	input | sed "2s/^a/$bad/" >hostile.csv
	cat <<-END
	isolate-quiz score --instrument k6 hostile.csv
	isolate-quiz score --instrument k6 --top 3 hostile.csv
	END
}
