# Both layouts give the same shares; a category called as a column of the stream
# is named apart; what can never be found, and faults with their line.
printf '%%\n1\tself\n2\ttime (Time words)\n\t30\tsad\n%%\ni\t1\nlast night\t2\ncry*\t30\n' >old.dic
printf 'DicTerm,self,time,sad\ni,X,,\nlast night,,X,\ncry*,,,X\n' >new.dicx
printf '%s\n' '2026-03-01 Last night I cried.' 'I cry, I cry.' 'Nothing.' '...' >text
attrib-score --lexicon old.dic text
attrib-score --lexicon new.dicx text | cmp - <<END
$(attrib-score --lexicon old.dic text)
END
attrib-score --lexicon old.dic --check; echo "check $?"
printf '%%\n1\ta\n2\tb\n%%\n:(\t1\nx\t1\n' >odd.dic
attrib-score --lexicon odd.dic --check; echo "check $?"
printf '%%\n1\ta\n%%\nx\t2\n' >bad.dic
attrib-score --lexicon bad.dic text; echo "exit $?"
printf '%%\n1\tfood\n%%\ncaf\351\t1\n' >latin.dic
attrib-score --lexicon latin.dic --check; echo "check $?"
printf '%%\n1\tfo\351d\n%%\nx\t1\n' >latin.dic
attrib-score --lexicon latin.dic text; echo "exit $?"
printf 'DicTerm,self\ni,X\nx\000y,X\n' >nul.dicx
attrib-score --lexicon nul.dicx text; echo "exit $?"
attrib-score --lexicon none.dic text; echo "exit $?"
attrib-score --lexicon old.dic --evidence text; echo "exit $?"
