#include "test.h"

#include "base/mem.h"
#include "base/str.h"
#include "csv_reference.h"
#include "stream/csvin.h"

#include <errno.h>
#include <fcntl.h>

/* Each text with what it must read as, written by hand. */
static const struct {
	const char *text, *transcript;
} cases[] = {
    {"", "end\n"},
    {"\n", "1 []\nend\n"},
    {"\r\n", "1 []\nend\n"},
    {"a", "1 [a]\nend\n"},
    {"a,b\nc,d\n", "1 [a] [b]\n2 [c] [d]\nend\n"},
    {"a,b\r\nc,d\r\n", "1 [a] [b]\n2 [c] [d]\nend\n"},
    {"a\n\nb\n\n", "1 [a]\n2 []\n3 [b]\n4 []\nend\n"},
    {"a\r\n\r\nb", "1 [a]\n2 []\n3 [b]\nend\n"},
    {",\n,,", "1 [] []\n2 [] [] []\nend\n"},
    {"a,", "1 [a] []\nend\n"},
    {"a,\"\"\n", "1 [a] [\"\"]\nend\n"},
    {"\"\",\n\"\"", "1 [\"\"] []\n2 [\"\"]\nend\n"},
    {"\"a,b\",c\n", "1 [\"a,b\"] [c]\nend\n"},
    {"\"a \"\"b\"\" c\"\n", "1 [\"a \"b\" c\"]\nend\n"},
    {"\"\"\"\"", "1 [\"\"\"]\nend\n"},
    {"\"\"\"\"\"\",x\n", "1 [\"\"\"\"] [x]\nend\n"},
    {"x,\"\"\"a\"\"\",y", "1 [x] [\"\"a\"\"] [y]\nend\n"},
    {"\"1\n2\",\"3\r\n4\"\nb\n", "1 [\"1\n2\"] [\"3\r\n4\"]\n4 [b]\nend\n"},
    {"\"a\rb\"\nc", "1 [\"a\rb\"]\n2 [c]\nend\n"},
    {" a , \"\n", "broken 1 column 6: quote inside an unquoted field\n"},
    {" a ,\tb \n", "1 [ a ] [\tb ]\nend\n"},
    {"\xef\xbb\xbf"
     "a\n",
	"1 [a]\nend\n"},
    {"\xef\xbb\xbf\"a\"\n", "1 [\"a\"]\nend\n"},
    {"\xef\xbb\xbf", "end\n"},
    {"\xef\xbb", "1 [\xef\xbb]\nend\n"},
    {"\xef\xbb\xbf\xef\xbb\xbf", "1 [\xef\xbb\xbf]\nend\n"},
    {"a\n\xef\xbb\xbf"
     "b\n",
	"1 [a]\n2 [\xef\xbb\xbf"
	"b]\nend\n"},
    {"a\rb\n", "broken 1 column 2: carriage return that ends no line\n"},
    {"a\nb,c\r",
	"1 [a]\n"
	"broken 2 column 4: carriage return that ends no line\n"},
    {"\"a\"\r", "broken 1 column 4: carriage return that ends no line\n"},
    {"a\r\r\n", "broken 1 column 2: carriage return that ends no line\n"},
    {"a\nb\"c\n", "1 [a]\nbroken 2 column 2: quote inside an unquoted field\n"},
    {"\"a\n\n\" \n", "broken 3 column 2: text after a closing quote\n"},
    {"\"a\"b\"\n", "broken 1 column 4: text after a closing quote\n"},
    {"a,\"b\nc,d\n", "broken 1 column 3: quote that is never closed\n"},
    {"a\n\"\n\"\"x", "1 [a]\nbroken 2 column 1: quote that is never closed\n"},
    {"\"", "broken 1 column 1: quote that is never closed\n"},
    {"\"a\n\",\"\"\"", "broken 2 column 3: quote that is never closed\n"},
};

static void
transcribe(struct str *out, const char *text, size_t len, size_t block)
{
	struct csvin *in = csvin_new_mem(text, len, 1);

	str_clear(out);
	csvin_set_block(in, block);
	if (block % 4 > 0)
		csv_reference_expect(in, block % 4 - 1, len % 2);
	csv_reference_transcribe(out, in);
	csvin_free(in);
}

static void
reads_each_case_as_written_by_hand(void **state)
{
	struct str got = STR_INIT;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		transcribe(
		    &got, cases[i].text, strlen(cases[i].text), CSVIN_BLOCK);
		assert_string_equal(got.text, cases[i].transcript);
	}
	str_release(&got);
}

static void
reads_each_case_alike_at_every_block_size(void **state)
{
	struct str got = STR_INIT;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		size_t len = strlen(cases[i].text);

		for (size_t block = 1; block <= len + 1; block++) {
			transcribe(&got, cases[i].text, len, block);
			assert_string_equal(got.text, cases[i].transcript);
		}
	}
	str_release(&got);
}

/* Fails unless csvin reads the text as libcsv alone does. */
static void
compare(const char *text, size_t len, size_t block)
{
	static struct str expected = STR_INIT, got = STR_INIT;

	if (text == NULL) {
		str_release(&expected);
		str_release(&got);
		return;
	}
	str_clear(&expected);
	csv_reference_read(&expected, text, len);
	transcribe(&got, text, len, block);
	assert_int_equal(got.len, expected.len);
	assert_memory_equal(got.text, expected.text, got.len);
}

/* Every text of up to depth bytes of a small alphabet, behind pad bytes. */
static void
compare_all(char *text, size_t pad, size_t len, size_t depth)
{
	static const char alphabet[] = {'a', ',', '"', '\n', '\r'};

	compare(text, pad + len, 1 + len % 3);
	compare(text, pad + len, 4096);
	compare(text, pad + len, 4097);
	compare(text, pad + len, 4098);
	for (size_t i = 0; len < depth && i < sizeof(alphabet); i++) {
		text[pad + len] = alphabet[i];
		compare_all(text, pad, len + 1, depth);
	}
}

static void
reads_all_short_texts_as_libcsv_does(void **state)
{
	char text[16];

	(void)state;
	compare_all(text, 0, 0, 6);
	compare(NULL, 0, 0);
}

/* The lane works on 64 bytes at a time: its seams get every short text. */
static void
reads_all_short_texts_across_a_seam_as_libcsv_does(void **state)
{
	char text[80];

	(void)state;
	memset(text, 'x', sizeof(text));
	for (size_t pad = 60; pad < 64; pad++)
		compare_all(text, pad, 0, 4);
	text[0] = '"';
	for (size_t pad = 60; pad < 64; pad++)
		compare_all(text, pad, 0, 4);
	compare(NULL, 0, 0);
}

static uint64_t
next_random(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return *seed >> 33;
}

/* Mostly well-formed CSV, so that long texts are read to their end. */
static size_t
random_csv(char *text, size_t max, uint64_t *seed)
{
	static const char *const cells[] = {"", "", "1", "22", "3.5", "\"\"",
	    "\"a,b\"", "\"x\ny\"", "\"q\"\"q\"", "\"\r\n\"", "plain words",
	    "\"a long text in quotes, with commas, that goes on\"",
	    "\xc3\xa9t\xc3\xa9", " blanks ", "\"\"\"\""};
	static const char *const ends[] = {"\n", "\n", "\n", "\r\n"};
	static const char *const faults[] = {"\"", "x\"", "\r", "\"a\"b"};
	size_t len = 0;

	while (len < max - 64) {
		uint64_t r = next_random(seed);
		const char *part = r % 400 == 0 ? faults[r / 400 % 4]
						: cells[r % LENGTH(cells)];
		const char *end = next_random(seed) % 5 > 0 ? "," : ends[r % 4];

		len += (size_t)sprintf(text + len, "%s%s", part, end);
	}
	if (next_random(seed) % 8 == 0)
		text[next_random(seed) % len] = '\0';
	return len;
}

static void
reads_random_csv_as_libcsv_does(void **state)
{
	uint64_t seed = 20261122;
	char text[2048];

	(void)state;
	for (int i = 0; i < 1500; i++) {
		size_t max = 128 + next_random(&seed) % (sizeof(text) - 128);
		size_t len = random_csv(text, max, &seed);

		compare(text, len, 1 + next_random(&seed) % 200);
		compare(text, len, CSVIN_BLOCK);
	}
	compare(NULL, 0, 0);
}

static void
reads_random_bytes_as_libcsv_does(void **state)
{
	static const char alphabet[] = "ab,,,\"\"\"\"\n\n\r\n\xe9 ";
	uint64_t seed = 7;
	char text[300];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		size_t len = next_random(&seed) % sizeof(text);

		for (size_t j = 0; j < len; j++)
			text[j] = alphabet[next_random(&seed) %
			    (sizeof(alphabet) - (j % 50 > 0))];
		compare(text, len, 1 + next_random(&seed) % 100);
	}
	compare(NULL, 0, 0);
}

static void
takes_another_separator(void **state)
{
	const char text[] = "a,b;\"c;d\"\ne;f\n";
	struct csvin *in = csvin_new_mem(text, strlen(text), 1);

	(void)state;
	csvin_set_separator(in, ';');
	assert_int_equal(csvin_next(in), CSVIN_RECORD);
	assert_int_equal(csvin_count(in), 2);
	assert_string_equal(csvin_field(in, 0, NULL), "a,b");
	assert_string_equal(csvin_field(in, 1, NULL), "c;d");
	assert_int_equal(csvin_next(in), CSVIN_RECORD);
	assert_string_equal(csvin_field(in, 1, NULL), "f");
	assert_int_equal(csvin_next(in), CSVIN_END);
	csvin_free(in);
}

static void
counts_lines_from_where_the_text_was_found(void **state)
{
	struct csvin *in = csvin_new_mem("a\nb\"", 4, 12);

	(void)state;
	assert_int_equal(csvin_next(in), CSVIN_RECORD);
	assert_int_equal(csvin_line(in), 12);
	assert_int_equal(csvin_next(in), CSVIN_BROKEN);
	assert_int_equal(csvin_error(in)->line, 13);
	csvin_free(in);
}

static void
gives_nothing_for_a_field_that_is_not_there(void **state)
{
	struct csvin *in = csvin_new_mem("a,b\n", 4, 1);
	size_t len = 9;

	(void)state;
	assert_string_equal(csvin_field(in, 0, NULL), "");
	assert_int_equal(csvin_next(in), CSVIN_RECORD);
	assert_string_equal(csvin_field(in, 2, &len), "");
	assert_int_equal(len, 0);
	assert_false(csvin_quoted(in, 2));
	assert_int_equal(csvin_next(in), CSVIN_END);
	assert_int_equal(csvin_count(in), 0);
	assert_string_equal(csvin_field(in, 0, NULL), "");
	csvin_free(in);
}

static void
says_the_same_again_after_the_end_and_after_a_fault(void **state)
{
	struct csvin *in = csvin_new_mem("a\n", 2, 1);

	(void)state;
	assert_int_equal(csvin_next(in), CSVIN_RECORD);
	for (int i = 0; i < 3; i++)
		assert_int_equal(csvin_next(in), CSVIN_END);
	csvin_free(in);
	in = csvin_new_mem("a\"\nb\n", 5, 1);
	for (int i = 0; i < 3; i++)
		assert_int_equal(csvin_next(in), CSVIN_BROKEN);
	csvin_free(in);
}

/* A source that goes on for ever with what was written last. */
struct endless {
	const char *head;
	size_t given;
};

static ssize_t
read_endless(void *cookie, char *to, size_t max)
{
	struct endless *e = cookie;
	size_t len = strlen(e->head);

	for (size_t i = 0; i < max; i++)
		to[i] = e->head[e->given + i < len ? e->given + i : len - 1];
	e->given += max;
	return (ssize_t)max;
}

static void
refuses_endless(const char *head, size_t given_max, const char *message)
{
	struct endless e = {.head = head};
	FILE *fp =
	    fopencookie(&e, "r", (cookie_io_functions_t){.read = read_endless});
	struct csvin *in = csvin_new(fp);
	int got;

	while ((got = csvin_next(in)) == CSVIN_RECORD)
		continue;
	assert_int_equal(got, CSVIN_BROKEN);
	assert_string_equal(csvin_error(in)->text, message);
	assert_int_equal(csvin_error(in)->line, 2);
	assert_in_range(e.given, 0, given_max);
	csvin_free(in);
	fclose(fp);
}

static void
holds_no_more_of_a_record_than_its_limit(void **state)
{
	size_t max = CSVIN_RECORD_MAX + 2 * CSVIN_BLOCK;
	const char *bytes = "record of more than 8388608 bytes";

	(void)state;
	refuses_endless("id\nx", max, bytes);
	refuses_endless("id\n\"x", max, bytes);
	refuses_endless("id\n\"\n", max, bytes);
	refuses_endless(
	    "id\n,", 3 * CSVIN_BLOCK, "record of more than 65536 fields");
}

/* A record of so many bytes, in a quoted or unquoted field. */
static void
compare_long(size_t len, bool quoted, const char *tail)
{
	char *text = mem_alloc(len + strlen(tail), 1);

	memset(text, 'x', len);
	if (quoted)
		text[0] = text[len - 1] = '"';
	memcpy(text + len, tail, strlen(tail));
	compare(text, len + strlen(tail), CSVIN_BLOCK);
	free(text);
}

static void
takes_a_record_of_the_longest_length_and_no_longer(void **state)
{
	static const char *const tails[] = {"\r\n", "\r", "\"", "a\n"};

	(void)state;
	for (size_t i = 0; i < LENGTH(tails); i++)
		compare_long(CSVIN_RECORD_MAX, false, tails[i]);
	compare_long(CSVIN_RECORD_MAX - 1, false, "\r");
	compare_long(CSVIN_RECORD_MAX, true, "\r\n");
	compare(NULL, 0, 0);
}

static void
takes_as_many_fields_as_allowed_and_no_more(void **state)
{
	static const char *const tails[] = {"", "\n", ",\n", "\"", ",\""};
	char text[CSVIN_FIELDS_MAX + 8];

	(void)state;
	for (size_t i = 0; i < LENGTH(tails); i++) {
		size_t len = CSVIN_FIELDS_MAX - 1;

		memset(text, ',', len);
		memcpy(text + len, tails[i], strlen(tails[i]));
		compare(text, len + strlen(tails[i]), CSVIN_BLOCK);
		compare(text, len + strlen(tails[i]), 1000);
	}
	compare(NULL, 0, 0);
}

static void
says_that_a_folder_cannot_be_read(void **state)
{
	FILE *fp = fdopen(open("/", O_RDONLY), "r");
	struct csvin *in = csvin_new(fp);

	(void)state;
	assert_int_equal(csvin_next(in), CSVIN_BROKEN);
	assert_int_equal(csvin_errno(in), EISDIR);
	assert_int_equal(csvin_error(in)->line, 0);
	assert_non_null(strstr(csvin_error(in)->text, strerror(EISDIR)));
	csvin_free(in);
	fclose(fp);
}

static ssize_t
read_and_fail(void *cookie, char *to, size_t max)
{
	int *calls = cookie;

	if ((*calls)++ > 0 || max < 6) {
		errno = EIO;
		return -1;
	}
	memcpy(to, "a\nb\nc\"", 6);
	return 5;
}

static void
hands_out_what_was_whole_before_a_read_failed(void **state)
{
	int calls = 0;
	FILE *fp = fopencookie(
	    &calls, "r", (cookie_io_functions_t){.read = read_and_fail});
	struct csvin *in = csvin_new(fp);

	(void)state;
	assert_int_equal(csvin_next(in), CSVIN_RECORD);
	assert_int_equal(csvin_next(in), CSVIN_RECORD);
	assert_string_equal(csvin_field(in, 0, NULL), "b");
	assert_int_equal(csvin_next(in), CSVIN_BROKEN);
	assert_int_equal(csvin_errno(in), EIO);
	csvin_free(in);
	fclose(fp);
}

static void
answers_a_slow_writer_record_by_record(void **state)
{
	struct csvin *in;
	FILE *fp;
	int ends[2];

	(void)state;
	alarm(20); /* waiting for more than was written would last for ever */
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
	fp = fdopen(ends[0], "r");
	in = csvin_new(fp);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(write(ends[1], "a,b\nc", 5), 5);
		assert_int_equal(csvin_next(in), CSVIN_RECORD);
		assert_int_equal(csvin_count(in), 2);
		assert_string_equal(
		    csvin_field(in, 0, NULL), i == 0 ? "a" : "ca");
	}
	close(ends[1]);
	assert_int_equal(csvin_next(in), CSVIN_RECORD);
	assert_int_equal(csvin_next(in), CSVIN_END);
	csvin_free(in);
	fclose(fp);
	alarm(0);
}

static void
reads_a_stream_in_memory_as_it_reads_a_file(void **state)
{
	char text[] = "a,\"b\"\n";
	FILE *fp = fmemopen(text, strlen(text), "r");
	struct csvin *in = csvin_new(fp);

	(void)state;
	assert_int_equal(csvin_next(in), CSVIN_RECORD);
	assert_string_equal(csvin_field(in, 1, NULL), "b");
	assert_int_equal(csvin_next(in), CSVIN_END);
	csvin_free(in);
	fclose(fp);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_each_case_as_written_by_hand),
	    cmocka_unit_test(reads_each_case_alike_at_every_block_size),
	    cmocka_unit_test(reads_all_short_texts_as_libcsv_does),
	    cmocka_unit_test(
		reads_all_short_texts_across_a_seam_as_libcsv_does),
	    cmocka_unit_test(reads_random_csv_as_libcsv_does),
	    cmocka_unit_test(reads_random_bytes_as_libcsv_does),
	    cmocka_unit_test(takes_another_separator),
	    cmocka_unit_test(counts_lines_from_where_the_text_was_found),
	    cmocka_unit_test(gives_nothing_for_a_field_that_is_not_there),
	    cmocka_unit_test(
		says_the_same_again_after_the_end_and_after_a_fault),
	    cmocka_unit_test(holds_no_more_of_a_record_than_its_limit),
	    cmocka_unit_test(
		takes_a_record_of_the_longest_length_and_no_longer),
	    cmocka_unit_test(takes_as_many_fields_as_allowed_and_no_more),
	    cmocka_unit_test(says_that_a_folder_cannot_be_read),
	    cmocka_unit_test(hands_out_what_was_whole_before_a_read_failed),
	    cmocka_unit_test(answers_a_slow_writer_record_by_record),
	    cmocka_unit_test(reads_a_stream_in_memory_as_it_reads_a_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
