/* Texts kept together. */
#include "test.h"

#include "base/arena.h"
#include "base/mem.h"

static void
keeps_texts_of_every_length_apart(void **state)
{
	enum { COUNT = 400, STEP = 211 };
	struct arena a = {0};
	const char *kept[COUNT];
	char *text = mem_alloc(COUNT, STEP);

	(void)state;
	for (size_t i = 0; i < COUNT; i++) {
		memset(text, 'a' + (int)(i % 26), i * STEP);
		text[i * STEP] = '\0';
		kept[i] = arena_keep(&a, text);
	}
	for (size_t i = 0; i < COUNT; i++) {
		assert_int_equal(strlen(kept[i]), i * STEP);
		for (size_t k = 0; k < i * STEP; k++)
			assert_int_equal(kept[i][k], 'a' + (int)(i % 26));
	}
	free(text);
	arena_release(&a);
	assert_string_equal(arena_keep(&a, "again"), "again");
	arena_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_texts_of_every_length_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
