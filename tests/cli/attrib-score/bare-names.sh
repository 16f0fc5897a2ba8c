# A bare name is no file here, but one that is here is told of; and a layout that
# ends behind its head lacks a table.
printf 'lexicon: mine\n' >my.lexicon
printf 'range: 1..7\n' >my.layout
echo x | attrib-score --lexicon my.lexicon
echo "exit $?"
echo x | attrib-score --lexicon ./my.lexicon | wc -l
echo x | attrib-score --ratings --layout my.layout
echo "exit $?"
echo x | attrib-score --ratings --layout ./my.layout
echo "exit $?"
echo x | attrib-score --ratings --layout cav
