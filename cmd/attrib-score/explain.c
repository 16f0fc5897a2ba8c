/* What was found in a statement, for people. */
#include "explain.h"

#include "base/str.h"
#include "data/data.h"
#include "stream/meta.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What the words make of a cause, from 1 to 7: where it is plain, where it only
 * leans to a side, and the middle. */
enum { SHADES = 5 };
static const char *const shades[DIM_SCALES][SHADES] = {
    {"others or circumstances", "others or circumstances, mostly",
	"yourself and circumstances alike", "yourself, mostly", "yourself"},
    {"soon over", "more passing than lasting", "may pass or stay",
	"more lasting than passing", "there to stay"},
    {"this one thing", "a few things", "some things", "many things",
	"nearly everything"},
    {"hardly in your hands", "less in your hands than out of them",
	"partly in your hands", "more in your hands than out of them",
	"in your hands"}};

/* Control first, reach last: what matters most to loneliness (Anderson &
 * Arnoult 1985). */
static const struct {
	enum dimension dimension;
	const char *title;
} order[] = {{DIM_CONTROL, "can change"}, {DIM_STABILITY, "lasts"},
    {DIM_INTERNALITY, "put down to"}, {DIM_GLOBALITY, "reaches"}};

const char *
explain_shade(enum dimension d, double x)
{
	static const double ends[SHADES - 1] = {
	    2.5, EXPLAIN_LOW, EXPLAIN_HIGH, 5.5};
	size_t i = 0;

	while (i < 2 ? x >= ends[i] : i < SHADES - 1 && x > ends[i])
		i++;
	return shades[d][i];
}

void
explain_say(const struct term *t, const char *text)
{
	struct term_flow f;

	term_flow_begin(&f, t, EXPLAIN_INDENT, 0);
	term_flow_add(&f, "  ");
	term_flow_add(&f, text);
	term_flow_end(&f);
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
		if (explain_is_loud(r, a, &a->cues[i]))
			return true;
	return a->nconcepts + a->nalarms > 0;
}

void
explain_title(struct term_flow *f, const char *id, size_t len)
{
	struct str path = STR_INIT;
	const struct data_file *file;
	struct meta m = {0};
	const char *title = NULL;

	str_addf(&path, "concepts/%.*s.txt", (int)len, id);
	file = data_find(path.text);
	if (file != NULL && meta_parse(&m, file->bytes, file->len, NULL) == 0)
		title = meta_get(&m, "title");
	if (title != NULL)
		term_flow_add(f, title);
	else
		term_flow_text(f, id, len);
	meta_release(&m);
	str_release(&path);
}

/* What the words say, which need not be what is so. */
static void
put_scales(const struct term *t, const struct attribution *a)
{
	const char *head = "  As these words tell it:\n";
	struct term_flow f;
	size_t i;
	int column;

	for (i = 0; i < sizeof(order) / sizeof(*order); i++) {
		double x = a->scale[order[i].dimension];

		if (isnan(x))
			continue;
		fputs(head, t->fp);
		column =
		    fprintf(t->fp, "    %-12s %.1f of 7  ", order[i].title, x);
		term_flow_begin(&f, t, column, column);
		term_flow_add(&f, explain_shade(order[i].dimension, x));
		term_flow_end(&f);
		head = "";
	}
}

static void
put_concepts(struct results *r, const struct attribution *a)
{
	const struct term *t = &r->term;
	struct term_flow f;
	size_t i;
	int column;

	if (a->nconcepts > 0)
		fputs("  They sound like:\n", t->fp);
	for (i = 0; i < a->nconcepts; i++) {
		const char *id =
		    lexicon_concept_id(r->lex, a->concepts[i].concept);

		column =
		    fprintf(t->fp, "    %.2f of 1  ", a->concepts[i].severity);
		term_flow_begin(&f, t, column, column);
		explain_title(&f, id, strlen(id));
		term_flow_end(&f);
	}
}

/* What there is to say besides. */
static void
put_ending(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	if (says_anything(r, a)) {
		if (a->valence != VALENCE_POSITIVE)
			question_put(r, s, a);
	} else if ((a->flags & ATTRIB_TOO_SHORT) != 0) {
		explain_say(&r->term,
		    "A few words only; with some more there may be "
		    "something to see.");
	} else {
		explain_say(&r->term,
		    "Nothing stands out in these words, and nothing has to.");
	}
}

/* Where life is at stake, neither verdicts nor questions help. */
void
explain_put(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	const struct term *t = &r->term;
	int column;

	if (r->begun)
		fputc('\n', t->fp);
	column = fprintf(t->fp, "%lu: ", s->line);
	r->begun = true;
	explain_mark(r, s, a, column);
	if ((a->flags & ATTRIB_CRISIS) != 0) {
		explain_say(t,
		    "You need not carry this alone: \"concept-lookup help\" "
		    "says who to talk to, at any hour.");
	} else {
		put_scales(t, a);
		put_concepts(r, a);
		put_ending(r, s, a);
	}
	term_style(t, TERM_DIM);
	explain_cues(r, s, a);
	term_style(t, 0);
}
