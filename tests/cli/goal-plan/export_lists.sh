# Lines for remind and todo.txt; nothing in a text commands them.
day='--now 2026-11-23 --seed 1'
goal-plan new --family voice $day --start 2026-11-23 -q
printf '50%% [now], "yes" $HOME\n\\ \033[31m ünï' |
	goal-plan add - --every ++2w --due 2026-11-20 -q $day
goal-plan export --remind --lead 2,0 $day
goal-plan export --remind --show-text --at 18:05 $day | tee steps.rem
remind -n steps.rem 2026-11-23
goal-plan export --todo $day
goal-plan export --todo --show-text $day
goal-plan list --csv $day >list
goal-plan export --csv $day | cmp - list
