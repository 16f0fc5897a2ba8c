#include "test.h"

#include "concept/concept.h"

static struct concept c;
static struct diag why;

static int
parse(const char *text)
{
	return concept_parse(&c, text, strlen(text), &why);
}

#define HEAD "id: a-1\ntitle: A\nkind: bias\ndefinition: It is.\n"

static void
reads_every_field(void **state)
{
	(void)state;
	assert_int_equal(
	    parse(
		HEAD "aliases: b; c d ;e\nrelated: x\nrelated: y; z\n"
		     "broader: up\nmeasure: k6/k\ncue: one\ncue: two, three\n"
		     "keeps: this; that\nhelps: h\nstrategies: s\n"
		     "families: f\nreferences: r1; r2\nnote: n\n\n\nProse.\n"),
	    0);
	assert_string_equal(c.id, "a-1");
	assert_int_equal(c.kind, CONCEPT_BIAS);
	assert_string_equal(c.broader, "up");
	assert_string_equal(c.note, "n");
	assert_int_equal(c.lists[CONCEPT_ALIASES].count, 3);
	assert_string_equal(c.lists[CONCEPT_ALIASES].items[1].text, "c d");
	assert_int_equal(c.lists[CONCEPT_RELATED].count, 3);
	assert_string_equal(c.lists[CONCEPT_RELATED].items[2].text, "z");
	assert_int_equal(c.lists[CONCEPT_RELATED].items[2].line, 7);
	assert_int_equal(c.lists[CONCEPT_CUES].count, 2);
	assert_string_equal(c.lists[CONCEPT_KEEPS].items[0].text, "this; that");
	assert_text(c.article, c.article_len, "Prose.");
	concept_release(&c);
}

static void
refuses_with_the_line(void **state)
{
	static const struct {
		const char *text, *said;
		unsigned long line;
	} rows[] = {
	    {"", "field 'id' is missing", 1},
	    {"id: a\ntitle: A\nkind: bias\n", "field 'definition' is missing",
		1},
	    {HEAD "title: B\n", "field 'title' stands twice", 5},
	    {HEAD "colour: red\n", "unknown field 'colour'", 5},
	    {HEAD "related:\n", "field 'related' is empty", 5},
	    {HEAD "cue: a; b\n",
		"field 'cue' holds a semicolon: 'a; b' (one cue a field)", 5},
	    {"id: A\ntitle: A\nkind: bias\ndefinition: d\n",
		"field 'id': not lower-case letters, digits and single "
		"hyphens: 'A'",
		1},
	    {"id: a--b\ntitle: A\nkind: bias\ndefinition: d\n",
		"field 'id': not lower-case letters, digits and single "
		"hyphens: 'a--b'",
		1},
	    {"id: a\ntitle: A\nkind: horse\ndefinition: d\n",
		"field 'kind': not one of theme, term, mechanism, bias, "
		"strategy, measure: 'horse'",
		3},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(parse(rows[i].text), -1);
		assert_string_equal(why.text, rows[i].said);
		assert_int_equal(why.line, rows[i].line);
		concept_release(&c);
	}
}

static void
ids_are_kebab(void **state)
{
	static const char *const good[] = {"a", "a-b", "ucla-3", "9"};
	static const char *const bad[] = {"", "-a", "a-", "a--b", "A", "a b"};

	(void)state;
	for (size_t i = 0; i < LENGTH(good); i++)
		assert_true(concept_id_valid(good[i], strlen(good[i])));
	for (size_t i = 0; i < LENGTH(bad); i++)
		assert_false(concept_id_valid(bad[i], strlen(bad[i])));
}

static void
paragraphs_end_at_blank_lines(void **state)
{
	const char *text = "one\ntwo\n\n \t\nthree\n\nfour", *part;
	size_t left = strlen(text), len;

	(void)state;
	assert_true(concept_paragraph(&text, &left, &part, &len));
	assert_text(part, len, "one\ntwo");
	assert_true(concept_paragraph(&text, &left, &part, &len));
	assert_text(part, len, "three");
	assert_true(concept_paragraph(&text, &left, &part, &len));
	assert_text(part, len, "four");
	assert_false(concept_paragraph(&text, &left, &part, &len));
}

static void
a_row_may_lack_id_and_kind(void **state)
{
	const char *names[] = {"title", "definition", "cue", "cue"};
	const char *values[] = {"C++", "A language", "x", ""};

	(void)state;
	assert_int_equal(concept_row(&c, names, values, 4, 7, &why), 0);
	assert_string_equal(c.id, "C++");
	assert_int_equal(c.kind, CONCEPT_TERM);
	assert_int_equal(c.lists[CONCEPT_CUES].count, 1);
	assert_int_equal(c.article_len, 0);
	concept_release(&c);
	assert_int_equal(concept_row(&c, names, values, 1, 7, &why), -1);
	assert_string_equal(why.text, "no definition");
	assert_int_equal(why.line, 7);
	concept_release(&c);
	assert_int_equal(
	    concept_row(&c, names + 1, values + 1, 1, 7, &why), -1);
	assert_string_equal(why.text, "neither a term nor an id");
	concept_release(&c);
}

static void
a_dictionary_text_keeps_its_lines(void **state)
{
	const char *text = "\nDog\n   n 1: barks\n";

	(void)state;
	concept_plain(&c, "dog", text, strlen(text));
	assert_text(c.article, c.article_len, "Dog\n   n 1: barks");
	assert_string_equal(c.definition, "Dog n 1: barks");
	assert_true(c.verbatim);
	concept_release(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_every_field),
	    cmocka_unit_test(refuses_with_the_line),
	    cmocka_unit_test(ids_are_kebab),
	    cmocka_unit_test(paragraphs_end_at_blank_lines),
	    cmocka_unit_test(a_row_may_lack_id_and_kind),
	    cmocka_unit_test(a_dictionary_text_keeps_its_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
