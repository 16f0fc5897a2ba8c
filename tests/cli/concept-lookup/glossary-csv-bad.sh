try() { concept-lookup --glossary g.csv x 2>&1 || echo "$?"; }
: >g.csv; try
printf 'word,meaning\na,b\n' >g.csv; try
head -c 2000 "$TOP/tests/data/tiny.dict.dz" >g.csv; try
printf 'term,definition\n' >g.csv; try
rm g.csv; try
mkdir g.csv; try
