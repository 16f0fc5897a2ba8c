# Options of which one would be passed over in silence are refused together.
try() {
	isolate-quiz "$@" </dev/null || echo "$? $*"
}
exec 2>&1
try list --csv --long
try show --paper --codebook k6
try score -i k6 --wide --top 3
try score -i k6 --profile --histogram distress
try score --irt b --missing complete
try score --irt b --reliability .9
try score -i k6 --estimate eap
try score -i k6 --summary
try score --wide
try stats --merge --lenient
try stats --merge --na 9
try stats --merge --part 1/2
try stats --merge --strict
try simulate --irt b --people 3 --na 9
try simulate --irt b --theta 1
try simulate --irt b --best 3
try simulate --irt b --select fisher --best 3
try take --least 2 k6
try take --change 0 k6
try take --select fisher k6
try take --adaptive --missing complete k6
try calibrate -i k6 --dif sex --q3 q3.csv
