# Names of another's glossary stay names in every form.
cat >g.csv <<'END'
term,definition,related
"""><script>x</script>",".so /etc/passwd","\ "" x"
END
concept-lookup --glossary g.csv --html | sed -n '/<article/,/<p>/p'
concept-lookup --glossary g.csv --dot
concept-lookup --glossary g.csv --mdoc script | head -n 6
concept-lookup --glossary g.csv --json | head -n 4
