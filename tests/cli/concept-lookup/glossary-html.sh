# A page of another's glossary bears its name, not ours, and every article has
# a valid place of its own.
mkdir shelf
cat >shelf/words.csv <<'END'
term,definition,related
Café au lait,A drink,kind-terms;porch
porch,Where one waits,Café au lait
porch,Where one is waited for,
kind-terms,A friendly offer,
END
concept-lookup --glossary shelf/words.csv --html >page.html
tidy -quiet -errors page.html
grep '<h1\|<title\|diagnose\|<section\|<article\|href' page.html
