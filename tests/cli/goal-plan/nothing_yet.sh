# Who looks before anything is there, or when all is taken away, is told so; what
# cron and pipes read says nothing.
look() {
	for verb in list progress report 'list --csv' 'progress --csv' due \
	    'export --todo'; do
		echo "== $verb"
		# shellcheck disable=SC2086
		goal-plan $verb --now 2026-11-23 "$@" 2>&1
		echo "rc $?"
	done
}
look
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
goal-plan progress --now 2026-11-23 2>&1
goal-plan progress nxs --now 2026-11-23 2>&1
goal-plan undo -q
look -q
goal-plan list 2>&1
