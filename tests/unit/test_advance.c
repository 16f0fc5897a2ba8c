#include "test.h"

#include "plan/advance.h"
#include "plan/journal.h"

enum { NONE = JOURNAL_NONE };

/*
 * Tries as text, one a word: "BEFORE/AFTER/PEAK@PLACE", '-' for a number not
 * told, "!" behind it where what was feared happened, "?" where not; or "skip".
 * The verdicts come back as letters: h, u, b.
 */
static int
number(const char **at)
{
	int n = NONE;

	if (**at == '-')
		(*at)++;
	else
		n = (int)strtol(*at, (char **)(uintptr_t)at, 10);
	*at += **at == '/';
	return n;
}

static void
run(const char *tries, enum ladder_mode mode, int repeat, char *said,
    enum advance_reason *reason)
{
	static char words[16][32];
	struct advance a;
	char *copy = strdup(tries), *rest = copy, *word;
	size_t n = 0;

	advance_init(&a);
	while ((word = strtok_r(rest, " ", &rest)) != NULL) {
		struct advance_try t;
		const char *at = word;
		enum advance_verdict v;

		if (strcmp(word, "skip") == 0) {
			v = advance_skip(&a);
		} else {
			t.before = number(&at);
			t.after = number(&at);
			t.peak = number(&at);
			t.happened = strchr(at, '!') != NULL
			    ? JOURNAL_HAPPENED_YES
			    : strchr(at, '?') != NULL ? JOURNAL_HAPPENED_NO
						      : NONE;
			snprintf(words[n], sizeof words[n], "%.*s",
			    (int)strcspn(at, "!?"), at);
			t.context = words[n++];
			v = advance_done(&a, &t, mode, repeat);
		}
		*said++ = "hub"[v];
	}
	*said = '\0';
	*reason = a.reason;
	free(copy);
}

static void
follows_the_stated_rule(void **state)
{
	static const struct {
		const char *tries;
		int repeat;
		const char *said;
		enum advance_reason reason;
	} cases[] = {
	    /* half of what was first said, three tries, two places */
	    {"80/70/60@a 70/50/60@b 50/40/50@a", 3, "hhu", ADVANCE_HALVED},
	    {"80/70/60@a 70/50/60@b 50/41/50@a", 3, "hhh", ADVANCE_FEARED},
	    {"80/40/60@a 40/20/60@b", 3, "hh", ADVANCE_FEW},
	    /* calm twice */
	    {"-/-/60@a -/-/30@b -/-/30@a", 3, "hhu", ADVANCE_CALMED},
	    {"-/-/60@a -/-/31@b -/-/30@a", 3, "hhh", ADVANCE_FEARED},
	    /* a single place asks for five */
	    {"80/9/9@a 80/9/9@a 80/9/9@a 80/9/9@a", 3, "hhhh",
		ADVANCE_CONTEXTS},
	    {"80/9/9@a 80/9/9@a 80/9/9@a 80/9/9@a 80/9/9@a", 3, "hhhhu",
		ADVANCE_HALVED},
	    /* rungs meant for fewer repeats */
	    {"80/30/60@a", 1, "u", ADVANCE_HALVED},
	    {"80/80/30@a", 1, "u", ADVANCE_CALMED},
	    {"80/80/60@a", 1, "h", ADVANCE_FEARED},
	    {"80/30/60@a 50/30/60@b", 2, "hu", ADVANCE_HALVED},
	    {"80/30/60@a 50/30/60@a 50/30/60@a 50/30/60@a", 2, "hhhu",
		ADVANCE_HALVED},
	    /* more repeats than three are no more than three */
	    {"80/30/60@a 50/30/60@b 50/30/60@a", 7, "hhu", ADVANCE_HALVED},
	    /* no numbers at all */
	    {"-/-/-@a -/-/-@b -/-/-@a", 3, "hhu", ADVANCE_TRIED},
	    {"-/-/-@a! -/-/-@b! -/-/-@a!", 3, "hhh", ADVANCE_FEARED},
	    {"-/-/-@a! -/-/-@b -/-/-@a", 3, "hhh", ADVANCE_FEARED},
	    {"-/-/-@a! -/-/-@b! -/-/-@a?", 3, "hhu", ADVANCE_TRIED},
	    {"80/70/60@a! 70/50/60@b! 50/40/50@a!", 3, "hhu", ADVANCE_HALVED},
	    /* too much */
	    {"80/80/80@a", 3, "h", ADVANCE_FEW},
	    {"80/80/81@a", 3, "b", ADVANCE_TOO_HIGH},
	    /* left out */
	    {"skip", 3, "h", ADVANCE_SKIPPED},
	    {"skip skip", 3, "hb", ADVANCE_TOO_HARD},
	    {"skip 80/70/50@a skip", 3, "hhh", ADVANCE_SKIPPED},
	    {"skip skip skip skip", 3, "hbhb", ADVANCE_TOO_HARD},
	    /* nothing was feared to begin with */
	    {"0/0/60@a 0/0/60@b 0/0/60@a", 3, "hhu", ADVANCE_HALVED},
	};
	enum advance_reason reason;
	char said[16];

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		run(cases[i].tries, LADDER_EXPOSURE, cases[i].repeat, said,
		    &reason);
		assert_string_equal(said, cases[i].said);
		assert_int_equal(reason, cases[i].reason);
	}
}

static void
counts_the_other_steps_only(void **state)
{
	enum advance_reason reason;
	char said[16];

	(void)state;
	run("-/-/99@a -/-/-@a", LADDER_ACTIVATION, 2, said, &reason);
	assert_string_equal(said, "hu");
	run("-/-/-@a", LADDER_REFRAME, 1, said, &reason);
	assert_string_equal(said, "u");
}

static void
has_words_for_every_reason(void **state)
{
	(void)state;
	for (int r = ADVANCE_FEW; r <= ADVANCE_TOO_HARD; r++)
		assert_true(strlen(advance_words((enum advance_reason)r)) > 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(follows_the_stated_rule),
	    cmocka_unit_test(counts_the_other_steps_only),
	    cmocka_unit_test(has_words_for_every_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
