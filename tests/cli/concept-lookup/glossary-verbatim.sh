# The lines of a dictionary stay as they are in every form, and so do its
# backslashes.
printf 'Porch \\Porch\\, n.\n   .so one\n     two\n' >porch.dict
printf 'porch\tA\tm\n' >porch.index
concept-lookup --glossary porch.index porch
concept-lookup --glossary porch.index --json porch | tail -n 5
concept-lookup --glossary porch.index --mdoc porch | sed -n '/^.Bd/,/^.Ed/p'
concept-lookup --glossary porch.index --html | sed -n '/<article/,/<.article/p'
