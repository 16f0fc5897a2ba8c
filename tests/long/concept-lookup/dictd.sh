# shellcheck shell=sh
# Answers as dictd does, by its strategies exact, prefix and lev, on 1,000 words
# of each dictionary of Debian.  The sample is drawn by a fixed recurrence;
# dictd talks over its standard input, so that no socket is opened.  Skipped
# without dictd and the dictionaries.
folder=/usr/share/dictd
PATH=$PATH:/usr/sbin
if ! command -v dictd >/dev/null || [ ! -f $folder/gcide.index ] ||
	[ ! -f $folder/wn.index ]; then
	cat "$TOP/tests/long/concept-lookup/dictd.out"
	exit 0
fi

# sample BASE: lines "STRATEGY QUERY" for 1,000 of its words: the word, the
# beginning of it, and the word with a slip (of letters, since dictd tries no
# digits).
sample() {
	grep -v '^00-\?database' "$folder/$1.index" | awk -F'\t' '
	function random(n) {
		seed = (seed * 69069 + 1) % 4294967296
		return int(seed / 65536) % n
	}
	# A letter doubled, dropped, replaced, or swapped with the next.
	function slip(word,   at, what, letter) {
		at = 1 + random(length(word) - 1)
		what = random(4)
		letter = substr(word, at, 1)
		if (what == 0)
			letter = letter letter
		else if (what == 1)
			letter = ""
		else if (what == 2)
			letter = substr("etaoinsrhl", 1 + random(10), 1)
		else
			letter = substr(word, at + 1, 1) letter
		return substr(word, 1, at - 1) letter \
			substr(word, at + (what == 3 ? 2 : 1))
	}
	function ask(strategy, query) {
		if (query !~ /^ | $/ && !asked[query]++)
			print strategy "\t" query
	}
	$1 !~ /["\\]/ { words[count++] = $1 }
	END {
		seed = 20
		for (i = 0; i < 1000;) {
			word = words[(random(65536) * 16 + random(16)) % count]
			i += !asked[word]
			ask("exact", word)
			ask("prefix", substr(word, 1, int(length(word) * .7) + 1))
			if (length(word) > 4 && word !~ /[^A-Za-z ]/)
				ask("lev", slip(word))
		}
	}'
}

# theirs BASE: "NUMBER WORD" for each match of each query.
theirs() {
	# dictd gives root up, and then sees nothing of this folder.
	conf=$(mktemp /tmp/dictd.XXXXXX) && chmod 644 "$conf" || exit 4
	echo "global { limit_queries 0 }" \
		"database $1 { data \"$folder/$1.dict.dz\"" \
		"index \"$folder/$1.index\" }" >"$conf"
	awk -F'\t' -v base="$1" '
		{ printf "MATCH %s %s \"%s\"\r\n", base, $1, $2 }
		END { printf "QUIT\r\n" }' queries | dictd -i -c "$conf" |
		tr -d '\r' | awk -v base="$1" '
		/^(152|552) / { n++ }
		index($0, base " \"") == 1 {
			print n "\t" substr($0, length(base) + 3,
				length($0) - length(base) - 3)
		}'
	rm -f "$conf"
}

# dictd lists for lev one of the words that differ only in case or marks.
plain() {
	awk -F'\t' 'NR == FNR { strategy[FNR] = $1; next }
	strategy[$1] == "lev" {
		$2 = tolower($2)
		gsub(/[^a-z0-9 \200-\377]/, "", $2)
	}
	{ sub(/ +$/, "", $2); print $1 "\t" $2 "\t" $3 }' queries - | sort -u
}

# ours BASE: the same, with the stage behind.
ours() {
	cut -f2 queries | concept-lookup -q -n 1000000 --repeat --json \
		--glossary "$folder/$1.index" - 2>/dev/null |
		awk -F'\t' 'NR == FNR { number[$2] = NR; next }
		/^  "query": "/ { n = number[text($0)] }
		/^  "stage": "/ { stage = text($0) }
		/^  "title": "/ { print n "\t" text($0) "\t" stage }
		function text(line) {
			sub(/^[^:]*: "/, "", line)
			sub(/",?$/, "", line)
			return line
		}' queries -
}

for base in gcide wn; do
	sample $base >queries
	theirs $base | plain >told
	ours $base | plain >here
	# An earlier stage ends the search here: such a query tells nothing of
	# a later one.  A later stage means that this one found nothing.  A
	# typo may be farther off than dictd looks.
	awk -F'\t' -v base=$base '
	BEGIN { place["exact"] = place["id"] = place["title"] = 1
		place["alias"] = 1; place["prefix"] = 2
		place["lev"] = place["typo"] = 3; place["text"] = 4 }
	FILENAME == "queries" { asked[FNR] = $1; query[FNR] = $2; next }
	FILENAME == "told" { their[$1] = their[$1] "\n" $2; next }
	# It tries no blank in the place of a letter.
	asked[$1] == "lev" && split($2, a, " ") > split(query[$1], a, " ") {
		next
	}
	{ our[$1] = our[$1] "\n" $2; found[$1] = place[$3] }
	END {
		for (n = 1; n in asked; n++) {
			late = (found[n] ? found[n] : 4) - place[asked[n]]
			if (late < 0 || asked[n] == "lev" && late == 0 &&
			    their[n] == "")
				continue
			compared[asked[n]]++
			mine = late == 0 ? our[n] : ""
			if (mine != their[n])
				print base, asked[n], query[n] \
					"\ndictd:" their[n] "\nhere:" mine
		}
		enough = compared["exact"] >= 1000 && \
			compared["prefix"] > 500 && compared["lev"] > 500
		print base, enough ? "compared" : "too few compared: " \
			compared["exact"] " " compared["prefix"] " " compared["lev"]
	}' queries told here
done
