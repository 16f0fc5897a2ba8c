# bash completion for isolate-quiz, attrib-score, goal-plan and concept-lookup.
#
# Verbs and options are read from --help (which takes about a millisecond), so
# that there is no list here that could fall behind; what a value or an operand
# is called there says with what to complete it.

# The verbs of a tool, a line each.
_reconnect_verbs() {
	"$1" --help 2>/dev/null |
		sed -n '/^Verbs:$/,/^$/s/^  \([a-z][a-z-]*\)  *.*/\1/p'
}

# TOOL [VERB]: "-x --name" or "-x --name=ARG" of each option, a line each.
_reconnect_options() {
	"$@" --help 2>/dev/null |
		sed -n 's/^  \(-.\),* *\(--[^ ]*\).*/\1 \2/p;s/^      \(--[^ ]*\).*/- \1/p'
}

# The columns of the first FILE of the command line that has a header.
_reconnect_columns() {
	local word
	for word in "${COMP_WORDS[@]:1}"; do
		word=${word//\\/}
		[[ $word == *.csv && -r $word ]] || continue
		# between quotes is every other part; two quotes are one
		LC_ALL=C awk -F '"' '{
			sub(/^\357\273\277/, "")
			sub(/\r$/, "")
			for (i = 1; i <= NF; i++) {
				part = $i
				if (i % 2 == 1)
					gsub(/,/, "\n", part)
				if (i % 2 == 1 && i > 1 && i < NF && part == "")
					part = "\""
				printf "%s", part
			}
			print ""
			exit
		}' <"$word"
		return
	done
}

# Offers those of the lines read that begin with cur.  They come out of files, and
# are no words for compgen, which would run commands in them.
_reconnect_offer() {
	local line
	while IFS= read -r line; do
		printf -v line %q "$line"
		[[ $line != "''" && $line == "$cur"* ]] && COMPREPLY+=("$line")
	done
}

# Completes cur with what is called $1 in the help: an operand, or an option
# with its value, "--name=ARG".
_reconnect_values() {
	case $1 in
	*FILE*)
		compopt -o filenames 2>/dev/null
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		return
		;;
	*DIR*)
		compopt -o filenames 2>/dev/null
		mapfile -t COMPREPLY < <(compgen -d -- "$cur")
		return
		;;
	esac
	_reconnect_offer < <(_reconnect_words "$1")
}

# The words that what is called $1 in the help can be, a line each.
_reconnect_words() {
	case $1 in
	--column=*) _reconnect_columns ;;
	--color=*) printf 'auto\nalways\nnever\n' ;;
	--concept=* | *NAME*) concept-lookup --list 2>/dev/null ;;
	--instrument=*) isolate-quiz list 2>/dev/null ;;
	--family=*)
		goal-plan new --family '' 2>&1 |
			sed -n 's/.*(families are: \(.*\))$/\1/;s/, /\n/gp'
		;;
	--ladder=*) _reconnect_steps | cut -d. -f1 | uniq ;;
	--*) ;;
	*ID*)
		case ${COMP_WORDS[0]##*/}$1 in
		isolate-quiz*) isolate-quiz list 2>/dev/null ;;
		*\[ID*) _reconnect_steps | cut -d. -f1 | uniq ;;
		*) _reconnect_steps ;;
		esac
		;;
	esac
}

# The ids of the steps of goal-plan; what stands before the point is their ladder's.
_reconnect_steps() {
	goal-plan list --csv 2>/dev/null | sed 1d | cut -d, -f2
}

_reconnect() {
	local tool=$1 cur=${COMP_WORDS[COMP_CWORD]} verb='' verbs options option
	local prev=${COMP_WORDS[COMP_CWORD - 1]} word IFS=$'\n'

	COMPREPLY=()
	# bash makes three words of "--name=value"
	if [[ $cur == = ]]; then
		cur=''
	elif [[ $prev == = ]]; then
		prev=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	verbs=$(_reconnect_verbs "$tool")
	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		[[ -z $verb && $'\n'$verbs$'\n' == *$'\n'"$word"$'\n'* ]] &&
			verb=$word
	done
	options=$(_reconnect_options "$tool" ${verb:+"$verb"})
	for option in $options; do
		if [[ $option == *=* && $prev != - &&
			" ${option%%=*} " == *" $prev "* ]]; then
			_reconnect_values "${option#* }"
			return
		fi
	done
	if [[ $cur == -* ]]; then
		_reconnect_offer < <(sed 's/=.*//;s/^- //;s/ /\n/' <<<"$options")
	elif [[ -n $verbs && -z $verb ]]; then
		# a tool that may do without a verb takes operands there too
		_reconnect_values "$("$tool" --help 2>/dev/null |
			sed -n '1s/.*\[VERB\] \[OPTION \.\.\.\]//p')"
		_reconnect_offer <<<"$verbs"
	else
		_reconnect_values "$("$tool" ${verb:+"$verb"} --help 2>/dev/null |
			sed -n '1s/.*\[OPTION \.\.\.\]//p')"
	fi
}

complete -F _reconnect isolate-quiz attrib-score goal-plan concept-lookup
