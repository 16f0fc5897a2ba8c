# Where there is no place to keep anything, it is said; nothing is written into
# the folder one works in.
unset XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME
for home in '' here; do
	HOME=$home isolate-quiz history
	echo "rc $?"
	HOME=$home isolate-quiz history k6
	echo "rc $?"
	printf '%s\n' 1 1 1 1 1 1 | HOME=$home isolate-quiz take k6 >answers.csv
	echo "rc $?"
done
HOME=$PWD/home XDG_DATA_HOME=here isolate-quiz history
echo "rc $?"
find . -mindepth 1 -not -path './home*' | sort
