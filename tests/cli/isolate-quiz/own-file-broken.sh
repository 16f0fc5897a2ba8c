printf 'id: mood\noptions: 0=bad; 1=good\n\nitem,text,key\nday,Day?,2\n' > m.txt
printf 'day\n1\n' | isolate-quiz score -i ./m.txt
