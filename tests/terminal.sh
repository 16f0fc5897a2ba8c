# A real terminal for tests of the command line: source this, then
#
#   terminal WIDTH HEIGHT [LOCALE]   a shell in a tmux of its own
#   key KEY ...                      as tmux send-keys
#   run RC COMMAND                   types COMMAND on a fresh screen and waits
#                                    until it ends with the exit status RC
#   see TEXT [N]                     waits until TEXT stands on the screen, in
#                                    N lines (1)
#   screen NAME                      prints what is on the screen
#
# It ends with the test.

terminal() {
	tmux -L "test$$" -f /dev/null new-session -d -x "$1" -y "$2" \
		"env TERM=screen LC_ALL=${3:-C} PS1='$ ' sh"
	trap 'tmux -L "test$$" kill-server' EXIT
	trap 'exit 143' TERM
	see '$'
}

key() {
	tmux -L "test$$" send-keys "$@"
}

look() {
	tmux -L "test$$" capture-pane -p
}

see() {
	tries=0
	while [ "$(look | grep -cF -- "$1")" -lt "${2:-1}" ]; do
		tries=$((tries + 1))
		if [ $tries -gt 400 ]; then
			echo "never seen: $1"
			screen now
			exit 1
		fi
		sleep 0.1
	done
}

# Each end has a number, so that one that still stands there is not taken for it;
# the line as it is typed has no status behind it.
runs=0
run() {
	runs=$((runs + 1))
	key -l "clear; $2; echo ended:$runs:\$?"
	key Enter
	see "ended:$runs:$1"
}

# What was waited for may be the first that a program draws: two looks are to be
# the same.
screen() {
	while shown=$(look) && sleep 0.05 && [ "$shown" != "$(look)" ]; do :; done
	echo "== $*"
	printf '%s\n' "$shown" | sed '/^[$ ]*$/d'
}
