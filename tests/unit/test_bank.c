#include "bank.h"

static void
reads_parameters_and_areas(void **state)
{
	struct instrument in;
	struct diag err;
	struct bank b;

	(void)state;
	read_ok(&in, SIX);
	assert_int_equal(bank_of(&b, &in, ROWS, &err), 0);
	assert_int_equal(b.nscales, 1);
	assert_string_equal(b.sample, "a few");
	assert_int_equal(b.scales[0].dimension.nitems, 6);
	assert_near(b.scales[0].items[0].a, 1.5, 0);
	assert_near(b.scales[0].items[2].b[1], 1, 0);
	assert_int_equal(b.scales[0].items[4].categories, 2);
	assert_near(b.scales[0].items[4].b[0], 0.3, 0);
	assert_ptr_equal(bank_find(&b, &in.scales[0]), &b.scales[0]);
	assert_null(bank_find(&b, &in.scales[1]));
	bank_release(&b);
	instrument_release(&in);
}

/* Items of one word have one area; without the column the subscales count,
 * but for those with an item of another scale. */
static void
areas_are_the_column_or_the_subscales(void **state)
{
	static const char *const rows =
	    "scale,item,area,a,b1\nall,a1,one,1,0\nall,a2,two,1,0\n"
	    "all,b1,one,1,0\nall,b2,,1,0\nall,b3,,1,0\nall,c3,two,1,0\n";
	static const size_t same[] = {0, 1, 0, 3, 3, 1};
	struct instrument in;
	struct diag err;
	struct bank b;

	(void)state;
	read_ok(&in, SIX);
	assert_int_equal(bank_of(&b, &in, rows, &err), 0);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(b.scales[0].areas[i], same[i]);
	bank_release(&b);
	assert_int_equal(bank_of(&b, &in, ROWS, &err), 0);
	assert_int_equal(b.scales[0].areas[0], b.scales[0].areas[5]);
	assert_int_equal(b.scales[0].areas[2], b.scales[0].areas[4]);
	assert_int_not_equal(b.scales[0].areas[0], b.scales[0].areas[2]);
	bank_release(&b);
	instrument_release(&in);
}

static void
what_cannot_be_is_refused_with_the_item(void **state)
{
	static const struct {
		const char *rows, *words;
		unsigned long line;
	} cases[] = {
	    {"scale,item,a,b1,b2\nall,a1,1,0.5,-1\n",
		"item 'a1': threshold b2 = -1 is not above", 6},
	    {"scale,item,a,b1,b2\nall,a1,1,0.5,0.5\n", "item 'a1'", 6},
	    {"scale,item,a,b1\nall,a1,0,0\n", "item 'a1': a = 0", 6},
	    {"scale,item,a,b1\nall,a1,-1,0\n", "item 'a1': a = -1", 6},
	    {"scale,item,a,b1\nall,a1,1e9,0\n", "item 'a1': a:", 6},
	    {"scale,item,a,b1\nall,a1,nan,0\n", "item 'a1': a:", 6},
	    {"scale,item,a,b1\nall,a1,1,x\n", "item 'a1': threshold:", 6},
	    {"scale,item,a,b1\nall,a1,1,\n", "item 'a1' has no threshold", 6},
	    {"scale,item,a,b1,b2,b3\nall,a1,1,0,1,2\n", "no threshold b3", 6},
	    {"scale,item,a,b1\nall,a1,1,0\nall,a1,1,0\n", "stands twice", 7},
	    {"scale,item,a,b1\nall,zz,1,0\n", "no item 'zz'", 6},
	    {"scale,item,a,b1\nzz,a1,1,0\n", "no scale 'zz'", 6},
	    {"scale,item,a,b1\nall,a1,1,0\n", "item 'a2' of scale 'all'", 0},
	    {"scale,item,a,b1\n", "a bank without items", 0},
	    {"scale,item,a\n", "b1", 0},
	};
	struct instrument in;

	(void)state;
	read_ok(&in, SIX);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct diag err = {0};
		struct bank b;

		assert_int_equal(bank_of(&b, &in, cases[i].rows, &err), -1);
		bank_release(&b);
		if (strstr(err.text, cases[i].words) == NULL)
			fail_msg(
			    "'%s' is not in '%s'", cases[i].words, err.text);
		assert_int_equal(err.line, cases[i].line);
	}
	instrument_release(&in);
}

static void
another_instrument_is_refused(void **state)
{
	const char *text = "instrument: seven\nchecksum: none\n\n" ROWS;
	struct instrument in;
	struct diag err;
	struct bank b;

	(void)state;
	read_ok(&in, SIX);
	assert_int_equal(bank_read(&b, &in, text, strlen(text), &err), -1);
	assert_non_null(strstr(err.text, "instrument 'seven', not of 'six'"));
	assert_int_equal(err.line, 1);
	bank_release(&b);
	instrument_release(&in);
}

/* An item that is reversed now names itself before the checksum does; where no
 * answer tells, the checksum does. */
static void
an_item_that_has_changed_is_named(void **state)
{
	static const char *const texts[] = {
	    "instrument: six\nchecksum: none\n\n"
	    "scale,item,answers,a,b1\nall,a1,1;2;3,1,0\nall,a2,3;2;1,1,0\n",
	    "instrument: six\nchecksum: none\n\n" ROWS,
	};
	static const char *const words[] = {
	    "item 'a2' is another than the one calibrated: its answers go "
	    "'1;2;3', not '3;2;1'",
	    "instrument 'six' is another than the one calibrated: checksum '",
	};
	static const unsigned long line[] = {6, 2};
	struct instrument in;

	(void)state;
	read_ok(&in, SIX);
	for (size_t i = 0; i < 2; i++) {
		struct diag err = {0};
		struct bank b;

		assert_int_equal(
		    bank_read(&b, &in, texts[i], strlen(texts[i]), &err), -1);
		bank_release(&b);
		assert_non_null(strstr(err.text, words[i]));
		assert_int_equal(err.line, line[i]);
	}
	instrument_release(&in);
}

/* What is written is read again, digit for digit. */
static void
keeps_what_it_writes(void **state)
{
	struct str out = STR_INIT;
	struct instrument in;
	struct diag err;
	struct bank b, again;
	struct calibrated_item about[6] = {{0}};
	struct calibration fit = {.nitems = 6, .about = about};

	(void)state;
	read_ok(&in, SIX);
	assert_int_equal(bank_of(&b, &in, ROWS, &err), 0);
	b.scales[0].items[0].a = 1.0 / 3;
	fit.items = b.scales[0].items;
	bank_format(&out, &b.scales[0].dimension, &fit, 1);
	assert_int_equal(bank_read(&again, &in, out.text, out.len, &err), 0);
	for (size_t i = 0; i < 6; i++) {
		assert_int_equal(again.scales[0].items[i].categories,
		    b.scales[0].items[i].categories);
		assert_near(
		    again.scales[0].items[i].a, b.scales[0].items[i].a, 0);
		assert_near(again.scales[0].items[i].b[0],
		    b.scales[0].items[i].b[0], 0);
	}
	bank_release(&again);
	bank_release(&b);
	str_release(&out);
	instrument_release(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_parameters_and_areas),
	    cmocka_unit_test(areas_are_the_column_or_the_subscales),
	    cmocka_unit_test(what_cannot_be_is_refused_with_the_item),
	    cmocka_unit_test(another_instrument_is_refused),
	    cmocka_unit_test(an_item_that_has_changed_is_named),
	    cmocka_unit_test(keeps_what_it_writes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
