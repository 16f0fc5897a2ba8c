printf 'lexicon: own\n\npattern,dimension\nzorble,mood\n' >own.txt
echo hello | attrib-score --lexicon ./own.txt
