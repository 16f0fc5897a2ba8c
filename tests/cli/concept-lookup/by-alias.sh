# Case, accents and hyphens make no difference.
for name in 'mind-reading' 'MIND READING' 'Mínd-Reading' 'assuming thoughts'; do
	concept-lookup --list "$name"
done
