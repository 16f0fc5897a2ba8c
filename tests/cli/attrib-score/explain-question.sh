# A question where it went badly; none on a good moment; where life is at stake
# help, and nothing is asked.
printf '%s\n' "They left because I'm boring." 'She hugged me and we laughed.' \
	"I want to die because I'm boring." |
	attrib-score --explain 2>/dev/null | grep -E '^[0-9]|Another way|alone'
