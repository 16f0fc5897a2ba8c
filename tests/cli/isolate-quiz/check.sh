# Those that come with it have no fault; a file full of them has each told.
isolate-quiz check && echo sound
cat > bad.txt <<'END'
id: mood
options: 0=bad; 1=good
range.week: 0..7
concept: shynes
direction: up
bands: low < 5 <= high
alert: >= 9

item,text,scale
day,How was the day?,mood
night,And the night?,

norm,mean,sd
mood,3,1

count,score,n
mood,0,4
mood,2,1
END
isolate-quiz check ./bad.txt
printf 'id: key\ntitle: A key\nlicence: none\ncitation: none\nrange: 0..4\n\nitem\na\n' > key.txt
isolate-quiz check ./key.txt
printf 'id: key\nrange: 0..4\n\nitem,text\n1,One?\n' > broken.txt
isolate-quiz check ./broken.txt
