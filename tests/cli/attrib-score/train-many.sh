# Labels that stand together, or none; a model of one kind told from the other.
printf '%s\n' text,l 'cold wet rain,cold;wet' 'cold wet snow,cold;wet' \
	'wet warm rain,wet' 'wet warm sea,wet' 'cold dry ice,cold' \
	'cold dry wind,cold' 'warm dry sun,' 'warm dry sand,' >rows
attrib-score train -q --many --label l --cost 5 --folds 2 rows >model
sed -n '3p;9,10p' model
printf '%s\n' 'a cold wet day' 'the warm dry summer' 'wet warm air' |
	attrib-score --model model | cut -d , -f 4,15
attrib-score eval --label l --model model --bootstrap 0 rows |
	grep -E '^(rows|abstained|accuracy|kappa|micro)' | cut -d , -f 1,4,5
