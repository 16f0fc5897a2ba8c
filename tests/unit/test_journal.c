#include "test.h"

#include "base/mem.h"
#include "plan/journal.h"

static const struct moment noon = {1795348800123456, 60};

/* A journal of one record, and the record read back from it. */
static int
read_back(struct journal *j, const struct journal_record *r,
    struct journal_record *got)
{
	struct str text = STR_INIT;
	struct diag err;
	int rc;

	journal_header(&text);
	journal_format(&text, r);
	journal_init(j, source_mem(text.text, text.len), text.len);
	rc = journal_next(j, got, &err);
	str_release(&text);
	return rc;
}

static void
keeps_every_text_on_one_line(void **state)
{
	static const char *const texts[] = {"plain", "a,b", "say \"no\"",
	    "two\nlines\r\n", "back\\slash \\n \\x41", "\033[31m\177",
	    " blank ", "ünïcödé 🙂", "\"", "\\"};

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++) {
		struct journal_record r, got;
		struct str text = STR_INIT;
		struct journal j;
		size_t lines = 0;

		journal_blank(&r, JOURNAL_DONE);
		r.event = "e";
		r.time = noon;
		r.note = r.setting = texts[i];
		assert_int_equal(read_back(&j, &r, &got), JOURNAL_RECORD);
		assert_string_equal(got.note, texts[i]);
		assert_string_equal(got.setting, texts[i]);
		journal_release(&j);
		journal_format(&text, &r);
		for (size_t k = 0; k < text.len; k++)
			lines += text.text[k] == '\n';
		assert_int_equal(lines, 1);
		str_release(&text);
	}
}

static void
keeps_numbers_dates_and_parts(void **state)
{
	struct journal_record r, got;
	struct journal j;

	(void)state;
	journal_blank(&r, JOURNAL_STEP);
	r.event = "20261122T000000.000000Z-1";
	r.part = 2;
	r.parts = 12;
	r.time = noon;
	r.id = "k7f.3";
	r.suds = 0;
	r.likelihood = 100;
	r.step = 3;
	r.has_due = true;
	r.due = 20000;
	r.happened = JOURNAL_HAPPENED_PARTLY;
	assert_int_equal(read_back(&j, &r, &got), JOURNAL_RECORD);
	assert_string_equal(got.event, r.event);
	assert_int_equal(got.part, 2);
	assert_int_equal(got.parts, 12);
	assert_true(got.time.us == noon.us);
	assert_int_equal(got.time.offset_min, 60);
	assert_int_equal(got.kind, JOURNAL_STEP);
	assert_string_equal(got.id, "k7f.3");
	assert_int_equal(got.suds, 0);
	assert_int_equal(got.likelihood, 100);
	assert_int_equal(got.peak, JOURNAL_NONE);
	assert_int_equal(got.step, 3);
	assert_true(got.has_due);
	assert_int_equal(got.due, 20000);
	assert_int_equal(got.happened, JOURNAL_HAPPENED_PARTLY);
	journal_release(&j);
}

#define HEAD                                                                   \
	"version,event,time,kind,id,family,step,concept,text,suds,likelihood," \
	"peak,setting,due,note\n"
#define GOOD(event) "1," event ",2026-11-22T20:00:00Z,done,a.1,,,,,,,,,,\n"

/* More cells than any line that can be asked for them. */
#define TWENTY ",,,,,,,,,,,,,,,,,,,,"
#define WIDE TWENTY TWENTY TWENTY TWENTY

/* What journal_next() says of each line of text, as letters: r record, b
 * broken, t torn, x refused. */
static void
read_all(const char *text, char *said)
{
	struct journal j;
	struct journal_record r;
	struct diag err;
	int got;

	journal_init(&j, source_mem(text, strlen(text)), SIZE_MAX);
	while ((got = journal_next(&j, &r, &err)) != JOURNAL_END) {
		*said++ = got == JOURNAL_RECORD ? 'r'
		    : got == JOURNAL_REFUSED    ? 'x'
		    : j.torn                    ? 't'
						: 'b';
		if (got != JOURNAL_RECORD)
			assert_true(err.line > 0);
		if (got == JOURNAL_REFUSED)
			break;
	}
	*said = '\0';
	journal_release(&j);
}

static void
goes_on_after_a_broken_line(void **state)
{
	static const struct {
		const char *text, *said;
	} cases[] = {
	    {"", ""},
	    {HEAD, ""},
	    {HEAD GOOD("a") GOOD("b"), "rr"},
	    {HEAD GOOD("a") "1,open \"quote,,\n" GOOD("b"), "rbr"},
	    {HEAD GOOD("a") "\"1,b,c\n" GOOD("b"), "rbr"},
	    {HEAD "1,too,few\n" GOOD("b"), "br"},
	    {HEAD WIDE "1\n" GOOD("b"), "br"},
	    {HEAD "1,a,yesterday,done,a.1,,,,,,,,,,\n" GOOD("b"), "br"},
	    {HEAD "1,a,2026-11-22T20:00:00Z,dnoe,a.1,,,,,,,,,,\n", "b"},
	    {HEAD "1,a,2026-11-22T20:00:00Z,edit,a.1,,,,,,,,,9000-12-31,\n"
		  "1,a,2026-11-22T20:00:00Z,edit,a.1,,,,,,,,,9001-01-01,\n",
		"rb"},
	    {HEAD "1,a,2026-11-22T20:00:00Z,done,a.1,,,,,101,,,,,\n", "b"},
	    {HEAD "1,a,2026-11-22T20:00:00Z,done,a.1,,,,,,,,,2026-02-30,\n",
		"b"},
	    {HEAD "1,a.3/2,2026-11-22T20:00:00Z,done,a.1,,,,,,,,,,\n", "b"},
	    {HEAD "x,a,2026-11-22T20:00:00Z,done,a.1,,,,,,,,,,\n" GOOD("b"),
		"br"},
	    {HEAD "1,a,2026-11-22T20:00:00Z,done,a\\nREM b.1,,,,,,,,,,\n" GOOD(
		 "b"),
		"br"},
	    {HEAD "1,a\\r\\nEND:VEVENT,2026-11-22T20:00:00Z,done,a.1,,,,,,,,"
		  ",,\n",
		"b"},
	    {HEAD GOOD("a") "1,b,2026-11-22T20:00:00Z,do", "rt"},
	    {HEAD GOOD("a") "2,b,,,,,,,,,,,,,\n" GOOD("c"), "rx"},
	    {"no,journal\n1,2\n", "x"},
	    {HEAD "\r\n" GOOD("a"), "r"},
	    {HEAD GOOD("a") HEAD GOOD("b"), "rr"},
	    {HEAD GOOD("a\rb") GOOD("b"), "br"},
	    {HEAD
		"1,\"a\",2026-11-22T20:00:00Z,done,a.1,,,,,,,,,,\"a\r\"\n" GOOD(
		    "\"b\" ") GOOD("c"),
		"rbr"},
	};
	char said[16];

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		read_all(cases[i].text, said);
		assert_string_equal(said, cases[i].said);
	}
}

static void
finds_columns_by_name(void **state)
{
	const char text[] =
	    "event,version,kind,time,note,family,step,concept,id,"
	    "suds,likelihood,peak,setting,due,text,mine\r\n"
	    "e,1,done,2026-11-22T20:00:00Z,\"a, b\",,,,k.1,,50,20,,,,"
	    "x\r\n";
	struct journal j;
	struct journal_record r;
	struct diag err;

	(void)state;
	journal_init(&j, source_mem(text, strlen(text)), SIZE_MAX);
	assert_int_equal(journal_next(&j, &r, &err), JOURNAL_RECORD);
	assert_string_equal(r.id, "k.1");
	assert_string_equal(r.note, "a, b");
	assert_int_equal(r.likelihood, 50);
	assert_int_equal(r.peak, 20);
	assert_int_equal(r.line, 2);
	assert_string_equal(r.plan, "");
	assert_false(j.current);
	journal_release(&j);
}

static void
names_events_by_time_and_chance(void **state)
{
	char a[JOURNAL_EVENT_MAX];

	(void)state;
	/* 1795348800 = 2026-11-22T12:00:00Z: date -u -d @1795348800 */
	journal_event(a, noon, 0xffff0123456789ab);
	assert_string_equal(a, "20261122T120000.123456Z-0123456789ab");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_every_text_on_one_line),
	    cmocka_unit_test(keeps_numbers_dates_and_parts),
	    cmocka_unit_test(goes_on_after_a_broken_line),
	    cmocka_unit_test(finds_columns_by_name),
	    cmocka_unit_test(names_events_by_time_and_chance),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
