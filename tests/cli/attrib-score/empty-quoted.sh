# A cell that is empty in quotes is as missing as one without: what writers
# write that quote all cells.  A label of blanks is none either.
printf '%s\n' '"valence","internality","stability","globality","control"' \
	'"negative","7","5","4",""' '"","7","","","2"' |
	attrib-score --ratings | cut -d , -f 4,6-8
printf '%s\n' g,p a,a '"",a' '" ",b' ,b b,a |
	attrib-score eval --bootstrap 0 --label g --predicted p |
	grep -E '^(rows|confusion)'
printf '%s\n' text,g 'one two,a' 'two one,a' 'three four,""' 'four three," "' |
	attrib-score train --folds 2 --label g
