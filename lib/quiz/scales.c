/* The scales of an instrument file: the table of scales over the defaults that
 * the head gives, and what follows from their terms. */
#include "quiz/extent.h"
#include "quiz/reading.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const scale_columns[] = {"scale", "title", "title.*", "of",
    "concept", "direction", "score", "missing", "reliability", "sd", "recode",
    "bands", "bands-t", "alert", "advice", "note", NULL};

/* Finds word among words (ends with NULL); -1 if it is not there. */
static int
word_index(const char *const *words, const char *word)
{
	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return -1;
}

static int
set_direction(const struct grammar *g, struct scale *scale, const char *text)
{
	static const char *const words[] = {"none", "up", "down", NULL};
	int i = word_index(words, text);

	if (i == -1)
		return diag_set(g->err, g->line,
		    "direction '%s' is not up, down or none", text);
	scale->direction = (enum direction)i;
	return 0;
}

static int
set_score(const struct grammar *g, struct scale *scale, const char *text)
{
	static const char *const words[] = {
	    "sum", "mean", "cosine", "sine", NULL};
	int i = word_index(words, text);

	if (i == -1)
		return diag_set(g->err, g->line,
		    "score '%s' is not sum, mean, cosine or sine", text);
	scale->kind = (enum score_kind)i;
	return 0;
}

/* Until the scale's terms are known, need holds the rule's place. */
static int
set_missing(const struct grammar *g, struct scale *scale, const char *text)
{
	if (missing_need(text, 100) == 0)
		return diag_set(g->err, g->line,
		    "missing '%s' is not complete, available, P%% or max N",
		    text);
	scale->missing = text;
	return 0;
}

static int
set_double(const struct grammar *g, const char *what, const char *text,
    double max, double *out)
{
	const char *wrong = num_double(text, strlen(text), 0, max, out);

	if (wrong == NULL)
		return 0;
	return diag_set(g->err, g->line, "%s '%s': %s", what, text, wrong);
}

static int
set_reliability(const struct grammar *g, struct scale *scale, const char *text)
{
	return set_double(g, "reliability", text, 1, &scale->reliability);
}

static int
set_sd(const struct grammar *g, struct scale *scale, const char *text)
{
	return set_double(g, "sd", text, 1e9, &scale->sd);
}

static int
set_concept(const struct grammar *g, struct scale *scale, const char *text)
{
	const char *rest = text, *id;
	size_t len;

	scale->concept = strcmp(text, "none") == 0 ? "" : text;
	while (str_split(&rest, ';', &id, &len))
		if (grammar_id(g, "concept", id, len) == -1)
			return -1;
	return 0;
}

static int
set_bands(const struct grammar *g, struct scale *scale, const char *text)
{
	free(scale->bands.list);
	scale->bands = (struct bands){0};
	return grammar_bands(g, text, &scale->bands);
}

static int
set_bands_t(const struct grammar *g, struct scale *scale, const char *text)
{
	free(scale->bands_t.list);
	scale->bands_t = (struct bands){0};
	return grammar_bands(g, text, &scale->bands_t);
}

static int
set_alert(const struct grammar *g, struct scale *scale, const char *text)
{
	scale->alert = true;
	return grammar_compare(
	    g, text, strlen(text), &scale->alert_op, &scale->alert_number);
}

/* ">= 16: what to say" */
static int
set_advice(const struct grammar *g, struct scale *scale, const char *text)
{
	size_t len = strcspn(text, ":");
	const char *advice = text + len + (text[len] == ':');
	size_t advice_len = strlen(advice);

	str_trim(&advice, &advice_len);
	if (advice_len == 0)
		return diag_set(g->err, g->line,
		    "advice '%s' is not a condition, a colon and a text", text);
	scale->advice = advice;
	return grammar_compare(
	    g, text, len, &scale->advice_op, &scale->advice_number);
}

/* What head (for all scales) and table (for one) may say. */
static const struct {
	const char *name;
	int (*set)(const struct grammar *, struct scale *, const char *);
} settings[] = {
    {"concept", set_concept},
    {"direction", set_direction},
    {"score", set_score},
    {"missing", set_missing},
    {"reliability", set_reliability},
    {"sd", set_sd},
    {"bands", set_bands},
    {"bands-t", set_bands_t},
    {"alert", set_alert},
    {"advice", set_advice},
};

enum { SETTINGS = sizeof(settings) / sizeof(*settings) };

struct scale *
scales_add(struct reading *r, const char *id)
{
	struct instrument *in = r->in;
	struct scale *scale;

	if (in->nscales == INSTRUMENT_SCALES_MAX) {
		diag_set(
		    r->err, 0, "more than %d scales", INSTRUMENT_SCALES_MAX);
		return NULL;
	}
	in->scales =
	    mem_realloc(in->scales, in->nscales + 1, sizeof(*in->scales));
	scale = &in->scales[in->nscales++];
	*scale = (struct scale){
	    .id = id,
	    .title = "",
	    .concept = "",
	    .advice = "",
	    .missing = "complete",
	    .reliability = NAN,
	    .sd = NAN,
	};
	for (size_t i = 0; i < SETTINGS; i++) {
		const char *text = reading_head(r, settings[i].name);
		struct grammar g = reading_at_head(r, settings[i].name);

		if (text[0] != '\0' && settings[i].set(&g, scale, text) == -1)
			return NULL;
	}
	return scale;
}

static int
read_part(struct reading *r, const struct grammar *g, struct scale *scale,
    const char *text, size_t len)
{
	const char *at = memchr(text, '@', len);
	struct grammar_term term;
	struct part part = {0};
	const char *wrong;
	int found;

	if (at != NULL) {
		wrong = num_double(at + 1, len - (size_t)(at - text) - 1, -360,
		    360, &part.angle);
		if (wrong != NULL)
			return diag_set(g->err, g->line, "angle '%.*s': %s",
			    (int)len, text, wrong);
		len = (size_t)(at - text);
	}
	if (grammar_term(g, text, len, &term) == -1)
		return -1;
	found = instrument_scale(r->in, grammar_keep(r->in, term.id, term.len));
	if (found == -1 || &r->in->scales[found] == scale)
		return diag_set(g->err, g->line,
		    "scale '%s' is made of '%.*s', which no row above names",
		    scale->id, (int)term.len, term.id);
	part.scale = (size_t)found;
	part.reversed = term.reversed;
	part.weight = term.weight;
	scale->parts =
	    mem_realloc(scale->parts, scale->nparts + 1, sizeof(*scale->parts));
	scale->parts[scale->nparts++] = part;
	return 0;
}

/* A scale made of scales wants them all unless its own row says less. */
static int
read_parts(struct reading *r, const struct grammar *g, struct scale *scale,
    const char *text)
{
	const char *part;
	size_t len;

	if (text[0] != '\0')
		scale->missing = "complete";
	while (str_split(&text, ';', &part, &len))
		if (read_part(r, g, scale, part, len) == -1)
			return -1;
	return 0;
}

static int
read_scale(struct reading *r, const struct table *t)
{
	struct grammar g = reading_at(r, t);
	const char *id = reading_cell(r, t, "scale");
	struct scale *scale;

	if (grammar_id(&g, "scale", id, strlen(id)) == -1)
		return -1;
	if (instrument_scale(r->in, id) != -1)
		return diag_set(r->err, g.line, "scale '%s' stands twice", id);
	scale = scales_add(r, id);
	if (scale == NULL)
		return -1;
	scale->title = reading_text(r, t, "title");
	if (read_parts(r, &g, scale, reading_cell(r, t, "of")) == -1 ||
	    grammar_recodes(
		&g, reading_cell(r, t, "recode"), &scale->recodes) == -1)
		return -1;
	for (size_t i = 0; i < SETTINGS; i++) {
		const char *text = reading_cell(r, t, settings[i].name);

		if (text[0] != '\0' && settings[i].set(&g, scale, text) == -1)
			return -1;
	}
	return 0;
}

int
scales_read(struct reading *r)
{
	struct table *t = r->tables[READING_SCALES];
	int more;

	if (t == NULL)
		return 0;
	if (reading_columns(r, t, scale_columns) == -1)
		return -1;
	while ((more = reading_row(r, t)) == 1)
		if (read_scale(r, t) == -1)
			return -1;
	return more;
}

/* Parts stand above the scale that is made of them, so one pass is enough. */
int
scales_finish(struct reading *r)
{
	for (size_t i = 0; i < r->in->nscales; i++) {
		struct scale *scale = &r->in->scales[i];

		if ((scale->nterms == 0) == (scale->nparts == 0))
			return diag_set(r->err, 0, "scale '%s' is made of %s",
			    scale->id,
			    scale->nterms == 0 ? "nothing"
					       : "items and of scales");
		if ((scale->kind == SCORE_COSINE ||
			scale->kind == SCORE_SINE) &&
		    scale->nparts == 0)
			return diag_set(r->err, 0,
			    "scale '%s': cosine and sine are made of scales",
			    scale->id);
		if (extent_set(r->in, scale) == -1)
			return diag_set(r->err, 0,
			    "scale '%s': its numbers grow too large",
			    scale->id);
		if (scale->min >= scale->max)
			return diag_set(r->err, 0,
			    "scale '%s' can have only one score", scale->id);
	}
	return 0;
}
