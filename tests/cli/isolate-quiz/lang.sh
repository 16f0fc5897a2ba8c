# Every place where texts of another language show, in an own instrument: what
# is not translated stands in the first language.
cat > mood.txt << 'END'
id: mood
status: unvalidated
languages: en fr
title: Mood of a day
title.fr: Humeur du jour
instructions: Think of yesterday.
instructions.fr: Pensez à hier.
timeframe: yesterday
timeframe.fr: hier
options: 0=bad; 1=so-so; 2=good
options.fr: 0=mauvaise; 1=moyenne; 2=bonne
licence: ISC

item,text,text.fr,key
day,How was the day?,Comment était la journée ?,1
night,How was the night?,,1
end,Were you glad when it was over?,Étiez-vous soulagé à la fin ?,-1
END
LC_ALL=C.UTF-8
export LC_ALL
isolate-quiz check ./mood.txt
isolate-quiz show --lang de ./mood.txt | head -2
isolate-quiz show --lang fr ./mood.txt
isolate-quiz show --lang fr --paper ./mood.txt
isolate-quiz show --lang fr --codebook ./mood.txt
mkdir -p "$XDG_DATA_HOME/reconnect/instruments"
cp mood.txt "$XDG_DATA_HOME/reconnect/instruments"
isolate-quiz list --lang fr --long | grep mood
. "$TOP"/tests/terminal.sh
terminal 72 40 C.UTF-8
key "clear; XDG_DATA_HOME='$XDG_DATA_HOME' isolate-quiz take --now 2026-03-02 --lang fr mood; echo rc \$?" Enter
see '0/3'
key 1
see '1/3'
screen fr
key 2 0
see 'rc 0'
screen result
key "clear; XDG_DATA_HOME='$XDG_DATA_HOME' isolate-quiz history --lang fr mood; echo then \$?" Enter
see 'then 0'
screen history
