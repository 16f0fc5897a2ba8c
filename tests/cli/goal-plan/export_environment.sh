# What is exported reads the journal it was exported from, and today's time zone,
# whatever the environment of cron or systemd; all it was told goes along.
XDG_DATA_HOME="$PWD/it's 100% mine" XDG_STATE_HOME="$PWD/state of \$things"
TZ=Pacific/Kiritimati
export XDG_DATA_HOME XDG_STATE_HOME TZ
goal-plan new --family voice --now 2026-11-22 --start 2026-11-23 --seed 1 -q
mkdir bin
cat >bin/notify-send <<'END'
echo "$2" | head -n 1
END
chmod +x bin/notify-send
elsewhere() { # COMMAND: as cron and systemd run it
	echo "$1:"
	rm -f "$XDG_STATE_HOME"/reconnect/*
	(cd / && env -i HOME=/nowhere PATH="$HOME/bin:$PATH" sh -c "$2")
}
how='--lead 9,0 --show-text --at 08:05'
goal-plan export --crontab $how | sed "s|'[^']*/goal-plan'|GOAL-PLAN|
	s|$PWD|/home/me|g"
elsewhere cron "$(goal-plan export --crontab $how |
	sed -n 's/^5 8 \* \* \* //; s/\\%/%/g; $p')" | head -n 2
elsewhere notify "$(goal-plan export --notify $how | tail -n 1)"
elsewhere systemd "$(goal-plan export --systemd $how |
	sed -n 's/^ExecStart=.bin.sh -c "\(.*\)"$/\1/p' |
	sed 's/\$\$/$/g; s/%%/%/g; s/\\\(["\\]\)/\1/g')"
ls "$XDG_STATE_HOME"/reconnect
echo 'a journal of its own needs no folders; what is not absolute is ignored:'
short() {
	goal-plan export "$@" | sed -n "s|'[^']*/goal-plan'|GOAL-PLAN|
	s|$PWD|/home/me|; \$p"
}
touch own.csv
TZ=UTC short --crontab --journal own.csv
unset -v TZ
XDG_DATA_HOME=here XDG_STATE_HOME='' short --crontab
# To systemd a carriage return ends a line, too; a terminal obeys an escape.
XDG_DATA_HOME="/$(printf 'a\rExecStart=evil')" goal-plan export --systemd
XDG_DATA_HOME="/$(printf '\033[31m')" goal-plan export --notify
