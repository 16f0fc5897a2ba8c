#include "score.h"

#include "base/msg.h"
#include "base/str.h"
#include "data/data.h"
#include "stream/table.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double loud_from = 0.5; /* log-odds */

static const struct {
	const char *low, *middle, *high;
} scale_words[DIM_SCALES] = {
    {"others or circumstances", "both oneself and circumstances", "oneself"},
    {"passing", "may pass or stay", "there to stay"},
    {"this one thing", "some things", "nearly everything"},
    {"in nobody's hands", "partly in one's hands", "in one's hands"}};

/* Control first, reach last: what matters most to loneliness (Anderson &
 * Arnoult 1985). */
static const struct {
	enum dimension dimension;
	const char *title;
} order[] = {{DIM_CONTROL, "could be changed"}, {DIM_STABILITY, "lasts"},
    {DIM_INTERNALITY, "cause"}, {DIM_GLOBALITY, "reaches"}};

static const char *
word_for(enum dimension d, double x)
{
	if (x < 3.5)
		return scale_words[d].low;
	return x > 4.5 ? scale_words[d].high : scale_words[d].middle;
}

/* Whether a cue says enough by itself to be shown. */
static bool
is_loud(struct results *r, const struct attribution *a, const struct cue *cue)
{
	size_t n;
	const struct lexicon_rule *rule = &lexicon_rules(r->lex, &n)[cue->rule];

	return rule->dimension == DIM_CRISIS ||
	    fabs(results_concepts(r, cue, a)) >= loud_from;
}

/* Whether there is more to show than the statement. */
static bool
says_anything(struct results *r, const struct attribution *a)
{
	size_t i;

	for (i = 0; i < DIM_SCALES; i++)
		if (!isnan(a->scale[i]))
			return true;
	for (i = 0; i < a->ncues; i++)
		if (is_loud(r, a, &a->cues[i]))
			return true;
	return a->nconcepts + a->nalarms > 0;
}

/* The statement with each loud cue in [brackets], and bold where that can be.
 */
static void
put_marked(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	const struct term *t = &r->term;
	size_t i, at = 0;

	for (i = 0; i < a->ncues; i++) {
		const struct cue *cue = &a->cues[i];

		if (cue->start < at || !is_loud(r, a, cue))
			continue;
		term_text(t, s->text + at, cue->start - at);
		fputc('[', t->fp);
		term_style(t, TERM_BOLD);
		term_text(t, s->text + cue->start, cue->end - cue->start);
		term_style(t, 0);
		fputc(']', t->fp);
		at = cue->end;
	}
	term_text(t, s->text + at, s->len - at);
	fputc('\n', t->fp);
}

static void
put_cue(struct results *r, const struct statement *s,
    const struct attribution *a, const struct cue *cue)
{
	const struct term *t = &r->term;
	size_t n;
	const struct lexicon_rule *rule = &lexicon_rules(r->lex, &n)[cue->rule];
	double weight = results_concepts(r, cue, a);

	fputs("    \"", t->fp);
	term_text(t, s->text + cue->start, cue->end - cue->start);
	fprintf(t->fp, "\": %s", dimension_words[rule->dimension]);
	if (!isnan(cue->value))
		fprintf(t->fp, " %g", cue->value);
	if (r->scratch.len > 0)
		fprintf(t->fp, " %s", r->scratch.text);
	fprintf(t->fp, " (weight %.2g)\n", weight);
}

/* The words that ring the alarm, and how much of what is needed they have. */
static void
put_alarms(const struct term *t, const struct statement *s,
    const struct attribution *a)
{
	size_t i;

	for (i = 0; i < a->nalarms; i++) {
		const struct alarm_cue *cue = &a->alarms[i];

		fputs("    \"", t->fp);
		term_text(t, s->text + cue->start, cue->end - cue->start);
		fprintf(t->fp, "\": crisis (%.2g of 1)\n", cue->value);
	}
}

static void
put_scales(const struct term *t, const struct attribution *a)
{
	size_t i;

	for (i = 0; i < sizeof(order) / sizeof(*order); i++) {
		double x = a->scale[order[i].dimension];

		if (!isnan(x))
			fprintf(t->fp, "  %-17s %.1f of 7  %s\n",
			    order[i].title, x, word_for(order[i].dimension, x));
	}
}

/* What a question may be about: a scale where it lies to one side, or a concept
 * that is told.  The side of a concept is empty. */
static bool
concerns(struct results *r, const struct attribution *a, const char *about,
    const char *side)
{
	size_t i;
	double x;

	for (i = 0; i < DIM_SCALES; i++) {
		if (strcmp(about, dimension_words[i]) != 0)
			continue;
		x = a->scale[i];
		return *side == 'l' ? x < 3.5 : x > 4.5;
	}
	for (i = 0; i < a->nconcepts; i++)
		if (strcmp(about,
			lexicon_concept_id(r->lex, a->concepts[i].concept)) ==
		    0)
			return true;
	return false;
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

/*
 * One question, of the first thing in the list that concerns the statement:
 * what could be changed and character against behaviour stand first there, how
 * far it reaches last.  Where there are several, lines take turns.
 */
static void
put_question(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	struct table *t = open_questions();
	int about = table_find(t, "about"), side = table_find(t, "side");
	int question = table_find(t, "question");
	struct str first = STR_INIT, chosen = STR_INIT;
	unsigned long n = 0;

	while (table_next(t) == CSVIN_RECORD) {
		if (n > 0 && strcmp(first.text, table_cell(t, about)) != 0)
			break;
		if (!concerns(r, a, table_cell(t, about), table_cell(t, side)))
			continue;
		str_clear(&first);
		str_adds(&first, table_cell(t, about));
		if (n++ == 0 || s->line % n == 0) {
			str_clear(&chosen);
			str_adds(&chosen, table_cell(t, question));
		}
	}
	if (n > 0)
		fprintf(
		    r->term.fp, "  Another way to see it: %s\n", chosen.text);
	str_release(&first);
	str_release(&chosen);
	table_free(t);
}

/* Questions are for what went badly; where life is at stake help comes first,
 * and nothing is asked. */
static void
put_ending(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	if ((a->flags & ATTRIB_CRISIS) != 0)
		fputs("  You need not carry this alone: \"concept-lookup "
		      "help\" says who to talk to, at any hour.\n",
		    r->term.fp);
	else if (a->valence != VALENCE_POSITIVE)
		put_question(r, s, a);
}

void
explain_put(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	const struct term *t = &r->term;
	size_t i;

	fprintf(t->fp, "%s%lu: ", r->begun ? "\n" : "", s->line);
	r->begun = true;
	put_marked(r, s, a);
	put_scales(t, a);
	for (i = 0; i < a->nconcepts; i++)
		fprintf(t->fp, "  %-30s %.2f\n",
		    lexicon_concept_id(r->lex, a->concepts[i].concept),
		    a->concepts[i].severity);
	if (!says_anything(r, a))
		fputs("  Too little here to say anything.\n", t->fp);
	put_ending(r, s, a);
	term_style(t, TERM_DIM);
	for (i = 0; i < a->ncues; i++)
		if (is_loud(r, a, &a->cues[i]))
			put_cue(r, s, a, &a->cues[i]);
	put_alarms(t, s, a);
	term_style(t, 0);
}
