#include "test.h"

#include "concept/bibliography.h"

static struct bibliography b;
static struct diag why;

static int
read_text(const char *text)
{
	return bibliography_read(
	    &b, csvin_new_mem(text, strlen(text), 1), &why);
}

static void
finds_by_key(void **state)
{
	(void)state;
	assert_int_equal(read_text("doi,key,status,citation\n"
				   "10.1/x,b9,V,\"B. (1999). Two.\"\n"
				   ",a7,K,A. (1997). One.\n"),
	    0);
	assert_string_equal(bibliography_find(&b, "b9")->doi, "10.1/x");
	assert_true(bibliography_find(&b, "b9")->verified);
	assert_string_equal(
	    bibliography_find(&b, "a7")->citation, "A. (1997). One.");
	assert_false(bibliography_find(&b, "a7")->verified);
	assert_null(bibliography_find(&b, "c"));
	bibliography_release(&b);
}

static void
refuses_what_it_cannot_use(void **state)
{
	static const char *const texts[] = {"", "key,citation,doi\na,b,c\n",
	    "key,citation,doi,status\n,b,c,V\n",
	    "key,citation,doi,status\na,b,c,X\n",
	    "key,citation,doi,status\na,b,c,V\na,d,e,V\n",
	    "key,citation,doi,status\na,b,c\n"};

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++) {
		assert_int_equal(read_text(texts[i]), -1);
		assert_true(why.text[0] != '\0');
		bibliography_release(&b);
	}
}

static void
what_ships_is_sorted(void **state)
{
	const struct bibliography *all = &bibliography_built_in;

	(void)state;
	assert_true(all->count >= 149);
	for (size_t i = 0; i < all->count; i++)
		assert_ptr_equal(
		    bibliography_find(all, all->items[i].key), &all->items[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_by_key),
	    cmocka_unit_test(refuses_what_it_cannot_use),
	    cmocka_unit_test(what_ships_is_sorted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
