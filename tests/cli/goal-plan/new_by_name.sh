# A word for a file may be meant for a ladder; one that fits none is told what
# there is.
said() {
	goal-plan new --now 2026-11-22 "$@"
	echo $?
}
said loneliness
said reach-out
said nothing-of-it
said --family sad
said --concept sadness
touch loneliness
said loneliness
