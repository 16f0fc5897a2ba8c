goal-plan new --family digital-balance --now 2026-11-22 --seed 1 -q
goal-plan list --now 2026-11-23
