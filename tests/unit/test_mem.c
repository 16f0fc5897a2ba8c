#include "base/mem.h"

#include "base/str.h"

#include "test.h"

/* Under AddressSanitizer malloc() shall fail as it does without. */
const char *__asan_default_options(void);

/* To be found by the sanitizer, which is a library of its own. */
__attribute__((visibility("default"))) const char *
__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}

static jmp_buf out_of_memory;
static size_t wanted;

static void
leap(size_t bytes)
{
	wanted = bytes;
	longjmp(out_of_memory, 1);
}

static void
calls_the_hook_when_the_product_overflows(void **state)
{
	(void)state;
	mem_on_exhaustion(leap);
	wanted = 0;
	if (setjmp(out_of_memory) == 0) {
		free(mem_alloc(SIZE_MAX / 2, 3));
		fail_msg("overflow was not noticed");
	}
	assert_true(wanted == SIZE_MAX);
}

static void
calls_the_hook_with_the_bytes_that_could_not_be_had(void **state)
{
	(void)state;
	mem_on_exhaustion(leap);
	wanted = 0;
	if (setjmp(out_of_memory) == 0) {
		free(mem_realloc(NULL, SIZE_MAX / 4, 2));
		fail_msg("such a request was granted");
	}
	assert_true(wanted == SIZE_MAX / 4 * 2);
}

/* One over 2 GiB takes seconds to make; what the C locale cannot write fails in
 * printf(3) the same way. */
static void
calls_the_hook_for_a_text_that_cannot_be_formatted(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	mem_on_exhaustion(leap);
	wanted = 0;
	if (setjmp(out_of_memory) == 0) {
		str_addf(&s, "%ls", L"\u20ac");
		fail_msg("it was left out unsaid");
	}
	assert_true(wanted > SIZE_MAX / 2);
}

static void
gives_a_pointer_to_release_for_nothing(void **state)
{
	void *p = mem_alloc(0, 8);

	(void)state;
	assert_non_null(p);
	p = mem_realloc(p, 0, 8);
	assert_non_null(p);
	free(p);
}

static void
zeroes_all_bytes(void **state)
{
	static const char zeroes[100];
	char *p = mem_zalloc(10, 10);

	(void)state;
	assert_memory_equal(p, zeroes, 100);
	free(p);
}

static void
copies_a_part_and_ends_it(void **state)
{
	char *copy = mem_strndup("lonely", 4);

	(void)state;
	assert_string_equal(copy, "lone");
	free(copy);
	copy = mem_strdup("");
	assert_string_equal(copy, "");
	free(copy);
}

static void
keeps_elements_while_growing_by_half_again(void **state)
{
	size_t cap = 0, moves = 0, before;
	int *a = NULL;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		before = cap;
		a = mem_grow(a, &cap, (size_t)i + 1, sizeof *a);
		moves += cap != before;
		a[i] = i;
	}
	for (int i = 0; i < 100000; i++)
		assert_int_equal(a[i], i);
	assert_in_range(moves, 10, 40); /* log 1.5 of 100000 / 8 is 23 */
	free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(calls_the_hook_when_the_product_overflows),
	    cmocka_unit_test(
		calls_the_hook_with_the_bytes_that_could_not_be_had),
	    cmocka_unit_test(
		calls_the_hook_for_a_text_that_cannot_be_formatted),
	    cmocka_unit_test(gives_a_pointer_to_release_for_nothing),
	    cmocka_unit_test(zeroes_all_bytes),
	    cmocka_unit_test(copies_a_part_and_ends_it),
	    cmocka_unit_test(keeps_elements_while_growing_by_half_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
