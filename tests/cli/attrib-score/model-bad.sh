# A model of a later or an earlier version, a damaged one, one that ends too
# early, and what is no model are refused before anything is written.
attrib-score train -q --label sort "$TOP/tests/docs/files/sorted.csv" >model
try() {
	echo 'It was my fault.' | attrib-score --model "$1"
	echo "exit $?" >&2
}
sed 's/^reconnect-model: 3/reconnect-model: 4/' model >newer
sed 's/^reconnect-model: 3/reconnect-model: 2/' model >older
sed 's/^rows: 12/rows: 13/' model >other
head -n 100 model >torn
head -c 5 model >tiny
: >empty
sed 's/$/\r/' model >crlf
echo 'id: k6' >quiz
try newer
try older
try other
try torn
try tiny
try empty
try quiz
try crlf
try none
echo | attrib-score --model model --explain
