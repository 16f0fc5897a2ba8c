cat >scores.csv <<'END'
scale,concept,severity
a,mind-reading;spotlight-effect,0.9
b,,0.5
c,"mind-reading; labelling",0.4
END
concept-lookup --list --column concept scores.csv
