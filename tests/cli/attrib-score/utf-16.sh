# A diary as some editors save it is told for what it is.
printf '\377\376I\0 \0a\0m\0\n\0d\0u\0l\0l\0\n\0' | attrib-score
