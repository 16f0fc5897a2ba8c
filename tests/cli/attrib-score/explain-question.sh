# A question where it went badly, about what weighs most; none on a good moment;
# of a cause outside none that looks for a part of one's own in it; where life is
# at stake help alone.
printf '%s\n' "They left because I'm boring." 'She hugged me and we laughed.' \
	"I want to die because I'm boring." \
	'It was cancelled because of the snow.' \
	'They bullied me because they are mean.' \
	'I should have asked. They must think I am so stupid.' |
	attrib-score --explain 2>/dev/null | grep -E '^[0-9]|question|alone|of [17]'
# Each asks about a scale or a concept of the glossary.
sed 1d "$TOP/lib/data/questions.csv" | cut -d , -f 1 | sort -u |
	grep -vxE 'internality|stability|globality|control' |
	while read -r about; do
		[ -e "$TOP/lib/data/concepts/$about.txt" ] || echo "$about"
	done
