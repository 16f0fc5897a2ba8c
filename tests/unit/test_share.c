#include "test.h"

#include "stream/csvin.h"
#include "stream/share.h"

#include <errno.h>

static FILE *
file_of(const char *text)
{
	FILE *fp = tmpfile();

	assert_non_null(fp);
	assert_int_equal(fputs(text, fp) == EOF, 0);
	assert_int_equal(fflush(fp), 0);
	rewind(fp);
	return fp;
}

static void
parts_are_read_as_k_of_n(void **state)
{
	static const char *const bad[] = {"", "3", "3/", "/8", "0/8", "9/8",
	    "1/0", "-1/8", "1/8/2", "1/1000001", "a/b", "1 /8"};
	struct share p;

	(void)state;
	assert_true(share_parse("3/8", &p));
	assert_int_equal(p.number, 3);
	assert_int_equal(p.of, 8);
	assert_true(share_parse("1000000/1000000", &p));
	for (size_t i = 0; i < LENGTH(bad); i++)
		assert_false(share_parse(bad[i], &p));
}

/* Appends what a reader gives: lines and fields, without the header. */
static void
collect(struct csvin *in, char *out, size_t room)
{
	size_t used = strlen(out);

	while (csvin_next(in) == CSVIN_RECORD) {
		used += (size_t)snprintf(
		    out + used, room - used, "%lu", csvin_line(in));
		for (size_t i = 0; i < csvin_count(in); i++)
			used += (size_t)snprintf(out + used, room - used, "|%s",
			    csvin_field(in, i, NULL));
		assert_true(used + 2 < room);
		out[used++] = '\n';
		out[used] = '\0';
	}
}

/* The records of all parts, one part behind the other, are those of the file:
 * for every number of parts up to more than there are bytes. */
static void
check_parts(const char *text)
{
	static char whole[4096], parts[4096];
	FILE *fp = file_of(text);
	struct csvin *in = csvin_new(fp);
	struct share_span span;

	whole[0] = '\0';
	csvin_next(in);
	collect(in, whole, sizeof whole);
	csvin_free(in);
	for (long of = 1; of <= (long)strlen(text) + 2; of++) {
		parts[0] = '\0';
		for (long k = 1; k <= of; k++) {
			assert_int_equal(
			    share_find(fp, (struct share){k, of}, &span), 0);
			in = csvin_new_span(fp, span.from, span.to, span.line);
			collect(in, parts, sizeof parts);
			csvin_free(in);
		}
		assert_string_equal(parts, whole);
	}
	fclose(fp);
}

static void
parts_hold_every_record_once(void **state)
{
	(void)state;
	check_parts("a,b\n1,2\n3,4\n5,6\n");
	check_parts("a,b\r\n1,2\r\n3,4\r\n");
	check_parts("a\n1\n2\n3"); /* no line end at the end */
}

static void
line_breaks_in_quotes_part_no_record(void **state)
{
	(void)state;
	check_parts("a,b\n\"1\n\n2\",x\n3,\"\"\"\n\"\"\"\n\"\n\",\n5,6\n");
	check_parts("\"a\nb\",c\n\"1,\n\",2\n");
	check_parts("\xef\xbb\xbf\"a\n\",b\n1,2\n");
}

static void
files_without_records_have_empty_parts(void **state)
{
	(void)state;
	check_parts("");
	check_parts("a,b\n");
	check_parts("a,b");
}

static void
what_is_no_csv_is_parted_within_its_bounds(void **state)
{
	FILE *fp = file_of("a\n\"1\n2\n3\n4\n");
	struct share_span span;

	(void)state;
	for (long k = 1; k <= 5; k++) {
		assert_int_equal(
		    share_find(fp, (struct share){k, 5}, &span), 0);
		assert_in_range(span.from, 2, 12);
		assert_in_range(span.to, span.from, 12);
	}
	fclose(fp);
}

static void
a_pipe_has_no_parts(void **state)
{
	struct share_span span;
	int ends[2];
	FILE *fp;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	fp = fdopen(ends[0], "r");
	assert_non_null(fp);
	assert_int_equal(share_find(fp, (struct share){1, 2}, &span), -1);
	assert_int_equal(errno, ESPIPE);
	close(ends[1]);
	fclose(fp);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parts_are_read_as_k_of_n),
	    cmocka_unit_test(parts_hold_every_record_once),
	    cmocka_unit_test(line_breaks_in_quotes_part_no_record),
	    cmocka_unit_test(files_without_records_have_empty_parts),
	    cmocka_unit_test(what_is_no_csv_is_parted_within_its_bounds),
	    cmocka_unit_test(a_pipe_has_no_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
