# What a model cannot hold is refused where it stands: a label or a column that
# is not UTF-8, a name of more than one line.
printf 'text,sort\na b c,glad\na b d,caf\351\na b e,grim\na c e,grim\n' >x.csv
attrib-score train -q --folds 2 --label sort x.csv | grep '^label:'
printf 'text,"x\nkind: many"\na b c,glad\na b d,grim\n' >y.csv
attrib-score train -q --folds 2 --label 'x
kind: many' y.csv
echo "exit $?"
printf 'text,caf\351\na b c,glad\na b d,grim\n' >z.csv
attrib-score train -q --folds 2 --label "$(printf 'caf\351')" z.csv
echo "exit $?"
attrib-score eval -q --label sort --predicted sort --bootstrap 0 x.csv |
	grep '^rows'
