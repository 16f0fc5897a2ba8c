#include "quiz/tailor.h"

#include "bank.h"

/* What a sitting asks, as the letters of items; every answer is x, but for the
 * ones that are named in skips, which are skipped. */
static void
sit(struct sitting *s, int x, const char *skips, char *asked)
{
	while (s->at < s->nquestions) {
		const char *id = sitting_item(s, s->at)->id;

		strcat(asked, id);
		strcat(asked, " ");
		if (strstr(skips, id) != NULL)
			sitting_skip(s);
		else
			sitting_answer(s, x);
	}
}

struct made {
	struct instrument in;
	const struct instrument *list[1];
	struct bank b;
	const struct bank *banks[1];
	struct sitting s;
	struct tailor t;
	char asked[200];
};

static void
read_bank(struct bank *b, const struct instrument *in, const char *rows)
{
	char text[2000], sum[BANK_CHECKSUM_MAX];
	struct diag err = {0};

	bank_checksum(in, sum);
	snprintf(text, sizeof(text), "instrument: %s\nchecksum: %s\n\n%s",
	    in->id, sum, rows);
	if (bank_read(b, in, text, strlen(text), &err) == -1)
		fail_msg("%s", err.text);
}

static void
make(struct made *m, const char *instrument, const char *rows,
    struct adaptive_rule rule)
{
	*m = (struct made){0};
	read_ok(&m->in, instrument);
	read_bank(&m->b, &m->in, rows);
	m->list[0] = &m->in;
	m->banks[0] = &m->b;
	sitting_init(&m->s, m->list, 1, 0);
	tailor_init(&m->t, &m->s, m->banks, &rule, 0);
}

static void
end(struct made *m)
{
	tailor_release(&m->t);
	sitting_release(&m->s);
	bank_release(&m->b);
	instrument_release(&m->in);
}

/* Two scales of three items each, with a shared one; g opens b3, h nothing; c
 * has an answer that asks for help. */
#define TWO                                                                    \
	"id: two\noptions: 1=no; 2=a little; 3=yes\n\n"                        \
	"item,scale,ask-if,crisis\n"                                           \
	"g,,,\nh,,,\na1,a,,\na2,a;b,,\na3,a,,\nb1,b,,\nb3,b,g >= 2,\n"         \
	"c,,,>= 3\n"
#define TWO_ROWS                                                               \
	"scale,item,a,b1,b2\na,a1,2,-1,1\na,a2,1,-1,1\na,a3,3,-1,1\n"          \
	"b,a2,1,-1,1\nb,b1,2,-1,1\nb,b3,3,-1,1\n"

/* g first, since b3 waits for it; a3 is the best of a, b3 of b, and turns are
 * taken; a2 counts for both; h is of no use, c comes at the end. */
static void
scales_take_turns_and_branches_wait(void **state)
{
	struct made m;

	(void)state;
	make(&m, TWO, TWO_ROWS, (struct adaptive_rule){0});
	sit(&m.s, 2, "", m.asked);
	assert_string_equal(m.asked, "g a3 b3 a1 b1 a2 c ");
	assert_int_equal(m.t.scales[0].state.nasked, 3);
	assert_int_equal(m.t.scales[1].state.nasked, 3);
	end(&m);
	make(&m, TWO, TWO_ROWS, (struct adaptive_rule){0});
	sit(&m.s, 1, "", m.asked);
	assert_string_equal(m.asked, "g a3 b1 a1 a2 c ");
	end(&m);
}

static void
a_scale_at_its_end_is_not_asked_for(void **state)
{
	struct adaptive_rule rule = {.most = 1};
	struct made m;

	(void)state;
	make(&m, TWO, TWO_ROWS, rule);
	sit(&m.s, 2, "", m.asked);
	assert_string_equal(m.asked, "g a3 b3 c ");
	end(&m);
}

static void
skipped_questions_are_not_asked_again(void **state)
{
	struct made m;

	(void)state;
	make(&m, TWO, TWO_ROWS, (struct adaptive_rule){0});
	sit(&m.s, 2, "a3 b1", m.asked);
	assert_string_equal(m.asked, "g a3 b3 a1 b1 a2 c ");
	assert_int_equal(m.t.scales[0].state.nanswered, 2);
	assert_int_equal(m.t.scales[1].state.nanswered, 2);
	end(&m);
}

/* Back goes by the order of asking; an answer that closes a branch takes what
 * was answered behind it out of the estimate. */
static void
back_goes_to_what_was_asked_before(void **state)
{
	struct made m;

	(void)state;
	make(&m, TWO, TWO_ROWS, (struct adaptive_rule){0});
	assert_false(sitting_back(&m.s));
	for (int i = 0; i < 3; i++)
		sitting_answer(&m.s, 2);
	assert_string_equal(sitting_item(&m.s, m.s.at)->id, "a1");
	assert_int_equal(sitting_number(&m.s, m.s.at), 4);
	assert_int_equal(m.t.scales[1].state.nanswered, 1);
	for (int i = 0; i < 3; i++)
		assert_true(sitting_back(&m.s));
	assert_false(sitting_back(&m.s));
	assert_string_equal(sitting_item(&m.s, m.s.at)->id, "g");
	assert_int_equal(sitting_number(&m.s, m.s.at), 1);
	sitting_answer(&m.s, 1);
	assert_int_equal(m.t.scales[1].state.nanswered, 0);
	assert_string_equal(sitting_item(&m.s, m.s.at)->id, "b1");
	end(&m);
}

static void
goes_on_from_restored_answers(void **state)
{
	static const struct {
		const char *id;
		int x;
	} before[] = {{"g", 2}, {"a3", 3}, {"b3", 1}};
	struct made m, whole;

	(void)state;
	make(&whole, TWO, TWO_ROWS, (struct adaptive_rule){0});
	make(&m, TWO, TWO_ROWS, (struct adaptive_rule){0});
	for (size_t i = 0; i < 3; i++) {
		size_t q = (size_t)instrument_item(&m.in, before[i].id);

		sitting_restore(&m.s, q, before[i].x, false);
		assert_int_equal(whole.s.at, q);
		sitting_answer(&whole.s, before[i].x);
	}
	sitting_resume(&m.s);
	assert_int_equal(m.s.at, whole.s.at);
	assert_near(
	    m.t.scales[0].state.at.theta, whole.t.scales[0].state.at.theta, 0);
	sitting_clear(&m.s);
	assert_int_equal(m.s.nasked, 0);
	assert_string_equal(sitting_item(&m.s, m.s.at)->id, "g");
	end(&m);
	end(&whole);
}

static void
tells_how_far_it_is(void **state)
{
	struct adaptive_rule rule = {.se = 0.5, .least = 2};
	struct tailor_progress p;
	double share = 0;
	struct made m;

	(void)state;
	make(&m, SIX, ROWS, rule);
	p = tailor_progress(&m.t, &m.s);
	assert_near(p.share_frac, 0, 0);
	assert_near(p.se, 1, 0);
	assert_int_equal(p.left_most, 6);
	assert_in_range(p.left, 2, 6);
	while (m.s.at < m.s.nquestions) {
		sitting_answer(&m.s, 2);
		p = tailor_progress(&m.t, &m.s);
		assert_true(p.share_frac > share && p.share_frac <= 1);
		assert_int_equal(p.answered, m.s.nasked);
		share = p.share_frac;
	}
	assert_near(p.share_frac, 1, 0);
	assert_int_equal(p.left, 0);
	end(&m);
}

/* g comes first and c last in any case; b3 waits for g, a2 is of both scales.
 */
static void
counts_what_may_come_at_most(void **state)
{
	struct adaptive_rule rule = {.se = 0.01, .least = 1};
	struct tailor_progress p;
	struct made m;

	(void)state;
	make(&m, TWO, TWO_ROWS, rule);
	assert_int_equal(tailor_progress(&m.t, &m.s).left_most, 7);
	sitting_answer(&m.s, 1); /* g, which closes b3 */
	while (m.s.at < m.s.nquestions) {
		p = tailor_progress(&m.t, &m.s);
		assert_int_equal(p.asked + p.left_most, 6);
		assert_in_range(p.left, 1, p.left_most);
		sitting_answer(&m.s, 1);
	}
	assert_int_equal(m.s.nasked, 6);
	end(&m);
	rule.most = 1;
	make(&m, TWO, TWO_ROWS, rule);
	assert_int_equal(tailor_progress(&m.t, &m.s).left_most, 4);
	end(&m);
}

#define THREE                                                                  \
	"id: three\noptions: 1=no; 2=a little; 3=yes\n\n"                      \
	"item,text\np,P?\nq,Q?\nr,R?\n"
#define THREE_ROWS                                                             \
	"scale,item,a,b1,b2\ntotal,p,2,-1,1\ntotal,q,1,-1,1\n"                 \
	"total,r,3,-1,1\n"

/* How sure it is of the instrument that is asked, not of those behind it. */
static void
is_sure_of_the_instrument_that_is_asked(void **state)
{
	struct adaptive_rule rule = {.se = 0.1, .least = 2};
	struct tailor_progress p;
	struct made m, behind;
	struct sitting s;
	struct tailor t;

	(void)state;
	make(&m, SIX, ROWS, rule);
	make(&behind, THREE, THREE_ROWS, rule);
	sitting_init(
	    &s, (const struct instrument *[]){&m.in, &behind.in}, 2, 0);
	tailor_init(&t, &s, (const struct bank *[]){&m.b, &behind.b}, &rule, 0);
	sitting_answer(&s, 2);
	sitting_answer(&s, 2);
	p = tailor_progress(&t, &s);
	assert_true(p.se < 1);
	assert_int_equal(p.answered, 2);
	while (sitting_instrument(&s, s.at) == &m.in)
		sitting_answer(&s, 2);
	p = tailor_progress(&t, &s);
	assert_near(p.se, 1, 0);
	assert_int_equal(p.answered, 0);
	tailor_release(&t);
	sitting_release(&s);
	end(&behind);
	end(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(scales_take_turns_and_branches_wait),
	    cmocka_unit_test(a_scale_at_its_end_is_not_asked_for),
	    cmocka_unit_test(skipped_questions_are_not_asked_again),
	    cmocka_unit_test(back_goes_to_what_was_asked_before),
	    cmocka_unit_test(goes_on_from_restored_answers),
	    cmocka_unit_test(tells_how_far_it_is),
	    cmocka_unit_test(counts_what_may_come_at_most),
	    cmocka_unit_test(is_sure_of_the_instrument_that_is_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
