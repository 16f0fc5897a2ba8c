/* The file of a classifier, reconnect-model(5). */
#include "attrib/classifier.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/utf8.h"
#include "stream/csvin.h"
#include "stream/csvout.h"
#include "stream/meta.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char magic[] = "reconnect-model: ";
static const char sum_mark[] = "\nchecksum: ";
enum { SUM_DIGITS = 16 };

static const char *const fields[] = {"reconnect-model", "column", "kind",
    "rows", "cost", "seed", "lexicon", "features", "label", "machine", NULL};

/* Six digits are more than a weight has that means anything, and the last ones
 * of another processor do not show in them. */
static void
add_number(struct str *out, double x)
{
	str_addf(out, "%.6g", x);
}

static void
format_head(struct str *out, const struct classifier *c)
{
	size_t i;

	str_addf(out, "%s%d\ncolumn: %s\nkind: %s\nrows: %lu\ncost: ", magic,
	    CLASSIFIER_VERSION, c->column, c->many ? "many" : "one", c->rows);
	add_number(out, c->cost);
	str_addf(out, "\nseed: %lu\nlexicon: %016" PRIx64 "\nfeatures: %zu\n",
	    c->seed, c->lexicon, c->nfeatures);
	for (i = 0; i < c->nlabels; i++)
		str_addf(out, "label: %s\n", c->labels[i]);
	for (i = 0; i < c->nmachines; i++) {
		const struct classifier_machine *m = &c->machines[i];

		str_adds(out, "machine: ");
		add_number(out, m->bias);
		str_addc(out, ' ');
		add_number(out, m->platt.slope);
		str_addc(out, ' ');
		add_number(out, m->platt.offset);
		str_addc(out, '\n');
	}
}

void
classifier_format(struct str *out, const struct classifier *c)
{
	size_t begin = out->len, m;
	uint32_t bucket;

	format_head(out, c);
	str_adds(out, "\nfeature,idf");
	for (m = 0; m < c->nmachines; m++)
		str_addf(out, ",w%zu", m + 1);
	str_addc(out, '\n');
	for (bucket = 0; bucket < FEATURE_BUCKETS; bucket++) {
		const float *row = classifier_row(c, bucket);

		if (row == NULL)
			continue;
		str_addf(out, "%" PRIu32, bucket);
		for (m = 0; m <= c->nmachines; m++) {
			str_addc(out, ',');
			add_number(out, (double)row[m]);
		}
		str_addc(out, '\n');
	}
	str_addf(out, "%s%0*" PRIx64 "\n", sum_mark + 1, SUM_DIGITS,
	    hash_add(HASH_INIT, out->text + begin, out->len - begin));
}

static int
not_whole(struct diag *err, const char *why)
{
	return diag_set(err, 0, "the model is damaged: %s", why);
}

/* Takes the checksum off the end, having compared it. */
static int
check_sum(const char *text, size_t *len, struct diag *err)
{
	size_t tail = sizeof sum_mark - 1 + SUM_DIGITS + 1;
	char sum[SUM_DIGITS + 1];
	const char *mark;

	if (*len < tail)
		return not_whole(err, "it ends too early");
	mark = text + *len - tail;
	if (memcmp(mark, sum_mark, sizeof sum_mark - 1) != 0 ||
	    text[*len - 1] != '\n')
		return not_whole(err, "it does not end in its checksum");
	*len -= tail - 1;
	snprintf(sum, sizeof sum, "%0*" PRIx64, SUM_DIGITS,
	    hash_add(HASH_INIT, text, *len));
	if (memcmp(mark + sizeof sum_mark - 1, sum, SUM_DIGITS) != 0)
		return not_whole(err, "its checksum is not that of its text");
	return 0;
}

/* Before the checksum: a model of another version has its own rules. */
static int
check_version(const char *text, size_t len, struct diag *err)
{
	size_t n = sizeof magic - 1, digits = 0;

	if (len < n || memcmp(text, magic, n) != 0)
		return diag_set(err, 1, "not a model: no '%s' at its beginning",
		    "reconnect-model:");
	while (n + digits < len && digits < 9 && text[n + digits] >= '0' &&
	    text[n + digits] <= '9')
		digits++;
	if (digits != 1 || text[n] != '0' + CLASSIFIER_VERSION)
		return diag_set(err, 1,
		    "a model of version %.*s; this program reads version %d",
		    (int)digits, text + n, CLASSIFIER_VERSION);
	if (n + 1 == len || text[n + 1] != '\n')
		return not_whole(
		    err, "its first line does not end in LF alone");
	return 0;
}

static int
take_number(const struct meta *m, const char *name, double max, double *out,
    struct diag *err)
{
	const char *value = meta_get(m, name), *fault;

	if (value == NULL)
		return diag_set(err, 0, "no field '%s'", name);
	fault = num_double(value, strlen(value), 0, max, out);
	if (fault != NULL)
		return diag_set(err, meta_line(m, name), "field '%s': %s: '%s'",
		    name, fault, value);
	return 0;
}

static int
take_labels(struct classifier *c, const struct meta *m, struct diag *err)
{
	const char *label;
	size_t next = 0, cap = 0;

	while ((label = meta_each(m, "label", &next)) != NULL) {
		if (c->nlabels == CLASSIFIER_LABELS_MAX)
			return diag_set(err, 0, "more than %d labels",
			    CLASSIFIER_LABELS_MAX);
		if (*label == '\0' || strchr(label, ';') != NULL ||
		    (c->nlabels > 0 &&
			strcmp(c->labels[c->nlabels - 1], label) >= 0))
			return diag_set(err, meta_line(m, "label"),
			    "labels out of order at '%s'", label);
		c->labels = mem_grow(
		    c->labels, &cap, c->nlabels + 1, sizeof *c->labels);
		c->labels[c->nlabels++] = mem_strdup(label);
	}
	if (c->nlabels < (c->many ? 1u : 2u))
		return diag_set(err, 0, "too few labels");
	return 0;
}

static int
take_machine(
    struct classifier_machine *machine, const char *value, struct diag *err)
{
	double x[3];
	const char *part;
	size_t len, n = 0;

	while (str_split(&value, ' ', &part, &len))
		if (n == 3 ||
		    num_double(part, len, -1e30, 1e30, &x[n++]) != NULL)
			return diag_set(
			    err, 0, "not a machine: '%.*s'", (int)len, part);
	if (n != 3)
		return diag_set(err, 0, "not a machine: %zu numbers", n);
	machine->bias = x[0];
	machine->platt = (struct platt){x[1], x[2]};
	return 0;
}

static int
take_machines(struct classifier *c, const struct meta *m, struct diag *err)
{
	const char *value;
	size_t next = 0, n = 0;

	while ((value = meta_each(m, "machine", &next)) != NULL) {
		if (n == c->nmachines)
			return diag_set(err, 0, "too many machines");
		if (take_machine(&c->machines[n++], value, err) == -1)
			return -1;
	}
	if (n != c->nmachines)
		return diag_set(
		    err, 0, "%zu machines for %zu labels", n, c->nlabels);
	return 0;
}

static int
take_head(struct classifier *c, const struct meta *m, double *features,
    struct diag *err)
{
	const struct meta_field *odd = meta_unknown(m, fields);
	const char *column = meta_get(m, "column"), *kind = meta_get(m, "kind");
	const char *lexicon = meta_get(m, "lexicon");
	double rows, seed;

	if (odd != NULL)
		return diag_set(
		    err, odd->line, "unknown field '%s'", odd->name);
	if (column == NULL || lexicon == NULL || kind == NULL ||
	    (strcmp(kind, "one") != 0 && strcmp(kind, "many") != 0))
		return diag_set(err, 0, "no field column, kind or lexicon");
	c->column = mem_strdup(column);
	c->many = strcmp(kind, "many") == 0;
	c->lexicon = strtoull(lexicon, NULL, 16);
	if (take_number(m, "rows", 1e15, &rows, err) == -1 ||
	    take_number(m, "seed", 1e15, &seed, err) == -1 ||
	    take_number(m, "cost", 1e30, &c->cost, err) == -1 ||
	    take_number(m, "features", FEATURE_BUCKETS, features, err) == -1 ||
	    take_labels(c, m, err) == -1)
		return -1;
	c->rows = (unsigned long)rows;
	c->seed = (unsigned long)seed;
	classifier_prepare(c);
	return take_machines(c, m, err);
}

static int
take_row(struct classifier *c, const struct csvin *in, struct diag *err)
{
	unsigned long line = csvin_line(in);
	const char *cell, *fault;
	size_t len, i;
	long bucket;
	float *row;
	double x;

	cell = csvin_field(in, 0, &len);
	fault = num_long(cell, len, 0, FEATURE_BUCKETS - 1, &bucket);
	if (fault != NULL)
		return diag_set(err, line, "feature: %s: '%s'", fault, cell);
	if (csvin_count(in) != c->nmachines + 2)
		return diag_set(err, line, "%zu cells, not %zu",
		    csvin_count(in), c->nmachines + 2);
	if (c->slots[bucket] != 0)
		return diag_set(err, line, "feature %ld stands twice", bucket);
	row = classifier_add(c, (uint32_t)bucket);
	for (i = 0; i <= c->nmachines; i++) {
		cell = csvin_field(in, i + 1, &len);
		fault = num_double(cell, len, i == 0 ? 0 : -1e30, 1e30, &x);
		if (fault != NULL)
			return diag_set(
			    err, line, "weight: %s: '%s'", fault, cell);
		row[i] = (float)x;
	}
	return 0;
}

static int
take_body(struct classifier *c, const struct meta *m, double features,
    struct diag *err)
{
	struct csvin *in = csvin_new_mem(m->body, m->body_len, m->body_line);
	int got = csvin_next(in), rc = 0;

	if (got == CSVIN_RECORD)
		while (rc == 0 && (got = csvin_next(in)) == CSVIN_RECORD)
			rc = take_row(c, in, err);
	if (rc == 0 && got == CSVIN_BROKEN) {
		*err = *csvin_error(in);
		rc = -1;
	}
	if (rc == 0 && (double)c->nfeatures != features)
		rc = diag_set(
		    err, 0, "%zu features, not %g", c->nfeatures, features);
	csvin_free(in);
	return rc;
}

int
classifier_read(
    struct classifier *c, const char *text, size_t len, struct diag *err)
{
	struct meta m;
	double features;
	int rc;

	*c = (struct classifier){0};
	*err = (struct diag){0};
	if (check_version(text, len, err) == -1 ||
	    check_sum(text, &len, err) == -1)
		return -1;
	rc = meta_parse(&m, text, len, err);
	if (rc == 0)
		rc = take_head(c, &m, &features, err);
	if (rc == 0)
		rc = take_body(c, &m, features, err);
	meta_release(&m);
	return rc;
}
