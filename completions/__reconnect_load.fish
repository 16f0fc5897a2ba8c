# fish completion for isolate-quiz, attrib-score, goal-plan and concept-lookup.
#
# Verbs and options are read from --help (which takes about a millisecond), so
# that there is no list here that could fall behind; what a value or an operand
# is called there says with what to complete it.

# The words for what is called $argv[1] in the help: an operand, or an option
# with its value, "--name=ARG".
function __reconnect_words
    switch $argv[1]
        case '--column=*'
            for word in (commandline -opc)
                if string match -q '*.csv' -- $word; and test -r $word
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
                    }' <$word
                    return
                end
            end
        case '--color=*'
            printf '%s\n' auto always never
        case '--concept=*' '*NAME*'
            concept-lookup --list 2>/dev/null
        case '--instrument=*'
            isolate-quiz list 2>/dev/null
        case '--family=*'
            goal-plan new --family '' 2>&1 |
                sed -n 's/.*(families are: \(.*\))$/\1/;s/, /\n/gp'
        case '--ladder=*'
            __reconnect_steps | cut -d. -f1 | uniq
        case '--*'
        case '*ID*'
            switch (path basename -- (commandline -opc)[1])$argv[1]
                case 'isolate-quiz*'
                    isolate-quiz list 2>/dev/null
                case '*[ID*'
                    __reconnect_steps | cut -d. -f1 | uniq
                case '*'
                    __reconnect_steps
            end
    end
end

# The ids of the steps of goal-plan; what stands before the point is their ladder's.
function __reconnect_steps
    goal-plan list --csv 2>/dev/null | sed 1d | cut -d, -f2
end

# Arguments of complete(1) for such words.
function __reconnect_kind
    if string match -qr 'FILE|DIR' -- $argv[1]
        echo --force-files
    else
        echo --no-files
    end
    echo --arguments
    echo "(__reconnect_words '$argv[1]')"
end

# TOOL [VERB]: the options of its help as "x name=ARG text".
function __reconnect_options
    $argv --help 2>/dev/null | string match -r '^  (?:-.,|   ) --.*' |
        string replace -r '^  (?:-(.),|   ) --(\S+)\s*(.*)' '$1 $2 $3'
end

function __reconnect_load --argument-names tool
    set -l verbs
    set -l taken # "VERB OPTION" for every option that a verb takes
    for line in ($tool --help 2>/dev/null | sed -n '/^Verbs:$/,/^$/s/^  \([a-z]\)/\1/p')
        set -l row (string match -r '^(\S+) +(.*)' -- $line)
        set -a verbs $row[2]
        set -a taken "$row[2] "(__reconnect_options $tool $row[2])
        complete -c $tool -f -n __fish_use_subcommand -a $row[2] -d $row[3]
        complete -c $tool -n "__fish_seen_subcommand_from $row[2]" \
            (__reconnect_operands $tool $row[2])
    end
    set -q verbs[1]
    or complete -c $tool (__reconnect_operands $tool)
    set -l alone __fish_use_subcommand # no verb is there, nor will be
    # a tool that may do without a verb takes operands in its place too
    if $tool --help 2>/dev/null | head -n 1 | string match -qr '\[VERB\]'
        complete -c $tool -n __fish_use_subcommand --force-files
        set alone "not __fish_seen_subcommand_from $verbs"
    end
    for option in (__reconnect_options $tool)
        set -l row (string match -r '^(.?) ([^ =]+)(=?\S*) (.*)' -- $option)
        set -l takers (string match -r "^\S+ (?=$row[2] $row[3]\\b(?!-))" -- $taken)
        set -l rest -l $row[3] -d $row[5]
        test -n "$row[2]"; and set -a rest -s $row[2]
        test -n "$row[4]"
        and set -a rest -r (__reconnect_kind --$row[3]$row[4])
        set -q takers[1]
        and set -a rest -n "$alone; or __fish_seen_subcommand_from $takers"
        complete -c $tool $rest
    end
end

function __reconnect_operands
    __reconnect_kind ($argv --help 2>/dev/null | head -n 1 |
        string replace -r '.*\[OPTION \.\.\.\]' '')
end
