{ echo term,definition; seq 1 20000 | sed 's/.*/word &,Meaning of &/'; } >g.csv
for i in 1 2 3 4; do
	concept-lookup --glossary g.csv --list "word $i" >"out$i" &
done
wait
cat out1 out2 out3 out4
ls "$XDG_CACHE_HOME/reconnect/glossary" | wc -l
