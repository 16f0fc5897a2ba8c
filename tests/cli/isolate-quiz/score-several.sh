# A row that answers several instruments is scored by each; where two have an
# item of the same id, its column is INSTRUMENT.ITEM.
for id in one two; do
	printf '%s\n' "id: $id" 'range: 0..4' '' item,text,scale 'q,How?,s' > $id.txt
done
printf 'respondent,one.q,two.q\na,1,3\nb,4,9\n' > in.csv
isolate-quiz score -i ./one.txt -i ./two.txt in.csv | cut -d , -f 1,3,4,8
# take writes such columns itself.
printf '2\n' | isolate-quiz take --now 2026-03-02 ./one.txt ./two.txt
sed -i 's/How?/How now?/' two.txt
printf '2\n3\n' | isolate-quiz take --now 2026-03-02 ./one.txt ./two.txt | tee both.csv
isolate-quiz score -i ./one.txt -i ./two.txt both.csv | cut -d , -f 3,4,8
