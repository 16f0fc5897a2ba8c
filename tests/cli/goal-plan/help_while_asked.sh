# Who speaks of a crisis is asked nothing more before help is named.
. "$TOP"/tests/terminal.sh
goal-plan new --family voice --now 2026-11-22 --seed 1 -q
terminal 72 30 C.UTF-8
key 'clear; goal-plan predict nxs.4 --now 2026-11-23; echo rc $?' Enter
see 'What do you fear'
key 'That I will kill myself.' Enter
see 'How likely'
screen predict
key Enter
see 'How much'
key Enter
see 'rc 0'
key 'clear; goal-plan done nxs.4 --now 2026-11-23; echo rc $?' Enter
see 'What happened'
key 'I still want to die.' Enter
see 'Did what'
screen done
