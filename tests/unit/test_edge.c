/*
 * What is given as a pointer and a length is read to its end and no further:
 * each text stands at the end of a page behind which there is nothing.
 */
#include "test.h"

#include "base/date.h"
#include "base/hash.h"
#include "base/near.h"
#include "base/num.h"
#include "base/str.h"
#include "base/utf8.h"
#include "plan/ladder.h"
#include "quiz/instrument.h"
#include "quiz/wide.h"
#include "stream/csvin.h"
#include "stream/csvout.h"
#include "stream/meta.h"

#include <sys/mman.h>
#include <unistd.h>

enum { PAGES = 4 }; /* before the one that cannot be touched */

static char *edge;

static int
map_edge(void **state)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *pages = mmap(NULL, (PAGES + 1) * page, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)state;
	if (pages == MAP_FAILED ||
	    mprotect(pages + PAGES * page, page, PROT_NONE) != 0)
		return -1;
	edge = pages + PAGES * page;
	return 0;
}

/* The text at the edge, without a NUL behind it. */
static const char *
put(const char *text, size_t len)
{
	return memcpy(edge - len, text, len);
}

static void
read_scalars(const char *text, size_t len)
{
	struct moment at;
	struct date date;
	long whole;
	double x;
	wide sum;

	num_long(text, len, LONG_MIN, LONG_MAX, &whole);
	num_double(text, len, -1e300, 1e300, &x);
	wide_parse(text, len, &sum);
	date_parse(text, len, &date);
	date_told(text, len, &date);
	moment_parse(text, len, 0, &at);
	moment_parse_on(0, text, len, 0, &at);
	hash_add(HASH_INIT, text, len);
	near_distance(text, len, "2026-11-22", 10, 4);
}

static void
read_characters(const char *text, size_t len)
{
	struct str out = STR_INIT;
	const char *part = text;
	size_t left = len;

	utf8_valid(text, len);
	utf8_is_utf16(text, len);
	utf8_check(text, len, NULL);
	utf8_width(text, len);
	utf8_fit(text, len, 3);
	utf8_fold(&out, text, len);
	str_escape(&out, text, len, false);
	str_printable(&out, text, len);
	str_markup(&out, text, len);
	csvout_cell(&out, text, len);
	str_trim(&part, &left);
	str_release(&out);
}

static void
read_files(const char *text, size_t len)
{
	struct csvin *in = csvin_new_mem(text, len, 1);
	struct instrument quiz;
	struct ladder ladder;
	struct diag err;
	struct meta m;

	while (csvin_next(in) == CSVIN_RECORD)
		csvin_field(in, 0, NULL);
	csvin_free(in);
	meta_parse(&m, text, len, &err);
	meta_release(&m);
	instrument_read(&quiz, text, len, NULL, &err);
	instrument_release(&quiz);
	ladder_parse(&ladder, "a", text, len, &err);
	ladder_release(&ladder);
}

static const char *const texts[] = {
    "",
    "-",
    "+.e",
    "12e",
    "1e+",
    "0.1e-5",
    "9999999999999999999999",
    "-170141183460469231731687303715884105728",
    "2026-11-22T20:05:07.123456+01:00",
    "\xE2\x80\x9Cna\xC3\xAFve\xE2\x80\x9D \xF0\x9F\x99\x82",
    "\xFF\xFE",
    "\xEF\xBB\xBF",
    "a,\"b \"\" c\",d\r\n\"e\nf\",g\r",
    "sixteen bytes, 16",
    "id: a\r\n title\noptions: 0=no; 1=yes\n\nitem,text\nq1,\"One?\"\r\n",
    "id: a\ntitle: b\nsummary: c\nconcepts: d 0.5; e\n\n"
    "step,text,suds,minutes,setting,mode,repeat\n1,go,10,5,solo,skill,1\n",
};

/* Cut anywhere, too, so that each reader ends in the middle of something. */
static void
reads_to_the_end_and_no_further(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++)
		for (size_t len = 0; len <= strlen(texts[i]); len++) {
			const char *text = put(texts[i], len);

			read_scalars(text, len);
			read_characters(text, len);
			read_files(text, len);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup(reads_to_the_end_and_no_further, map_edge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
