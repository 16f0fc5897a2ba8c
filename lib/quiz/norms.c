/* The norm and count tables of an instrument file. */
#include "quiz/reading.h"

#include "base/mem.h"
#include "base/num.h"

#include <math.h>
#include <string.h>

static const char *const norm_columns[] = {"norm", "sex", "age_min", "age_max",
    "n", "mean", "sd", "metric", "note", NULL};
static const char *const count_columns[] = {
    "count", "score", "n", "note", NULL};

static struct scale *
find_scale(struct reading *r, const struct table *t, const char *column)
{
	const char *id = reading_cell(r, t, column);
	int found = instrument_scale(r->in, id);

	if (found != -1)
		return &r->in->scales[found];
	diag_set(r->err, table_line(t), "no scale has the id '%s'", id);
	return NULL;
}

/* A number, or `empty` where the cell is empty. */
static int
number(const struct reading *r, const struct table *t, const char *column,
    double empty, double *out)
{
	const char *text = reading_cell(r, t, column), *wrong;

	*out = empty;
	if (text[0] == '\0')
		return 0;
	wrong = num_double(text, strlen(text), -1e12, 1e12, out);
	if (wrong == NULL)
		return 0;
	return diag_set(
	    r->err, table_line(t), "%s: %s: '%s'", column, wrong, text);
}

static int
read_ages(const struct reading *r, const struct table *t, struct norm *norm)
{
	double min, max;

	if (number(r, t, "age_min", 0, &min) == -1 ||
	    number(r, t, "age_max", NORM_AGE_MAX, &max) == -1)
		return -1;
	if (!(min >= 0 && min <= max && max <= NORM_AGE_MAX))
		return diag_set(
		    r->err, table_line(t), "ages: from is above to");
	norm->age_min = (int)min;
	norm->age_max = (int)max;
	return 0;
}

static int
read_sex(const struct reading *r, const struct table *t, struct norm *norm)
{
	static const char *const words[] = {"any", "female", "male"};
	const char *text = reading_cell(r, t, "sex");

	for (int i = 0; i < 3; i++)
		if (strcmp(text, words[i]) == 0) {
			norm->sex = (enum norm_sex)i;
			return 0;
		}
	if (text[0] == '\0')
		return 0;
	return diag_set(
	    r->err, table_line(t), "sex '%s' is not any, female or male", text);
}

/* Puts a norm of sums into the metric of a mean scale, and back. */
static int
convert_metric(const struct reading *r, const struct table *t,
    const struct scale *scale, struct norm *norm)
{
	const char *metric = reading_cell(r, t, "metric");
	bool sum = strcmp(metric, "sum") == 0;
	double k = (double)scale->weight_sum / scale->weight_den;

	if (metric[0] != '\0' && !sum && strcmp(metric, "mean") != 0)
		return diag_set(r->err, table_line(t),
		    "metric '%s' is not sum or mean", metric);
	if (metric[0] == '\0' || sum == (scale->kind == SCORE_SUM))
		return 0;
	norm->mean = sum ? norm->mean / k : norm->mean * k;
	norm->sd = sum ? norm->sd / k : norm->sd * k;
	return 0;
}

static int
read_norm(struct reading *r, const struct table *t)
{
	struct scale *scale = find_scale(r, t, "norm");
	struct norm norm = {.sex = SEX_ANY};

	if (scale == NULL || read_sex(r, t, &norm) == -1 ||
	    read_ages(r, t, &norm) == -1 ||
	    number(r, t, "n", NAN, &norm.n) == -1 ||
	    number(r, t, "mean", NAN, &norm.mean) == -1 ||
	    number(r, t, "sd", NAN, &norm.sd) == -1)
		return -1;
	if (isnan(norm.mean) || !(norm.sd > 0))
		return diag_set(r->err, table_line(t),
		    "a norm needs a mean, and an sd above 0");
	if (convert_metric(r, t, scale, &norm) == -1)
		return -1;
	scale->norms =
	    mem_realloc(scale->norms, scale->nnorms + 1, sizeof(*scale->norms));
	scale->norms[scale->nnorms++] = norm;
	return 0;
}

static int
read_count(struct reading *r, const struct table *t)
{
	struct scale *scale = find_scale(r, t, "count");
	struct counted c;

	if (scale == NULL || number(r, t, "score", NAN, &c.score) == -1 ||
	    number(r, t, "n", NAN, &c.n) == -1)
		return -1;
	if (isnan(c.score) || !(c.n >= 0))
		return diag_set(r->err, table_line(t),
		    "a count needs a score, and an n of 0 or more");
	if (scale->ncounts > 0 &&
	    c.score <= scale->counts[scale->ncounts - 1].score)
		return diag_set(r->err, table_line(t),
		    "the scores of '%s' do not ascend", scale->id);
	scale->counts = mem_realloc(
	    scale->counts, scale->ncounts + 1, sizeof(*scale->counts));
	scale->counts[scale->ncounts++] = c;
	return 0;
}

static int
read_rows(struct reading *r, struct table *t, const char *const *columns,
    int (*read)(struct reading *, const struct table *))
{
	int more;

	if (t == NULL)
		return 0;
	if (reading_columns(r, t, columns) == -1)
		return -1;
	while ((more = reading_row(r, t)) == 1)
		if (read(r, t) == -1)
			return -1;
	return more;
}

int
norms_read(struct reading *r)
{
	if (read_rows(r, r->tables[READING_NORMS], norm_columns, read_norm) ==
	    -1)
		return -1;
	return read_rows(
	    r, r->tables[READING_COUNTS], count_columns, read_count);
}
