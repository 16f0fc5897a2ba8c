# Texts in another language where there are any; the first language stands in.
cat > mood.txt <<'END'
id: mood
languages: en fr
title: Mood of a day
title.fr: Humeur du jour
options: 0=bad; 1=good
options.fr: 0=mauvaise; 1=bonne

item,text,text.fr
day,How was the day?,Comment était la journée ?
night,And the night?,
END
LC_ALL=C.UTF-8 isolate-quiz show --lang fr --paper ./mood.txt | head -n 14
isolate-quiz show --lang de --codebook ./mood.txt
