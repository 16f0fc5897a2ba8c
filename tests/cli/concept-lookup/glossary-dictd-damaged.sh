# Cut short, torn in the middle, no gzip at all, an index of noise.
data=$TOP/tests/data/tiny
cp "$data.index" t.index
try() { concept-lookup --glossary t.index "${1-kitchen}" 2>&1 || echo "$?"; }
head -c 300 "$data.dict.dz" >t.dict.dz; try
{ head -c 60 "$data.dict.dz"; head -c 400 /dev/zero
	tail -c +461 "$data.dict.dz"; } >t.dict.dz; try
head -c 5000 /dev/zero >t.dict.dz; try
: >t.dict.dz; try
cp "$data.dict.dz" t.dict.dz
: >t.index; try
head -c 3000 "$data.dict.dz" >t.index; try
printf 'kitchen\tA\n' >t.index; try
printf 'kitchen\tA\t?\n' >t.index; try
printf 'kitchen\t//////\tB\n' >t.index; try
