#include "test.h"

#include "concept/graph.h"

enum { MANY = 8 };

/* Concepts made of heads, and the faults that were told. */
struct world {
	struct concept concepts[MANY];
	struct graph g;
	char told[2048];
	size_t faults;
};

static bool
has(void *ctx, enum concept_list list, const char *text)
{
	(void)ctx;
	(void)list;
	return strcmp(text, "known") == 0;
}

static void
tell(void *ctx, size_t concept, const struct diag *why)
{
	struct world *w = ctx;
	size_t len = strlen(w->told);

	snprintf(w->told + len, sizeof w->told - len, "%s:%lu: %s\n",
	    w->concepts[concept].id, why->line, why->text);
}

static void
make(struct world *w, const char *const *heads, size_t n)
{
	static const struct graph_world world = {has, tell, NULL, NULL};
	struct graph_world here = world;
	struct diag why;

	memset(w, 0, sizeof *w);
	for (size_t i = 0; i < n; i++)
		if (concept_parse(
			&w->concepts[i], heads[i], strlen(heads[i]), &why) != 0)
			fail_msg("%s", why.text);
	graph_init(&w->g, w->concepts, n);
	here.ctx = w;
	w->faults = graph_check(&w->g, &here);
}

static void
drop(struct world *w)
{
	for (size_t i = 0; i < w->g.count; i++)
		concept_release(&w->concepts[i]);
	graph_release(&w->g);
}

#define HEAD(id, more)                                                         \
	"id: " id "\ntitle: The " id "\nkind: term\ndefinition: d\n" more

static void
sound_links_are_no_fault(void **state)
{
	const char *heads[] = {HEAD("a", "related: b\nmeasure: known\n"),
	    HEAD("b", "broader: a\nreferences: known\nfamilies: known\n")};
	struct world w;

	(void)state;
	make(&w, heads, LENGTH(heads));
	assert_string_equal(w.told, "");
	assert_int_equal(w.faults, 0);
	drop(&w);
}

static void
a_link_to_nothing_is_told_with_its_line(void **state)
{
	const char *heads[] = {
	    HEAD("a", "related: c\nbroader: d\nstrategies: e\n")};
	struct world w;

	(void)state;
	make(&w, heads, LENGTH(heads));
	assert_string_equal(w.told,
	    "a:6: field 'broader': no concept 'd'\n"
	    "a:5: field 'related': no concept 'c'\n"
	    "a:7: field 'strategies': no concept 'e'\n");
	assert_int_equal(w.faults, 3);
	drop(&w);
}

static void
a_strategy_must_be_one(void **state)
{
	const char *heads[] = {HEAD("a", "strategies: b\n"), HEAD("b", "")};
	struct world w;

	(void)state;
	make(&w, heads, LENGTH(heads));
	assert_string_equal(
	    w.told, "a:5: field 'strategies': 'b' is of kind term\n");
	drop(&w);
}

static void
what_is_outside_must_be_there(void **state)
{
	const char *heads[] = {HEAD("a",
	    "measure: x/y; known\nfamilies: f\n"
	    "references: r\n")};
	struct world w;

	(void)state;
	make(&w, heads, LENGTH(heads));
	assert_string_equal(w.told,
	    "a:5: field 'measure': there is no 'x/y'\n"
	    "a:6: field 'families': there is no 'f'\n"
	    "a:7: field 'references': there is no 'r'\n");
	drop(&w);
}

static void
a_circle_is_told_once(void **state)
{
	const char *heads[] = {HEAD("a", "broader: b\n"),
	    HEAD("b", "broader: c\n"), HEAD("c", "broader: a\n"),
	    HEAD("d", "broader: a\n"), HEAD("e", "broader: e\n")};
	struct world w;

	(void)state;
	make(&w, heads, LENGTH(heads));
	assert_string_equal(w.told,
	    "a:5: field 'broader': a circle, by way of 'b'\n"
	    "e:5: field 'broader': names itself\n");
	drop(&w);
}

static void
names_are_taken_once(void **state)
{
	const char *heads[] = {HEAD("a", "aliases: Caf\xc3\xa9 talk\n"),
	    HEAD("b", "aliases: cafe-talk; the a\n"), HEAD("a", "")};
	struct world w;

	(void)state;
	make(&w, heads, LENGTH(heads));
	assert_non_null(
	    strstr(w.told, "b:5: 'cafe-talk' is also a name of 'a'\n"));
	assert_non_null(strstr(w.told, "a:1: 'a' is also a name of 'a'\n"));
	assert_non_null(strstr(w.told, "b:5: 'the a' is also a name of 'a'\n"));
	drop(&w);
}

static void
the_shortest_chain_goes_either_way(void **state)
{
	const char *heads[] = {HEAD("a", "related: b\n"),
	    HEAD("b", "related: c\n"), HEAD("c", ""), HEAD("d", "broader: c\n"),
	    HEAD("e", "")};
	size_t chain[MANY];
	struct world w;

	(void)state;
	make(&w, heads, LENGTH(heads));
	assert_int_equal(graph_path(&w.g, 3, 0, chain), 4);
	assert_int_equal(chain[0], 3);
	assert_int_equal(chain[1], 2);
	assert_int_equal(chain[2], 1);
	assert_int_equal(chain[3], 0);
	assert_int_equal(graph_path(&w.g, 1, 1, chain), 1);
	assert_int_equal(chain[0], 1);
	assert_int_equal(graph_path(&w.g, 0, 4, chain), 0);
	assert_int_equal(graph_below(&w.g, 2, GRAPH_NONE), 3);
	assert_int_equal(graph_below(&w.g, 2, 3), GRAPH_NONE);
	drop(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sound_links_are_no_fault),
	    cmocka_unit_test(a_link_to_nothing_is_told_with_its_line),
	    cmocka_unit_test(a_strategy_must_be_one),
	    cmocka_unit_test(what_is_outside_must_be_there),
	    cmocka_unit_test(a_circle_is_told_once),
	    cmocka_unit_test(names_are_taken_once),
	    cmocka_unit_test(the_shortest_chain_goes_either_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
