# Eight writers with a thousand records each.
WRITES=1000
. "$TOP/tests/cli/goal-plan/writers.sh"
