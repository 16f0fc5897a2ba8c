/* A question that may show another way to see a statement. */
#include "explain.h"

#include "base/msg.h"
#include "base/str.h"
#include "data/data.h"
#include "stream/table.h"

#include <string.h>

enum { NEVER = -1 };

/* How soon a question is asked, 0 first: of what weighs most among the concepts
 * told, then of a scale that lies to one side, where it went badly. */
static long
turn_of(struct results *r, const struct attribution *a, const char *about,
    const char *side)
{
	size_t i;
	double x;

	for (i = 0; i < a->nconcepts; i++)
		if (strcmp(about,
			lexicon_concept_id(r->lex, a->concepts[i].concept)) ==
		    0)
			return (long)i;
	for (i = 0; i < DIM_SCALES; i++) {
		if (strcmp(about, dimension_words[i]) != 0)
			continue;
		x = a->scale[i];
		if (a->valence == VALENCE_NEGATIVE &&
		    (*side == 'l' ? x < EXPLAIN_LOW : x > EXPLAIN_HIGH))
			return (long)a->nconcepts;
	}
	return NEVER;
}

static struct table *
open_questions(void)
{
	const struct data_file *file = data_find("questions.csv");
	struct table *t = NULL;
	struct diag why;

	if (file != NULL)
		t = table_new(csvin_new_mem(file->bytes, file->len, 1), &why);
	if (t == NULL)
		msg_die(RC_SYSTEM, "built-in questions.csv: cannot be read");
	return t;
}

/* Of scales the first in the list is asked about; where there are several
 * questions about one thing, lines take turns. */
void
question_put(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	struct table *t = open_questions();
	int about = table_find(t, "about"), side = table_find(t, "side");
	int question = table_find(t, "question");
	struct str first = STR_INIT, chosen = STR_INIT;
	long best = NEVER, turn;
	unsigned long n = 0;

	while (table_next(t) == CSVIN_RECORD) {
		turn = turn_of(r, a, table_cell(t, about), table_cell(t, side));
		if (turn == NEVER || (best != NEVER && turn > best))
			continue;
		if (turn != best) {
			best = turn;
			n = 0;
			str_clear(&first);
			str_adds(&first, table_cell(t, about));
		} else if (strcmp(first.text, table_cell(t, about)) != 0) {
			continue;
		}
		if (n++ == 0 || s->line % n == 0) {
			str_clear(&chosen);
			str_adds(&chosen, table_cell(t, question));
		}
	}
	if (best != NEVER) {
		str_clear(&first);
		str_addf(&first, "A question, if you like: %s", chosen.text);
		explain_say(&r->term, first.text);
	}
	str_release(&first);
	str_release(&chosen);
	table_free(t);
}
