#include "quiz/sitting.h"

#include "quiz.h"

#define TWO                                                                    \
	HEAD "\nitem,text,ask-if\n"                                            \
	     "q1,One?,\nq2,Two?,q1 >= 2\nq3,Three?,\n"
#define OTHER                                                                  \
	"id: other\noptions: 1=no; 2=a little; 3=yes\n\n"                      \
	"item,text\nr1,Three?\nr2,Four?\n"

struct pair {
	struct instrument in[2];
	const struct instrument *list[2];
	struct sitting s;
};

static void
begin(struct pair *p, size_t n, uint64_t seed)
{
	read_ok(&p->in[0], TWO);
	read_ok(&p->in[1], OTHER);
	p->list[0] = &p->in[0];
	p->list[1] = &p->in[1];
	sitting_init(&p->s, p->list, n, seed);
}

static void
end(struct pair *p)
{
	sitting_release(&p->s);
	instrument_release(&p->in[0]);
	instrument_release(&p->in[1]);
}

static void
follows_branches_as_answers_change(void **state)
{
	struct pair p;
	size_t done, all;

	(void)state;
	begin(&p, 1, 0);
	sitting_progress(&p.s, &done, &all);
	assert_int_equal(all, 2);
	sitting_answer(&p.s, 1);
	assert_int_equal(p.s.at, 2);
	assert_true(sitting_back(&p.s));
	assert_int_equal(p.s.at, 0);
	assert_false(sitting_back(&p.s));
	sitting_answer(&p.s, 2);
	assert_int_equal(p.s.at, 1);
	sitting_answer(&p.s, 3);
	assert_true(sitting_back(&p.s));
	assert_true(sitting_back(&p.s));
	sitting_answer(&p.s, 1); /* closes the branch; its answer is kept */
	assert_int_equal(p.s.at, 2);
	assert_int_equal(p.s.answers[0][1], 3);
	sitting_skip(&p.s);
	sitting_progress(&p.s, &done, &all);
	assert_int_equal(done, 2);
	assert_int_equal(all, 2);
	assert_int_equal(p.s.at, p.s.nquestions);
	assert_int_equal(p.s.answers[0][2], ANSWER_MISSING);
	end(&p);
}

static void
asks_the_same_text_once(void **state)
{
	struct pair p;

	(void)state;
	begin(&p, 2, 0);
	assert_int_equal(p.s.nquestions, 4);
	sitting_answer(&p.s, 1);
	assert_string_equal(sitting_item(&p.s, p.s.at)->text, "Three?");
	sitting_answer(&p.s, 3);
	assert_int_equal(p.s.answers[0][2], 3);
	assert_int_equal(p.s.answers[1][0], 3);
	assert_string_equal(sitting_item(&p.s, p.s.at)->text, "Four?");
	end(&p);
}

static void
goes_on_where_an_earlier_part_stopped(void **state)
{
	struct pair p;

	(void)state;
	begin(&p, 2, 0);
	sitting_restore(&p.s, 0, 2, false);
	sitting_restore(&p.s, 1, ANSWER_MISSING, true);
	sitting_resume(&p.s);
	assert_int_equal(p.s.at, 2);
	end(&p);
}

/* The order is the seed's; every question stands once; an instrument with
 * branches stays in its order. */
static void
shuffles_by_seed(void **state)
{
	enum { ITEMS = 20 };
	char text[1000] = "id: many\nrange: 0..4\n\nitem,text\n";
	const struct instrument *list[1];
	struct instrument in;
	struct sitting a, b, c;
	bool seen[ITEMS] = {false}, differs = false;

	(void)state;
	for (int i = 0; i < ITEMS; i++)
		sprintf(text + strlen(text), "q%d,Text %d?\n", i, i);
	read_ok(&in, text);
	list[0] = &in;
	sitting_init(&a, list, 1, 7);
	sitting_init(&b, list, 1, 7);
	sitting_init(&c, list, 1, 8);
	for (size_t i = 0; i < ITEMS; i++) {
		size_t item = a.questions[i].places[0].item;

		assert_false(seen[item]);
		seen[item] = true;
		assert_int_equal(item, b.questions[i].places[0].item);
		differs = differs || item != c.questions[i].places[0].item;
	}
	assert_true(differs);
	sitting_release(&a);
	sitting_release(&b);
	sitting_release(&c);
	instrument_release(&in);
}

static void
leaves_branches_in_their_order(void **state)
{
	struct pair p;

	(void)state;
	for (uint64_t seed = 1; seed < 30; seed++) {
		begin(&p, 1, seed);
		for (size_t i = 0; i < 3; i++)
			assert_int_equal(p.s.questions[i].places[0].item, i);
		end(&p);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(follows_branches_as_answers_change),
	    cmocka_unit_test(asks_the_same_text_once),
	    cmocka_unit_test(goes_on_where_an_earlier_part_stopped),
	    cmocka_unit_test(shuffles_by_seed),
	    cmocka_unit_test(leaves_branches_in_their_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
