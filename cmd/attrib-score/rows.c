#include "categories.h"
#include "model.h"
#include "ratings.h"
#include "score.h"
#include "summary.h"

#include "base/str.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

static const char *const row_columns[] = {"respondent", "time", "line",
    "statement", "internality", "stability", "globality", "control", "valence",
    "pattern", "concept", "severity", "cues", "flag", NULL};

static const char *const model_columns[] = {"respondent", "time", "line",
    "statement", "internality", "stability", "globality", "control", "valence",
    "pattern", "concept", "severity", "cues", "flag", "label", "probability",
    NULL};

static const char *const evidence_columns[] = {"respondent", "time", "line",
    "statement", "start", "end", "text", "rule", "dimension", "value",
    "concept", NULL};

static const struct {
	enum attrib_flag flag;
	const char *word;
} flag_words[] = {{ATTRIB_CRISIS, "crisis"}, {ATTRIB_TOO_SHORT, "too-short"},
    {ATTRIB_BAD_UTF8, "bad-utf8"}};

static const char *const *
columns_of(const struct results *r)
{
	if (r->form == FORM_EVIDENCE)
		return evidence_columns;
	return r->model != NULL ? model_columns : row_columns;
}

void
results_init(struct results *r, const struct settings *set,
    const struct lexicon *lex, const struct model *model)
{
	*r = (struct results){.lex = lex, .model = model, .form = set->form};
	str_init(&r->scratch);
	csvout_init(&r->out, stdout);
	r->out.headless = set->rows.part.number > 1;
	if (r->form == FORM_EXPLAIN)
		term_init(&r->term, stdout, set->color, set->ascii);
	else if (r->form == FORM_SUMMARY)
		r->summary = summary_new(lex, (enum period)set->period);
	else if (r->form == FORM_BESIDE)
		return; /* nothing before all is read */
	else if (r->form == FORM_CATEGORIES) {
		r->categories = categories_open(set->dic);
		categories_header(r->categories, &r->out);
	} else
		csvout_header(&r->out, columns_of(r));
}

void
results_finish(struct results *r)
{
	if (r->summary != NULL) {
		summary_write(r->summary, &r->out);
		summary_free(r->summary);
	}
	if (r->form == FORM_BESIDE)
		beside_write(r->persons, &r->out);
	categories_close(r->categories);
	csvout_release(&r->out);
	str_release(&r->scratch);
}

/* Writes the text as a cell; bytes that are not UTF-8 become U+FFFD. */
static void
put_text(struct results *r, const char *text, size_t len, bool bad)
{
	size_t at, used;

	if (!bad) {
		csvout_text(&r->out, text, len);
		return;
	}
	str_clear(&r->scratch);
	for (at = 0; at < len; at += used) {
		if (utf8_next(text + at, len - at, &used) < 0)
			str_adds(&r->scratch, "\xEF\xBF\xBD");
		else
			str_add(&r->scratch, text + at, used);
	}
	csvout_text(&r->out, r->scratch.text, r->scratch.len);
}

static void
put_head(struct results *r, const struct statement *s, bool bad)
{
	csvout_str(&r->out, s->respondent);
	csvout_str(&r->out, s->time);
	csvout_long(&r->out, (long)s->line);
	put_text(r, s->text, s->len, bad);
}

/* Two digits behind the point say all there is to say. */
static void
put_scale(struct results *r, double x)
{
	if (isnan(x))
		csvout_empty(&r->out);
	else
		csvout_ratio(&r->out, lround(x * 100), 100);
}

static void
add_part(struct str *s, const char *text)
{
	if (s->len > 0)
		str_addc(s, ';');
	str_adds(s, text);
}

static void
put_concepts(struct results *r, const struct attribution *a, bool biases_only)
{
	size_t n, i;
	const struct lexicon_concept *concepts = lexicon_concepts(r->lex, &n);

	str_clear(&r->scratch);
	for (i = 0; i < a->nconcepts; i++)
		if (!biases_only || concepts[a->concepts[i].concept].bias)
			add_part(&r->scratch,
			    lexicon_concept_id(r->lex, a->concepts[i].concept));
	csvout_text(&r->out, r->scratch.text, r->scratch.len);
}

/* Of the severest concept: readers take the row's for each. */
static void
put_severity(struct results *r, const struct attribution *a)
{
	put_scale(r, a->nconcepts == 0 ? NAN : a->concepts[0].severity);
}

static void
put_flags(struct results *r, unsigned flags)
{
	size_t i;

	str_clear(&r->scratch);
	for (i = 0; i < sizeof(flag_words) / sizeof(*flag_words); i++)
		if ((flags & flag_words[i].flag) != 0)
			add_part(&r->scratch, flag_words[i].word);
	csvout_text(&r->out, r->scratch.text, r->scratch.len);
}

static bool
put_row(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	int d;

	put_head(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
	for (d = 0; d < DIM_SCALES; d++)
		put_scale(r, a->scale[d]);
	csvout_str(&r->out, valence_words[a->valence]);
	put_concepts(r, a, true);
	put_concepts(r, a, false);
	put_severity(r, a);
	csvout_long(&r->out, (long)a->ncues);
	put_flags(r, a->flags);
	if (r->model != NULL) {
		csvout_empty(&r->out);
		csvout_empty(&r->out);
	}
	return csvout_end(&r->out);
}

/* What the model tells is a row of its own, so that each row has one source and
 * one severity. */
static bool
put_label(struct results *r, const struct statement *s,
    const struct attribution *a, size_t label)
{
	const struct model *m = r->model;
	const char *name = m->classifier.labels[label];
	long thousandths = lround(m->probabilities[label] * 1000);
	int i;

	put_head(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
	for (i = 0; i < DIM_SCALES + 1; i++)
		csvout_empty(&r->out);
	csvout_str(&r->out, m->biases[label] ? name : "");
	csvout_str(&r->out, m->concepts[label] ? name : "");
	if (m->concepts[label])
		csvout_ratio(&r->out, thousandths, 1000);
	else
		csvout_empty(&r->out);
	csvout_empty(&r->out);
	put_flags(r, a->flags);
	csvout_str(&r->out, name);
	csvout_ratio(&r->out, thousandths, 1000);
	return csvout_end(&r->out);
}

static bool
put_labels(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	const struct model *m = r->model;
	bool good = true;

	for (size_t i = 0; m != NULL && i < m->classifier.nlabels && good; i++)
		if (m->told[m->order[i]])
			good = put_label(r, s, a, m->order[i]);
	return good;
}

double
results_concepts(
    struct results *r, const struct lexicon_rule *rule, const struct cue *cue)
{
	const struct lexicon_raise *raises = lexicon_raises(r->lex, rule);
	size_t loudest = 0, i;

	str_clear(&r->scratch);
	if (rule->nraises == 0)
		return cue->weight;
	for (i = 1; rule->dimension == DIM_PATTERN && i < rule->nraises; i++)
		if (fabs((double)raises[i].part) >
		    fabs((double)raises[loudest].part))
			loudest = i;
	for (i = 0; i < rule->nraises; i++)
		if (rule->dimension != DIM_PATTERN || i == loudest)
			add_part(&r->scratch,
			    lexicon_concept_id(r->lex, raises[i].concept));
	return cue->weight * (double)raises[loudest].part;
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
	put_text(r, s->text + cue->start, cue->end - cue->start, bad);
	csvout_str(&r->out, lexicon_text(r->lex, rule->pattern));
	csvout_str(&r->out, dimension_words[rule->dimension]);
	weight = results_concepts(r, rule, cue);
	put_scale(r, isnan(cue->value) ? weight : cue->value);
	csvout_text(&r->out, r->scratch.text, r->scratch.len);
	return csvout_end(&r->out);
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
			put_text(r, s->text + cues[k].start,
			    cues[k].end - cues[k].start, bad);
			str_clear(&r->scratch);
			str_addf(
			    &r->scratch, "%s=%s", m->classifier.column, label);
			csvout_text(&r->out, r->scratch.text, r->scratch.len);
			csvout_str(&r->out, "model");
			put_scale(r, cues[k].value);
			csvout_str(&r->out, m->concepts[i] ? label : "");
			good = csvout_end(&r->out);
		}
	}
	return good;
}

bool
results_put(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	size_t i;
	bool good = true;

	switch (r->form) {
	case FORM_ROWS:
		return put_row(r, s, a) && put_labels(r, s, a);
	case FORM_EVIDENCE:
		for (i = 0; good && i < a->ncues; i++)
			good = put_cue(r, s, a, &a->cues[i]);
		return good &&
		    put_model_cues(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
	case FORM_CATEGORIES:
		put_head(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
		categories_put(r->categories, &r->out, s->text, s->len);
		put_flags(r, a->flags & ~(unsigned)ATTRIB_TOO_SHORT);
		return csvout_end(&r->out);
	case FORM_BESIDE:
		beside_add(r->persons, s, a);
		return true;
	case FORM_SUMMARY:
		summary_add(r->summary, s, a);
		return true;
	case FORM_EXPLAIN:
		explain_put(r, s, a);
		return !ferror(stdout);
	}
	return false;
}
