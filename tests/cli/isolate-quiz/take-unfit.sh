# What was kept of a sitting whose questions have changed, or that is damaged, is
# not passed over unsaid: the first answer replaces it.
. "$TOP"/tests/terminal.sh
terminal 76 30
state=$XDG_STATE_HOME/reconnect/sitting
mkdir -p "$state"
printf 'time,instrument,item,answer\n2026-01-01T10:00:00Z,k6,k6_1,7\n' \
    > "$state/k6.csv"
key 'clear; isolate-quiz take k6 2>err; echo rc $?' Enter
see '0/6'
key q
see 'rc 1'
sed "s,$XDG_STATE_HOME,STATE," err
cat "$state/k6.csv"
