# What a database says of itself decides which names are one: by default marks
# and capitals do not count, with allchars marks do, with case-sensitive both.
printf 'first second third' >own.dict
rows() {
	printf 'A.B.\tA\tF\nab\tG\tG\nAb\tN\tF\n'
}
rows >own.index
echo 'by default:'
concept-lookup --list --glossary own.index ab
{
	printf '00-database-allchars\tA\tA\n'
	rows
} >own.index
echo 'allchars:'
concept-lookup --list --glossary own.index ab a.b.
{
	printf '00-database-case-sensitive\tA\tA\n'
	rows
} >own.index
echo 'case-sensitive:'
concept-lookup --list --glossary own.index Ab A.B.
