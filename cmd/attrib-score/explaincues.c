/* The cues of a statement, for people: those loud enough to be shown. */
#include "explain.h"

#include "base/str.h"

#include <math.h>
#include <stdio.h>

static const double loud_from = 0.5; /* log-odds */

static const char crisis_words[] = "a wish to die, or to hurt oneself";
static const char cues_head[] = "  Words that speak, and how loudly:\n";

/* In a crisis nothing else is to be heard. */
bool
explain_is_loud(
    struct results *r, const struct attribution *a, const struct cue *cue)
{
	size_t n;
	const struct lexicon_rule *rule = &lexicon_rules(r->lex, &n)[cue->rule];

	if (rule->dimension == DIM_CRISIS || (a->flags & ATTRIB_CRISIS) != 0)
		return rule->dimension == DIM_CRISIS;
	return fabs(results_concepts(r, cue, a)) >= loud_from;
}

void
explain_mark(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	const struct term *t = &r->term;
	size_t i, at = 0;

	for (i = 0; i < a->ncues; i++) {
		const struct cue *cue = &a->cues[i];

		if (cue->start < at || !explain_is_loud(r, a, cue))
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

/* What a cue speaks for; the concepts are those of r->scratch. */
static void
put_sense(
    struct results *r, enum dimension d, const struct cue *cue, double weight)
{
	const char *rest = r->scratch.text, *id, *between = "";
	size_t len;

	if (d < DIM_SCALES)
		fputs(explain_shade(d, cue->value), r->term.fp);
	else if (d == DIM_VALENCE)
		fputs(cue->value < 4 ? "went badly" : "went well", r->term.fp);
	else if (d == DIM_BALANCE)
		fputs("a measured view", r->term.fp);
	else if (d == DIM_CRISIS)
		fputs(weight < 0 ? "a figure of speech" : crisis_words,
		    r->term.fp);
	else if (weight < 0)
		fputs("rather not ", r->term.fp);
	while (r->scratch.len > 0 && str_split(&rest, ';', &id, &len)) {
		fputs(between, r->term.fp);
		explain_title(&r->term, id, len);
		between = ", ";
	}
	fprintf(r->term.fp, " (%.2g)\n", fabs(weight));
}

static void
put_quoted(const struct term *t, const struct statement *s, uint32_t start,
    uint32_t end)
{
	fputs("    \"", t->fp);
	term_text(t, s->text + start, end - start);
	fputs("\": ", t->fp);
}

/* Each loud cue, and what rings the alarm with how much of what is needed. */
void
explain_cues(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	const struct term *t = &r->term;
	size_t i, n;
	const struct lexicon_rule *rules = lexicon_rules(r->lex, &n);

	for (n = i = 0; i < a->ncues; i++) {
		const struct cue *cue = &a->cues[i];

		if (!explain_is_loud(r, a, cue))
			continue;
		if (n++ == 0)
			fputs(cues_head, t->fp);
		put_quoted(t, s, cue->start, cue->end);
		put_sense(r, rules[cue->rule].dimension, cue,
		    results_concepts(r, cue, a));
	}
	for (i = 0; i < a->nalarms; i++) {
		if (n++ == 0)
			fputs(cues_head, t->fp);
		put_quoted(t, s, a->alarms[i].start, a->alarms[i].end);
		fprintf(t->fp, "%s (%.2g)\n", crisis_words, a->alarms[i].value);
	}
}
