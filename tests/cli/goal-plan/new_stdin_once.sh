# The second reader would find nothing, and say that nothing was there.
printf 'concept,severity\nmasking,.5\n' | goal-plan new --print - -
