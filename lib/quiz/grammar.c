#include "quiz/grammar.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *
grammar_keep(struct instrument *in, const char *text, size_t len)
{
	in->kept =
	    mem_grow(in->kept, &in->kept_cap, in->nkept + 1, sizeof(*in->kept));
	in->kept[in->nkept] = mem_strndup(text, len);
	return in->kept[in->nkept++];
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_id(const char *text, size_t len)
{
	if (len == 0 || !is_letter(text[0]))
		return false;
	for (size_t i = 0; i < len; i++)
		if (!is_letter(text[i]) && (text[i] < '0' || text[i] > '9') &&
		    text[i] != '-' && text[i] != '_')
			return false;
	return true;
}

int
grammar_id(
    const struct grammar *g, const char *what, const char *text, size_t len)
{
	if (is_id(text, len))
		return 0;
	return diag_set(g->err, g->line,
	    "%s '%.*s': an id is a letter, then letters, digits, '-' and '_'",
	    what, (int)len, text);
}

static int
whole(const struct grammar *g, const char *text, size_t len, int *out)
{
	long n;
	const char *wrong;

	str_trim(&text, &len);
	wrong = num_long(text, len, ANSWER_MIN, ANSWER_MAX, &n);
	if (wrong != NULL)
		return diag_set(
		    g->err, g->line, "%s: '%.*s'", wrong, (int)len, text);
	*out = (int)n;
	return 0;
}

static int
number(const struct grammar *g, const char *text, size_t len, double *out)
{
	const char *wrong;

	str_trim(&text, &len);
	wrong = num_double(text, len, -1e9, 1e9, out);
	if (wrong != NULL)
		return diag_set(
		    g->err, g->line, "%s: '%.*s'", wrong, (int)len, text);
	return 0;
}

/* Splits (text, len) at the first sep; false if it is not there. */
static bool
cut(const char *text, size_t len, const char *sep, size_t *before,
    const char **after, size_t *after_len)
{
	const char *at = memmem(text, len, sep, strlen(sep));

	if (at == NULL)
		return false;
	*before = (size_t)(at - text);
	*after = at + strlen(sep);
	*after_len = len - *before - strlen(sep);
	return true;
}

int
grammar_choices(const struct grammar *g, const char *text, struct choices *out)
{
	const char *rest = text, *part, *label;
	size_t len, before, label_len;
	struct choice c;

	while (str_split(&rest, ';', &part, &len)) {
		if (!cut(part, len, "=", &before, &label, &label_len))
			return diag_set(g->err, g->line,
			    "an option reads NUMBER=LABEL: '%.*s'", (int)len,
			    part);
		if (whole(g, part, before, &c.value) == -1)
			return -1;
		for (size_t i = 0; i < out->count; i++)
			if (out->list[i].value == c.value)
				return diag_set(g->err, g->line,
				    "option %d stands twice", c.value);
		str_trim(&label, &label_len);
		c.label = grammar_keep(g->in, label, label_len);
		if (out->count == 0 || c.value < out->min)
			out->min = c.value;
		if (out->count == 0 || c.value > out->max)
			out->max = c.value;
		out->list =
		    mem_realloc(out->list, out->count + 1, sizeof(*out->list));
		out->list[out->count++] = c;
	}
	return 0;
}

int
grammar_range(const struct grammar *g, const char *text, int *min, int *max)
{
	const char *high;
	size_t before, high_len;

	if (!cut(text, strlen(text), "..", &before, &high, &high_len))
		return diag_set(
		    g->err, g->line, "a range reads MIN..MAX: '%s'", text);
	if (whole(g, text, before, min) == -1 ||
	    whole(g, high, high_len, max) == -1)
		return -1;
	if (*min >= *max)
		return diag_set(
		    g->err, g->line, "range '%s': min is not below max", text);
	return 0;
}

/* "3", "0..4", "5.." or "..2" */
static int
span(const struct grammar *g, const char *text, size_t len, struct recode *out)
{
	const char *high;
	size_t before, high_len;

	if (!cut(text, len, "..", &before, &high, &high_len)) {
		if (number(g, text, len, &out->low) == -1)
			return -1;
		out->high = out->low;
		return 0;
	}
	out->low = -INFINITY;
	out->high = INFINITY;
	str_trim(&text, &before);
	str_trim(&high, &high_len);
	if (before > 0 && number(g, text, before, &out->low) == -1)
		return -1;
	if (high_len > 0 && number(g, high, high_len, &out->high) == -1)
		return -1;
	if (out->low > out->high)
		return diag_set(g->err, g->line,
		    "recode '%.*s': from is above to", (int)len, text);
	return 0;
}

int
grammar_recodes(const struct grammar *g, const char *text, struct recodes *out)
{
	const char *rest = text, *part, *value;
	size_t len, before, value_len;
	struct recode r;

	while (str_split(&rest, ';', &part, &len)) {
		if (!cut(part, len, "=", &before, &value, &value_len))
			return diag_set(g->err, g->line,
			    "a recode reads FROM..TO=NUMBER: '%.*s'", (int)len,
			    part);
		if (span(g, part, before, &r) == -1 ||
		    whole(g, value, value_len, &r.value) == -1)
			return -1;
		for (size_t i = 0; i < out->count; i++)
			if (r.low <= out->list[i].high &&
			    out->list[i].low <= r.high)
				return diag_set(g->err, g->line,
				    "recode '%.*s' overlaps another", (int)len,
				    part);
		out->list =
		    mem_realloc(out->list, out->count + 1, sizeof(*out->list));
		out->list[out->count++] = r;
	}
	return 0;
}

int
grammar_compare(const struct grammar *g, const char *text, size_t len,
    enum compare *op, double *value)
{
	static const struct {
		const char *sign;
		enum compare op;
	} ops[] = {
	    {">=", CMP_GE},
	    {"<=", CMP_LE},
	    {"!=", CMP_NE},
	    {">", CMP_GT},
	    {"<", CMP_LT},
	    {"=", CMP_EQ},
	};

	str_trim(&text, &len);
	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++) {
		size_t n = strlen(ops[i].sign);

		if (len < n || memcmp(text, ops[i].sign, n) != 0)
			continue;
		*op = ops[i].op;
		return number(g, text + n, len - n, value);
	}
	return diag_set(g->err, g->line,
	    "expected =, !=, <, <=, > or >= and a number: '%.*s'", (int)len,
	    text);
}

static int
find_item(const struct instrument *in, const char *id, size_t len)
{
	for (size_t i = 0; i < in->nitems; i++)
		if (str_equal(id, len, in->items[i].id))
			return (int)i;
	return -1;
}

int
grammar_conditions(const struct grammar *g, const char *text, size_t item,
    struct conditions *out)
{
	const char *rest = text, *part, *id;
	size_t len, id_len;
	struct condition c;
	int found;

	while (str_split(&rest, ';', &part, &len)) {
		id = part;
		id_len = strcspn(part, "=!<>;");
		if (id_len > len)
			id_len = len;
		if (grammar_compare(
			g, part + id_len, len - id_len, &c.op, &c.number) == -1)
			return -1;
		str_trim(&id, &id_len);
		found = id_len == 0 ? (int)item : find_item(g->in, id, id_len);
		if (found == -1 || (id_len > 0 && (size_t)found >= item))
			return diag_set(g->err, g->line,
			    "condition '%.*s': no item before this one has "
			    "the id '%.*s'",
			    (int)len, part, (int)id_len, id);
		c.item = (size_t)found;
		out->list =
		    mem_realloc(out->list, out->count + 1, sizeof(*out->list));
		out->list[out->count++] = c;
	}
	return 0;
}

static void
add_band(const struct grammar *g, struct bands *out, double from, bool above,
    const char *label, size_t len)
{
	struct band b = {.from = from, .above = above};

	str_trim(&label, &len);
	b.label = grammar_keep(g->in, label, len);
	out->list = mem_realloc(out->list, out->count + 1, sizeof(*out->list));
	out->list[out->count++] = b;
}

/* Reads "<" or "<=" at *text; false if it is not there. */
static bool
sign(const char **text, bool *or_equal)
{
	if (**text != '<')
		return false;
	++*text;
	*or_equal = **text == '=';
	*text += *or_equal;
	return true;
}

int
grammar_bands(const struct grammar *g, const char *text, struct bands *out)
{
	const char *p = text;
	double from = -INFINITY;
	bool le_before = false, le_after = true;

	for (;;) {
		size_t len = strcspn(p, "<");

		add_band(g, out, from, !le_after, p, len);
		p += len;
		if (*p == '\0')
			return 0;
		sign(&p, &le_before);
		len = strcspn(p, "<");
		if (number(g, p, len, &from) == -1)
			return -1;
		p += len;
		if (!sign(&p, &le_after) || le_before == le_after ||
		    from <= out->list[out->count - 1].from)
			return diag_set(g->err, g->line,
			    "bands read LABEL < NUMBER <= LABEL, numbers "
			    "ascending: '%s'",
			    text);
	}
}

int
grammar_term(const struct grammar *g, const char *text, size_t len,
    struct grammar_term *out)
{
	const char *id;
	size_t before, id_len;
	double weight;

	*out = (struct grammar_term){.weight = GRAMMAR_WEIGHT_DEN};
	if (len > 0 && text[0] == '-') {
		out->reversed = true;
		text++;
		len--;
	}
	if (cut(text, len, "*", &before, &id, &id_len)) {
		if (number(g, text, before, &weight) == -1)
			return -1;
		weight *= GRAMMAR_WEIGHT_DEN;
		if (weight < 1 || weight > INSTRUMENT_WEIGHT_MAX ||
		    fabs(weight - rint(weight)) > 1e-6)
			return diag_set(g->err, g->line,
			    "weight '%.*s': above 0, at most %d, and at most "
			    "four decimals",
			    (int)before, text,
			    INSTRUMENT_WEIGHT_MAX / GRAMMAR_WEIGHT_DEN);
		out->weight = (int)lrint(weight);
		text = id;
		len = id_len;
	}
	str_trim(&text, &len);
	out->id = text;
	out->len = len;
	return grammar_id(g, "scale", text, len);
}
