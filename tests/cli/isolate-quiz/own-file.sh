# One's own instrument: from a path, and from the own folder by its id.
cat > mood.txt <<'END'
id: mood
title: Mood of a day
options: 0=bad; 1=fair; 2=good
direction: down

item,text
day,How was the day?
night,And the night?
END
printf 'day,night\n2,1\n' > in.csv
isolate-quiz score -i ./mood.txt in.csv
mkdir -p "$XDG_DATA_HOME"/reconnect/instruments
cp mood.txt "$XDG_DATA_HOME"/reconnect/instruments
isolate-quiz score -i mood in.csv
isolate-quiz list | grep mood
