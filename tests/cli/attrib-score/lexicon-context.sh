# What is left of a weight turns nothing round.
printf '%s\n' 'lexicon: own' 'context.hedge: -1' '' pattern,dimension >own.txt
attrib-score --check --lexicon ./own.txt
