# No file comes to stand where a standard stream is missing: nothing is written
# into it, what is lost is said and told again, and a helper finds its input.
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
goal-plan due --remind --now 2026-11-23 <&- >&-
echo $?
goal-plan due --remind --now 2026-11-23 <&- >&- 2>&-
echo $?
wc -c <state/reconnect/reminders.csv.lock
goal-plan due --remind --now 2026-11-23
goal-plan export --ics --now 2026-11-23 <&- | wc -l
