# A rule that an earlier one always goes before is told of; one of another thing,
# with more words, or with a gap that reaches farther is not.
cat >own.txt <<'X'
lexicon: own

pattern,dimension,value,weight,concept
my fault,pattern,,3,labelling
zorb*|zup me,theme,,2,loneliness
zorbled me,theme,,2,loneliness;social-isolation
zorbled me,theme,,2,shyness
zorbled me $,theme,,2,loneliness;mistrust
zorbled me twice,theme,,2,loneliness
zorbled ..2 me,theme,,2,loneliness
zorbled ..3 me,theme,,2,loneliness
zub me $,theme,,2,loneliness
zub me,theme,,2,loneliness
^ zip,theme,,2,loneliness
zip,theme,,2,loneliness
zip zap?,theme,,2,loneliness
so? zap,valence,2,1,
zap,valence,1,1,
X
attrib-score --check --lexicon ./own.txt 2>told
echo $?
sed 's/:[0-9]* goes/ goes/' told # built-in files grow
