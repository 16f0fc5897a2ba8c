# shellcheck shell=sh
# Where the sources stand in a folder with a blank in its name, what LD_PRELOAD and
# parallel(1) are given is found all the same.
ln -s "$TOP" 'a folder'
ln -s "$(dirname "$(command -v goal-plan)")" 'a build'
for case in 'cli -t goal-plan -n odd_file_systems' \
	'docs -t reconnect-scale.7 -n sessions'; do
	# shellcheck disable=SC2086
	'a folder/tests/run' -k $case 'a build'
done
