/* What was found in each statement, in the form asked for. */
#include "categories.h"
#include "model.h"
#include "ratings.h"
#include "rows.h"
#include "summary.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/str.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const row_columns[] = {"respondent", "time", "line",
    "statement", "internality", "stability", "globality", "control", "valence",
    "pattern", "concept", "severity", "cues", "flag", NULL};

static const char *const model_columns[] = {"respondent", "time", "line",
    "statement", "internality", "stability", "globality", "control", "valence",
    "pattern", "concept", "severity", "cues", "flag", "label", "probability",
    NULL};

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

/* Valences come before the concepts. */
enum { CONCEPT_WORDS = VALENCE_POSITIVE + 1 };

static void
make_words(struct results *r)
{
	size_t n = CONCEPT_WORDS + r->lex->nconcepts, i;

	csvout_init(&r->words, stdout);
	r->word_at = mem_zalloc(n + 1, sizeof(*r->word_at));
	for (i = 0; i < n; i++) {
		csvout_str(&r->words,
		    i < CONCEPT_WORDS
			? valence_words[i]
			: lexicon_concept_id(r->lex, i - CONCEPT_WORDS));
		r->word_at[i + 1] = r->words.line.len;
	}
	str_reserve(&r->words.line, CSVOUT_READY);
}

static inline void
put_word(struct results *r, size_t word)
{
	csvout_ready(&r->out, r->words.line.text + r->word_at[word],
	    r->word_at[word + 1] - r->word_at[word]);
}

void
results_init(struct results *r, const struct settings *set,
    const struct lexicon *lex, const struct model *model)
{
	*r = (struct results){.lex = lex, .model = model, .form = set->form};
	str_init(&r->scratch);
	csvout_init(&r->out, stdout);
	r->out.headless = set->rows.part.number > 1;
	r->begun = r->out.headless; /* in the part before this one */
	if (r->form == FORM_EXPLAIN)
		term_init(&r->term, stdout, set->color, set->ascii);
	else if (r->form == FORM_SUMMARY)
		r->summary = summary_new(lex, (enum period)set->period);
	else if (r->form == FORM_BESIDE)
		return; /* nothing before all is read */
	else if (r->form == FORM_CATEGORIES)
		r->categories = categories_open(set->dic);
	else if (r->form == FORM_ROWS)
		make_words(r);
}

/* Whether each row is of a statement. */
static bool
has_rows(const struct results *r)
{
	return r->form == FORM_ROWS || r->form == FORM_EVIDENCE ||
	    r->form == FORM_CATEGORIES;
}

static void
put_header(struct results *r)
{
	const char *const *columns = columns_of(r);

	if (r->headed || !has_rows(r))
		return;
	r->headed = true;
	if (r->form == FORM_CATEGORIES)
		categories_header(r->categories, &r->carried, &r->out);
	else
		for (size_t i = 0; columns[i] != NULL; i++)
			csvout_str(&r->out, columns[i]);
	carried_put(&r->carried, &r->out, carried_names);
	csvout_end(&r->out);
}

void
results_begin_file(struct results *r, const char *path, const struct table *t)
{
	if (t != NULL && has_rows(r))
		carried_meet(&r->carried, path, t);
	put_header(r);
}

void
results_finish(struct results *r)
{
	put_header(r);
	if (r->summary != NULL) {
		summary_write(r->summary, &r->out);
		summary_free(r->summary);
	}
	if (r->form == FORM_BESIDE)
		beside_write(r->persons, &r->out);
	if (r->bad > 0 && r->form != FORM_ROWS && r->form != FORM_CATEGORIES)
		msg_note(
		    "statements with bytes that are not UTF-8: %lu", r->bad);
	categories_close(r->categories);
	if (r->form == FORM_ROWS)
		csvout_release(&r->words);
	free(r->word_at);
	csvout_release(&r->out);
	str_release(&r->scratch);
}

/* Adds the text with U+FFFD for each byte that is not UTF-8. */
static void
add_repaired(struct str *s, const char *text, size_t len)
{
	size_t at, used;

	for (at = 0; at < len; at += used) {
		if (utf8_next(text + at, len - at, &used) < 0)
			str_adds(s, "\xEF\xBF\xBD");
		else
			str_add(s, text + at, used);
	}
}

void
rows_text(struct results *r, const char *text, size_t len, bool bad)
{
	if (!bad) {
		csvout_text(&r->out, text, len);
		return;
	}
	str_clear(&r->scratch);
	add_repaired(&r->scratch, text, len);
	csvout_text(&r->out, r->scratch.text, r->scratch.len);
}

bool
rows_name(struct csvout *out, const char *name, size_t len)
{
	bool bad = !utf8_valid(name, len);
	struct str s = STR_INIT;

	if (bad)
		add_repaired(&s, name, len);
	csvout_text(out, bad ? s.text : name, bad ? s.len : len);
	str_release(&s);
	return bad;
}

void
rows_flag(struct csvout *out, const char *flag, bool bad)
{
	struct str s = STR_INIT;

	str_adds(&s, flag);
	if (bad)
		rows_part(&s, "bad-utf8");
	csvout_text(out, s.text, s.len);
	str_release(&s);
}

/* Mostly it is empty. */
static void
put_name(struct results *r, const char *name, bool bad)
{
	if (*name == '\0')
		csvout_empty(&r->out);
	else
		rows_text(r, name, strlen(name), bad);
}

void
rows_head(struct results *r, const struct statement *s, bool bad)
{
	put_name(r, s->respondent, bad);
	put_name(r, s->time, bad);
	csvout_long(&r->out, (long)s->line);
	rows_text(r, s->text, s->len, bad);
}

bool
rows_end(struct results *r, const struct statement *s, bool bad)
{
	for (int i = 0; i < CARRIED; i++)
		if (r->carried.has[i])
			put_name(r, s->carried[i], bad);
	return csvout_end(&r->out);
}

void
rows_scale(struct results *r, double x)
{
	if (isnan(x))
		csvout_empty(&r->out);
	else
		csvout_ratio(&r->out, lround(x * 100), 100);
}

void
rows_part(struct str *s, const char *text)
{
	if (s->len > 0)
		str_addc(s, ';');
	str_adds(s, text);
}

/* All of them in a cell, or those that are biases. */
static void
put_concepts(struct results *r, const struct attribution *a, bool biases_only)
{
	const struct lexicon_concept *concepts = r->lex->concepts;
	size_t i;

	str_clear(&r->scratch);
	for (i = 0; i < a->nconcepts; i++) {
		uint32_t concept = a->concepts[i].concept;

		if (!biases_only || concepts[concept].bias)
			rows_part(
			    &r->scratch, lexicon_concept_id(r->lex, concept));
	}
	csvout_text(&r->out, r->scratch.text, r->scratch.len);
}

static void
put_empty(struct results *r, int cells)
{
	static const char commas[CSVOUT_READY] = ",,,,,,,,";

	csvout_ready(&r->out, commas, (size_t)cells);
}

/* Most statements tell none. */
static void
put_scales(struct results *r, const struct attribution *a)
{
	bool told = false;
	int d;

	for (d = 0; d < DIM_SCALES; d++)
		told |= !isnan(a->scale[d]);
	if (!told) {
		put_empty(r, DIM_SCALES);
		return;
	}
	for (d = 0; d < DIM_SCALES; d++)
		rows_scale(r, a->scale[d]);
}

/* The severity is that of the severest concept: readers take the row's for
 * each.  Mostly there is one. */
static void
put_told(struct results *r, const struct attribution *a)
{
	uint32_t first;

	if (a->nconcepts == 0) {
		put_empty(r, 3);
		return;
	}
	first = a->concepts[0].concept;
	if (a->nconcepts > 1) {
		put_concepts(r, a, true);
		put_concepts(r, a, false);
	} else {
		if (r->lex->concepts[first].bias)
			put_word(r, CONCEPT_WORDS + first);
		else
			csvout_empty(&r->out);
		put_word(r, CONCEPT_WORDS + first);
	}
	rows_scale(r, a->concepts[0].severity);
}

static void
put_flags(struct results *r, unsigned flags)
{
	size_t i;

	if (flags == 0) {
		csvout_empty(&r->out);
		return;
	}
	str_clear(&r->scratch);
	for (i = 0; i < sizeof(flag_words) / sizeof(*flag_words); i++)
		if ((flags & flag_words[i].flag) != 0)
			rows_part(&r->scratch, flag_words[i].word);
	csvout_text(&r->out, r->scratch.text, r->scratch.len);
}

static bool
put_row(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	rows_head(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
	put_scales(r, a);
	put_word(r, a->valence);
	put_told(r, a);
	csvout_long(&r->out, (long)a->ncues);
	put_flags(r, a->flags);
	if (r->model != NULL)
		put_empty(r, 2);
	return rows_end(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
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

	rows_head(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
	put_empty(r, DIM_SCALES + 1);
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
	return rows_end(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
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

bool
results_put(
    struct results *r, const struct statement *s, const struct attribution *a)
{
	r->bad += (a->flags & ATTRIB_BAD_UTF8) != 0;
	switch (r->form) {
	case FORM_ROWS:
		return put_row(r, s, a) && put_labels(r, s, a);
	case FORM_EVIDENCE:
		return evidence_put(r, s, a);
	case FORM_CATEGORIES:
		rows_head(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
		categories_put(r->categories, &r->out, s->text, s->len);
		put_flags(r, a->flags & ~(unsigned)ATTRIB_TOO_SHORT);
		return rows_end(r, s, (a->flags & ATTRIB_BAD_UTF8) != 0);
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
