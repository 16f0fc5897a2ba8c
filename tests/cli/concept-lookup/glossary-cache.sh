# Kept for a large file, made anew when the file changes, and no loss if it is
# torn, empty or full of noise.
{ echo term,definition; seq 1 20000 | sed 's/.*/word &,Meaning of &/'; } >g.csv
look() { concept-lookup --glossary g.csv --short "$@"; }
look 'word 777'
cache=$(echo "$XDG_CACHE_HOME"/reconnect/glossary/*)
test -s "$cache" && stat -c %a "$cache"
before=$(stat -c %i "$cache")
look 'word 778'
test "$(stat -c %i "$cache")" = "$before" && echo kept
echo 'added later,A new one' >>g.csv
look 'added later'
head -c 100000 "$cache" >torn && cp torn "$cache" && look 'word 779'
: >"$cache" && look 'word 780'
head -c 100000 /dev/urandom >"$cache" && look 'word 781'
rm -rf "$XDG_CACHE_HOME/reconnect" && : >"$XDG_CACHE_HOME/reconnect"
look 'word 782'
