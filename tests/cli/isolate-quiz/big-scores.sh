# Scores of hundreds and thousands are shown in full, not with an exponent.
cat > big.txt << 'END'
id: big
title: Hundreds
range: 0..500
reliability: .8
sd: 120

item,text
one,How one?
two,How two?
three,How three?
END
printf '%s\n' respondent,one,two,three a,400,410,420 | tee answers.csv |
	isolate-quiz score -i ./big.txt --profile | sed -n 4,7p
isolate-quiz score -i ./big.txt --histogram total answers.csv | sed -n '1p;26p'
own=$XDG_DATA_HOME/reconnect
mkdir -p "$own/instruments" "$own/history"
cp big.txt "$own/instruments"
cat > "$own/history/big.csv" << 'END'
respondent,time,instrument,sex,age,group,one,two,three
,2026-01-01,big,,,,100,200,300
,2026-02-01,big,,,,400,500,410
END
isolate-quiz history big
isolate-quiz history big --svg big.svg
grep -c '>1500<' big.svg
