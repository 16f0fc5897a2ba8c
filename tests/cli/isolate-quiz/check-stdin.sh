# A file that is checked may come by a pipe, once.
sed '/^licence:/d' "$TOP/lib/data/instruments/k6.txt" >k6.txt
isolate-quiz check - <"$TOP/lib/data/instruments/k6.txt" && echo whole
isolate-quiz check - <k6.txt
echo $?
isolate-quiz check - - <k6.txt
echo $?
