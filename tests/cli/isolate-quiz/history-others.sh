# Sittings of somebody else are none of yours, and no reason to say that there
# are none; a new one is compared with those before it alone.
. "$TOP"/tests/terminal.sh
mkdir -p data/reconnect/history
cat > data/reconnect/history/gss-loneliness.csv << END
respondent,time,instrument,sex,age,group,direct,companionship,left-out,isolated
anna,2026-03-01T12:00:00Z,gss-loneliness,,,,3,3,3,3
anna,2026-03-20T12:00:00Z,gss-loneliness,,,,1,1,1,1
END
isolate-quiz history 2>&1
isolate-quiz history --respondent ben 2>&1
isolate-quiz history --respondent anna 2>&1
terminal 80 40 C.UTF-8
key "clear; isolate-quiz take --respondent anna --now 2026-03-10 gss-loneliness" Enter
see '0/4'
key 2 3 3 2
see 'no diagnosis'
screen taken | grep ' than on'
