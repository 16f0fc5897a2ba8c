# A service that systemd can read, and a timer that catches up.
touch "it's \$5 & 50%.csv"
goal-plan export --systemd --at 07:30 --journal "it's \$5 & 50%.csv" |
	sed "s|'[^']*/goal-plan'|'/usr/bin/goal-plan'|; s|$PWD|/home/me|" >units
cat units
awk '/^# .*goal-plan.(service|timer)$/ {
	file = $2; sub(".*/", "", file) } { print >file }' units
sed "s|/usr/bin/goal-plan|$(command -v goal-plan)|" -i goal-plan.service
systemd-analyze verify --user ./goal-plan.service ./goal-plan.timer 2>&1 |
	grep goal-plan.service
systemd-analyze calendar '*-*-* 07:30:00' | sed -n 's/^Normalized form: //p'
