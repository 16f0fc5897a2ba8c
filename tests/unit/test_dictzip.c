#include "test.h"

#include "base/file.h"
#include "concept/dictd.h"
#include "concept/dictzip.h"

/* tests/data/tiny.dict.dz, made by dictzip(1): 65,809 bytes in two pieces. */
static struct str zipped = STR_INIT;

static int
read_zipped(void **state)
{
	char path[4096];

	(void)state;
	if (getenv("TOP") == NULL)
		return -1;
	snprintf(
	    path, sizeof path, "%s/tests/data/tiny.dict.dz", getenv("TOP"));
	return file_read(path, 1 << 20, &zipped);
}

static int
drop_zipped(void **state)
{
	(void)state;
	str_release(&zipped);
	return 0;
}

static void
reads_across_pieces(void **state)
{
	static const struct {
		uint64_t at;
		size_t len;
		const char *text;
	} rows[] = {
	    {0, 16, "00-database-info"},
	    {45, 9, "Afterglow"},
	    {65800, 9, "Striped.\n"},
	};
	struct str out = STR_INIT, whole = STR_INIT;
	struct dictzip z;
	struct diag why;

	(void)state;
	assert_int_equal(
	    dictzip_open(&z, (unsigned char *)zipped.text, zipped.len, &why),
	    0);
	assert_int_equal(z.size, 65809);
	assert_int_equal(z.pieces, 2);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		str_clear(&out);
		assert_int_equal(
		    dictzip_read(&z, rows[i].at, rows[i].len, &out, &why), 0);
		assert_text(out.text, out.len, rows[i].text);
	}
	assert_int_equal(dictzip_read(&z, 0, 65809, &whole, &why), 0);
	for (size_t at = z.piece - 3; at < z.piece + 3; at++) {
		str_clear(&out);
		assert_int_equal(dictzip_read(&z, at, 5, &out, &why), 0);
		assert_memory_equal(out.text, whole.text + at, 5);
	}
	assert_int_equal(dictzip_read(&z, 65809, 1, &out, &why), -1);
	assert_int_equal(dictzip_read(&z, UINT64_MAX, 2, &out, &why), -1);
	str_release(&whole);
	str_release(&out);
}

static void
damage_is_told_or_harmless(void **state)
{
	char *copy = malloc(zipped.len);
	struct dictzip z;
	struct diag why;

	(void)state;
	for (size_t cut = 0; cut < zipped.len; cut++) {
		struct str out = STR_INIT;
		unsigned char *part = malloc(cut > 0 ? cut : 1);

		memcpy(part, zipped.text, cut);
		if (dictzip_open(&z, part, cut, &why) == 0)
			dictzip_read(&z, 0, (size_t)z.size, &out, &why);
		str_release(&out);
		free(part);
	}
	for (size_t at = 0; at < zipped.len; at++) {
		struct str out = STR_INIT;

		memcpy(copy, zipped.text, zipped.len);
		copy[at] = (char)~copy[at];
		if (dictzip_open(&z, (unsigned char *)copy, zipped.len, &why) ==
		    0)
			dictzip_read(&z, 60000, 100, &out, &why);
		str_release(&out);
	}
	free(copy);
}

static void
an_index_is_read_line_by_line(void **state)
{
	const char *rest = "00-database-info\tA\tB\ndog\tBq\t4\nzebra\t9x\ta\t"
			   "Zebra";
	size_t left = strlen(rest);
	unsigned long line = 0;
	struct dictd_entry e;
	struct diag why;

	(void)state;
	assert_int_equal(dictd_next(&rest, &left, &line, &e, &why), 1);
	assert_text(e.word, e.word_len, "dog");
	assert_int_equal(e.at, 1 * 64 + 42);
	assert_int_equal(e.len, 56);
	assert_int_equal(line, 2);
	assert_int_equal(dictd_next(&rest, &left, &line, &e, &why), 1);
	assert_text(e.word, e.word_len, "Zebra");
	assert_int_equal(dictd_next(&rest, &left, &line, &e, &why), 0);
}

static void
a_bad_line_is_told(void **state)
{
	static const char *const lines[] = {"dog", "dog\tA", "dog\tA\t",
	    "dog\t\tA", "dog\tA\t?", "\tA\tA", "dog\tA\t//////////",
	    "dog\t///////////////\tA"};

	(void)state;
	for (size_t i = 0; i < LENGTH(lines); i++) {
		const char *rest = lines[i];
		size_t left = strlen(rest);
		unsigned long line = 0;
		struct dictd_entry e;
		struct diag why;

		assert_int_equal(dictd_next(&rest, &left, &line, &e, &why), -1);
		assert_int_equal(why.line, 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_across_pieces),
	    cmocka_unit_test(damage_is_told_or_harmless),
	    cmocka_unit_test(an_index_is_read_line_by_line),
	    cmocka_unit_test(a_bad_line_is_told),
	};

	return cmocka_run_group_tests(tests, read_zipped, drop_zipped);
}
