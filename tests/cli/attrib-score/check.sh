attrib-score --check && echo good
printf 'lexicon: own\n\npattern,dimension,concept\nzorble,theme,no-such-thing\n' >own.txt
attrib-score --check --lexicon ./own.txt
