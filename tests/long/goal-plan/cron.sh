# The crontab line, taken by the system's crontab and run by a real cron for
# two minutes.
skip() {
	echo 'needs root, and crontab and cron, neither of them in use' >&2
	exit 77
}
[ "$(id -u)" -eq 0 ] && command -v crontab cron >/dev/null || skip
[ ! -e /var/run/crond.pid ] || ! kill -0 "$(cat /var/run/crond.pid)" 2>/dev/null ||
	skip
crontab -l >kept 2>/dev/null && skip

mkdir '100% sure'
journal=$PWD/'100% sure/journal.csv'
goal-plan new --family voice --start 2026-01-01 --now 2026-01-01 --seed 1 -q \
	--journal "$journal"
goal-plan export --crontab --journal "$journal" |
	sed "s|^0 9 \(.*\)|* * \1 >>$PWD/told 2>>$PWD/faults|" >table
trap 'crontab -r; [ -z "$cron" ] || kill "$cron" 2>/dev/null' EXIT
crontab table || echo 'not taken'
cron -f &
cron=$!
sleep 130
cat told faults
