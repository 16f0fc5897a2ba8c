# A cue that speaks of several ways of thinking names the one that is told; where
# none is, that of which it speaks the loudest.
printf '%s\n' 'I always ruin things.' 'We laughed a lot.' |
	attrib-score --evidence | awk -F , '$9 == "pattern" { print $7 "," $11 }'
