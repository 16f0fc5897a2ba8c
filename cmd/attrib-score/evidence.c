/* The cues found in a statement, a row each. */
#include "model.h"
#include "rows.h"

#include "base/str.h"

#include <math.h>

/* Bytes of a statement that each row repeats: some 700 words. */
enum { EVIDENCE_STATEMENT_MAX = 4096 };

const char *const evidence_columns[] = {"respondent", "time", "line",
    "statement", "start", "end", "text", "rule", "dimension", "value",
    "concept", NULL};

static bool
is_told(const struct attribution *a, uint32_t concept)
{
	size_t i;

	for (i = 0; i < a->nconcepts; i++)
		if (a->concepts[i].concept == concept)
			return true;
	return false;
}

double
results_concepts(
    struct results *r, const struct cue *cue, const struct attribution *told)
{
	size_t n, i;
	const struct lexicon_rule *rule = &lexicon_rules(r->lex, &n)[cue->rule];
	const struct lexicon_raise *raises = lexicon_raises(r->lex, rule);
	double loudest = 0;

	str_clear(&r->scratch);
	if (rule->nraises == 0)
		return cue->weight;
	for (i = 0; i < rule->nraises; i++) {
		double part = (double)raises[i].part;
		bool louder = fabs(part) > fabs(loudest);

		if (told != NULL && !is_told(told, raises[i].concept))
			continue;
		if (rule->dimension == DIM_PATTERN && !louder)
			continue;
		if (rule->dimension == DIM_PATTERN)
			str_clear(&r->scratch);
		loudest = louder ? part : loudest;
		rows_part(
		    &r->scratch, lexicon_concept_id(r->lex, raises[i].concept));
	}
	return cue->weight * loudest;
}

/* The first cells of a row.  Of a long statement the beginning alone: it stands
 * again in each row, and the longer it is the more rows it has. */
static void
put_head(struct results *r, const struct statement *s, bool bad)
{
	struct statement shown = *s;
	struct str text = STR_INIT;
	size_t len = EVIDENCE_STATEMENT_MAX;

	if (s->len > len) {
		/* Within a code point, of which three bytes at most follow. */
		while (len > EVIDENCE_STATEMENT_MAX - 3 &&
		    (s->text[len] & 0xC0) == 0x80)
			len--;
		str_add(&text, s->text, len);
		str_adds(&text, "\xE2\x80\xA6");
		shown.text = text.text;
		shown.len = text.len;
	}
	rows_head(r, &shown, bad);
	str_release(&text);
}

static bool
put_cue(struct results *r, const struct statement *s,
    const struct attribution *a, const struct cue *cue)
{
	size_t n;
	const struct lexicon_rule *rule = &lexicon_rules(r->lex, &n)[cue->rule];
	bool bad = (a->flags & ATTRIB_BAD_UTF8) != 0;
	double weight;

	put_head(r, s, bad);
	csvout_long(&r->out, (long)cue->start);
	csvout_long(&r->out, (long)cue->end);
	rows_text(r, s->text + cue->start, cue->end - cue->start, bad);
	csvout_str(&r->out, lexicon_text(r->lex, rule->pattern));
	csvout_str(&r->out, dimension_words[rule->dimension]);
	weight = results_concepts(r, cue, a);
	if (r->scratch.len == 0) /* of what it speaks of nothing is told */
		weight = results_concepts(r, cue, NULL);
	rows_scale(r, isnan(cue->value) ? weight : cue->value);
	csvout_text(&r->out, r->scratch.text, r->scratch.len);
	return rows_end(r, s, bad);
}

/* The words that ring the alarm, with how much of what is needed they have. */
static bool
put_alarm(struct results *r, const struct statement *s, bool bad,
    const struct alarm_cue *cue)
{
	put_head(r, s, bad);
	csvout_long(&r->out, (long)cue->start);
	csvout_long(&r->out, (long)cue->end);
	rows_text(r, s->text + cue->start, cue->end - cue->start, bad);
	csvout_str(&r->out, "alarm");
	csvout_str(&r->out, dimension_words[DIM_CRISIS]);
	rows_scale(r, cue->value);
	csvout_empty(&r->out);
	return rows_end(r, s, bad);
}

/* The words that speak for what the model tells. */
static bool
put_model_cues(struct results *r, const struct statement *s, bool bad)
{
	const struct model *m = r->model;
	struct model_cue cues[MODEL_CUES];
	bool good = true;
	size_t i, k, n;

	for (i = 0; m != NULL && i < m->classifier.nlabels; i++) {
		n = m->told[i] ? model_cues(m, i, cues) : 0;
		for (k = 0; k < n && good; k++) {
			const char *label = m->classifier.labels[i];

			put_head(r, s, bad);
			csvout_long(&r->out, (long)cues[k].start);
			csvout_long(&r->out, (long)cues[k].end);
			rows_text(r, s->text + cues[k].start,
			    cues[k].end - cues[k].start, bad);
			str_clear(&r->scratch);
			str_addf(
			    &r->scratch, "%s=%s", m->classifier.column, label);
			csvout_text(&r->out, r->scratch.text, r->scratch.len);
			csvout_str(&r->out, "model");
			rows_scale(r, cues[k].value);
			csvout_str(&r->out, m->concepts[i] ? label : "");
			good = rows_end(r, s, bad);
		}
	}
	return good;
}

bool
evidence_put(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	bool good = true, bad = (a->flags & ATTRIB_BAD_UTF8) != 0;

	for (size_t i = 0; good && i < a->ncues; i++)
		good = put_cue(r, s, a, &a->cues[i]);
	for (size_t i = 0; good && i < a->nalarms; i++)
		good = put_alarm(r, s, bad, &a->alarms[i]);
	return good && put_model_cues(r, s, bad);
}
