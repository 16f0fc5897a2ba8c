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
explain_mark(struct results *r, const struct statement *s,
    const struct attribution *a, int column)
{
	struct term_flow f;
	size_t i, at = 0;

	term_flow_begin(&f, &r->term, EXPLAIN_INDENT, column);
	for (i = 0; i < a->ncues; i++) {
		const struct cue *cue = &a->cues[i];

		if (cue->start < at || !explain_is_loud(r, a, cue))
			continue;
		term_flow_text(&f, s->text + at, cue->start - at);
		term_flow_add(&f, "[");
		term_flow_style(&f, TERM_BOLD);
		term_flow_text(&f, s->text + cue->start, cue->end - cue->start);
		term_flow_style(&f, 0);
		term_flow_add(&f, "]");
		at = cue->end;
	}
	term_flow_text(&f, s->text + at, s->len - at);
	term_flow_end(&f);
}

/* What a cue speaks for; the concepts are those of r->scratch. */
static void
put_sense(struct results *r, struct term_flow *f, enum dimension d,
    const struct cue *cue, double weight)
{
	const char *rest = r->scratch.text, *id, *between = "";
	size_t len;

	if (d < DIM_SCALES)
		term_flow_add(f, explain_shade(d, cue->value));
	else if (d == DIM_VALENCE)
		term_flow_add(f, cue->value < 4 ? "went badly" : "went well");
	else if (d == DIM_BALANCE)
		term_flow_add(f, "a measured view");
	else if (d == DIM_CRISIS)
		term_flow_add(
		    f, weight < 0 ? "a figure of speech" : crisis_words);
	else if (weight < 0)
		term_flow_add(f, "rather not ");
	while (r->scratch.len > 0 && str_split(&rest, ';', &id, &len)) {
		term_flow_add(f, between);
		explain_title(f, id, len);
		between = ", ";
	}
}

/* The beginning and the end of a line about words of the statement. */
static void
begin_line(struct term_flow *f, const struct term *t, const struct statement *s,
    uint32_t start, uint32_t end)
{
	term_flow_begin(f, t, EXPLAIN_INDENT + 2, 0);
	term_flow_add(f, "    \"");
	term_flow_text(f, s->text + start, end - start);
	term_flow_add(f, "\": ");
}

static void
end_line(struct term_flow *f, double loud)
{
	struct str s = STR_INIT;

	str_addf(&s, " (%.2g)", loud);
	term_flow_add(f, s.text);
	str_release(&s);
	term_flow_end(f);
}

/* Each loud cue, and what rings the alarm with how much of what is needed. */
void
explain_cues(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	const struct term *t = &r->term;
	struct term_flow f;
	size_t i, n;
	const struct lexicon_rule *rules = lexicon_rules(r->lex, &n);

	for (n = i = 0; i < a->ncues; i++) {
		const struct cue *cue = &a->cues[i];
		double weight;

		if (!explain_is_loud(r, a, cue))
			continue;
		if (n++ == 0)
			fputs(cues_head, t->fp);
		begin_line(&f, t, s, cue->start, cue->end);
		weight = results_concepts(r, cue, a);
		put_sense(r, &f, rules[cue->rule].dimension, cue, weight);
		end_line(&f, fabs(weight));
	}
	for (i = 0; i < a->nalarms; i++) {
		if (n++ == 0)
			fputs(cues_head, t->fp);
		begin_line(&f, t, s, a->alarms[i].start, a->alarms[i].end);
		term_flow_add(&f, crisis_words);
		end_line(&f, a->alarms[i].value);
	}
}
