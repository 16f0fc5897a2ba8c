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
		[[ $word == *.csv && -r $word ]] || continue
		sed -n '1{s/^\xef\xbb\xbf//;s/\r$//;s/"//g;s/,/\n/g;p;q}' "$word"
		return
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
	mapfile -t COMPREPLY < <(compgen -W "$(_reconnect_words "$1")" -- "$cur")
}

# The words that what is called $1 in the help can be, a line each.
_reconnect_words() {
	case $1 in
	--column=*) _reconnect_columns ;;
	--color=*) printf 'auto\nalways\nnever\n' ;;
	--concept=* | *NAME*) concept-lookup --list 2>/dev/null ;;
	--instrument=*) isolate-quiz list 2>/dev/null ;;
	--*) ;;
	*ID*) _reconnect_ids "${COMP_WORDS[0]##*/}" ;;
	esac
}

# What the operand ID of a tool can be, a line each.
_reconnect_ids() {
	case $1 in
	isolate-quiz) isolate-quiz list 2>/dev/null ;;
	goal-plan) goal-plan list --csv 2>/dev/null | sed 1d | cut -d, -f2 ;;
	esac
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
		mapfile -t COMPREPLY < <(compgen -W \
			"$(sed 's/=.*//;s/^- //;s/ /\n/' <<<"$options")" -- "$cur")
	elif [[ -n $verbs && -z $verb ]]; then
		# a tool that may do without a verb takes operands there too
		_reconnect_values "$("$tool" --help 2>/dev/null |
			sed -n '1s/.*\[VERB\] \[OPTION \.\.\.\]//p')"
		mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY \
			< <(compgen -W "$verbs" -- "$cur")
	else
		_reconnect_values "$("$tool" ${verb:+"$verb"} --help 2>/dev/null |
			sed -n '1s/.*\[OPTION \.\.\.\]//p')"
	fi
}

complete -F _reconnect isolate-quiz attrib-score goal-plan concept-lookup
