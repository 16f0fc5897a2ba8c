attrib-score --check && echo good
printf 'lexicon: own\nprior.no-prior: -1\n\npattern,dimension,concept\nzorble,theme,no-such-thing\nzorb,theme,no-such-thing\n' >own.txt
attrib-score --check --lexicon ./own.txt
