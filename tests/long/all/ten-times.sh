# shellcheck shell=sh
# Ten times the input costs ten times as much, and no more, whatever it holds.
# Says nothing unless it does.
. "$TOP"/tests/instructions.sh

# records WHAT N: so many records of a file in which each is compared with others.
records() {
	awk -v what="$1" -v n="$2" '
	function step(i, cells) {
		printf "1,e%d,2026-11-01T12:00:00Z,%s\n", i, cells
	}
	BEGIN {
		if (what ~ /^journal/) {
			print "version,event,time,kind,id,family,step," \
				"concept,text,suds,likelihood,peak,setting,due,note"
			for (i = 0; i < n; i++)
				step(i, "ladder,l" i ",own,,,x,,,,,,")
		} else if (what == "lines")
			print "id: a\ntitle: b"
		else
			print "respondent,time,instrument,concept,severity"
		for (i = 0; i < n; i++) {
			if (what == "journal-all")
				step(n + i, (i % 2 ? "resume" : "pause") ",,,,,,,,,,,")
			else if (what == "journal-tries") {
				step(n + i, "step,l" i ".1,own,1,,x,30,,,,,")
				step(2 * n + i, "done,l" i ".1,,,,,,50,20,,,")
			} else if (what == "journal-pauses")
				step(n + i, "pause,l" i ",,,,,,,,,,")
			else if (what == "journal-one-name")
				step(n + i, "ladder,l,own,,,x,,,,,,")
			else if (what == "lines")
				print " and on"
			else if (what == "concepts")
				print "p,,,c" i ",0.5"
			else if (what == "instruments")
				print "p,,i" i ",shyness,0.5"
			else if (what == "sittings")
				printf "p,%d-01-01,k6,c%d,0.5\n", 1000 + i % 9000, i
		}
	}'
}

# tenfold WHAT N COMMAND ...: with "in" for the input, and "now" for a journal.
tenfold() {
	what=$1 n=$2
	shift 2
	records "$what" "$n" >in
	cp base now
	few=$(instructions "$@" 2>/dev/null)
	records "$what" $((10 * n)) >in
	cp base now
	limit 1300 "$few" "$(instructions "$@" 2>/dev/null)" "$what, tenfold,"
}

day='--now 2026-11-02'
records journal-one-name 1 >base
# shellcheck disable=SC2086
{
	tenfold lines 2000 isolate-quiz check ./in
	tenfold concepts 2000 goal-plan new --print $day in
	tenfold instruments 2000 goal-plan new --print $day in
	tenfold sittings 2000 goal-plan new --print $day in
	tenfold journal-all 2000 goal-plan list --csv $day --journal in
	tenfold journal-tries 1000 goal-plan report $day --journal in
	tenfold journal-pauses 2000 goal-plan list --csv $day --journal in
	tenfold journal-one-name 1000 goal-plan merge $day --journal now in
}
