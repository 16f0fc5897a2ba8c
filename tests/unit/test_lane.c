#include "test.h"

#include "base/mem.h"
#include "stream/lane.h"

/* The lane once more, as it is built where there is no SSE2. */
#undef __SSE2__
#define lane_init plain_init
#define lane_release plain_release
#define lane_scan plain_scan
#define lane_finish plain_finish
#define lane_forget plain_forget
#define lane_rewind plain_rewind
void plain_init(struct lane *l, char separator);
void plain_release(struct lane *l);
void plain_scan(struct lane *l, const char *text, size_t from, size_t to);
void plain_finish(struct lane *l, size_t to);
void plain_rewind(struct lane *l, size_t count, unsigned long lines);
void plain_forget(struct lane *l, size_t count, size_t shift);
#include "../../lib/stream/lane.c"
#undef lane_init
#undef lane_release
#undef lane_scan
#undef lane_finish
#undef lane_forget
#undef lane_rewind

static void
assert_same(const struct lane *a, const struct lane *b)
{
	assert_int_equal(a->count, b->count);
	assert_int_equal(a->row_count, b->row_count);
	assert_int_equal(a->odd, b->odd);
	assert_int_equal(a->inside, b->inside);
	assert_int_equal(a->lines, b->lines);
	for (size_t i = 0; i < a->count; i++)
		assert_int_equal(a->ends[i], b->ends[i]);
	for (size_t i = 0; i < a->row_count; i++) {
		assert_int_equal(a->rows[i].ends, b->rows[i].ends);
		assert_int_equal(a->rows[i].lines, b->rows[i].lines);
		assert_int_equal(a->rows[i].doubled, b->rows[i].doubled);
	}
}

static void
finds_the_same_with_and_without_vectors(void **state)
{
	static const char alphabet[] = "ab,,\"\"\n\r\nxyz1234 \x80\xff\x8d\xa2";
	uint32_t seed = 1;
	char text[1000 + LANE_CHUNK];

	(void)state;
	for (int run = 0; run < 3000; run++) {
		struct lane fast, plain;
		size_t cut;

		for (size_t i = 0; i < sizeof(text); i++) {
			seed = seed * 1664525 + 1013904223;
			text[i] = alphabet[(seed >> 16) %
			    (sizeof(alphabet) - (seed >> 28 > 0))];
			if (i % 2 == 0 && run % 3 > 0)
				text[i] = i % 8 == 0 ? ',' : 'a';
		}
		cut = (seed >> 8) % 1000;
		lane_init(&fast, ',');
		plain_init(&plain, ',');
		lane_scan(&fast, text, 0, cut);
		plain_scan(&plain, text, 0, cut);
		assert_same(&fast, &plain);
		if (fast.odd == LANE_NONE) {
			lane_scan(&fast, text, cut, 1000);
			plain_scan(&plain, text, cut, 1000);
			assert_same(&fast, &plain);
		}
		lane_release(&fast);
		plain_release(&plain);
	}
}

static void
gives_where_each_field_and_row_ends(void **state)
{
	char text[128] = "a,\"b\n,\",c\r\n\"\"\"\"\nd,e";
	static const uint32_t ends[] = {1, 7, 10, 15, 17};
	struct lane l;

	(void)state;
	lane_init(&l, ',');
	lane_scan(&l, text, 0, 19);
	assert_int_equal(l.count, LENGTH(ends));
	assert_memory_equal(l.ends, ends, sizeof(ends));
	assert_int_equal(l.row_count, 2);
	assert_int_equal(l.rows[0].ends, 3);
	assert_int_equal(l.rows[0].lines, 2);
	assert_false(l.rows[0].doubled);
	assert_int_equal(l.rows[1].ends, 4);
	assert_int_equal(l.rows[1].lines, 3);
	assert_true(l.rows[1].doubled);
	lane_forget(&l, 4, 16);
	assert_int_equal(l.count, 1);
	assert_int_equal(l.ends[0], 1);
	lane_finish(&l, 3);
	assert_int_equal(l.row_count, 1);
	assert_int_equal(l.rows[0].ends, 2);
	assert_int_equal(l.ends[1], 3);
	lane_release(&l);
}

static void
stops_at_the_first_odd_byte(void **state)
{
	static const struct {
		const char *text;
		size_t odd;
	} cases[] = {{"ab\"c", 2}, {"\"a\"b", 3}, {"a\rb", 1}, {"\"a\" ", 3},
	    {"a,\"b\"\"c\"d", 8}, {"a\r\r\n", 1}, {"a\nb\"", 3},
	    {"\"a\"\r\n\"b\"\n", LANE_NONE}};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		size_t len = strlen(cases[i].text);
		char text[2 * LANE_CHUNK];
		struct lane l;

		strcpy(text, cases[i].text);
		lane_init(&l, ',');
		for (size_t at = 0; at < len && l.odd == LANE_NONE; at++)
			lane_scan(&l, text, at, at + 1);
		assert_int_equal(l.odd, cases[i].odd);
		lane_release(&l);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_the_same_with_and_without_vectors),
	    cmocka_unit_test(gives_where_each_field_and_row_ends),
	    cmocka_unit_test(stops_at_the_first_odd_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
