# What can never come true: an alert, advice, a crisis, a branch; and an item that
# stands where an adaptive sitting writes what was asked.
cat > never.txt << 'END'
id: never
title: Never
licence: CC0-1.0
citation: none
range: 0..4
alert: > 12
advice: >= 99: Talking to somebody may help.

item,text,crisis,ask-if
a,One,>= 9,
b,Two,= 4,a = 7
c,Three,>= 3,a > 4
END
isolate-quiz check never.txt
sed -e '/^alert/s/> 12/>= 12/' -e '/^advice/s/99/12/' -e 's/>= 9/>= 4/' \
    -e 's/a = 7/a = 1/' -e 's/a > 4/a > 3/' never.txt > once.txt
isolate-quiz check once.txt
sed 's/^c,/asked,/' never.txt > asked.txt
isolate-quiz check asked.txt
