# A class is told of where its line is, also where no rule uses it, and where it
# adds to a class of the lexicon that is built in.
head='lexicon: own\n'
rules='\npattern,dimension,value,weight\n<common> zorble,valence,2,1\n'
try() {
	printf "$head$1" >own.txt
	attrib-score --check --lexicon ./own.txt
	echo "exit $?"
}
try 'class.common: <no-such-class>\n'"$rules"
try 'class.barrier: zorble\n  <no-such-class>\n'
try 'class.lost: <lost>\n'
try 'class.none:\n'
