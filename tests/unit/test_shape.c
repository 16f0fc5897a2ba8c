#include "attrib/shape.h"

#include "test.h"

static void
expect(const char *word, const char *shape)
{
	size_t len;
	const char *got = shape_of(word, strlen(word), &len);

	assert_int_equal(len, strlen(shape));
	assert_memory_equal(got, shape, len);
}

/* From the first and the last of each table, and those that begin alike. */
static void
keeps_words_of_closed_classes(void **state)
{
	static const char *const kept[] = {"a", "about", "i", "he", "her",
	    "hers", "herself", "was", "would", "wouldn't", "i'm", "it's",
	    "yourself", NULL};

	(void)state;
	for (size_t i = 0; kept[i] != NULL; i++)
		expect(kept[i], kept[i]);
}

static void
tells_people(void **state)
{
	(void)state;
	expect("aunt", "PEOPLE");
	expect("women", "PEOPLE");
	expect("friends", "PEOPLE");
	expect("friend's", "PEOPLE'S");
	expect("frien", "WORD");
}

static void
tells_endings(void **state)
{
	(void)state;
	expect("scolded", "ED");
	expect("working", "ING");
	expect("badly", "LY");
	expect("exams", "S");
	expect("dog's", "WORD'S");
	expect("21st", "NUMBER");
	/* not endings: too short, or of another kind */
	expect("red", "WORD");
	expect("king", "WORD");
	expect("kiss", "WORD");
	expect("exam", "WORD");
}

/* The word need not end where its text does. */
static void
minds_the_length(void **state)
{
	size_t len;

	(void)state;
	assert_memory_equal(shape_of("hers elf", 3, &len), "her", 3);
	assert_int_equal(len, 3);
	assert_string_equal(shape_of("scolded", 5, &len), "WORD");
	assert_int_equal(len, 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_words_of_closed_classes),
	    cmocka_unit_test(tells_people),
	    cmocka_unit_test(tells_endings),
	    cmocka_unit_test(minds_the_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
