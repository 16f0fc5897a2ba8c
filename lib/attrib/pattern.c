#include "attrib/pattern.h"

#include "base/num.h"
#include "base/str.h"
#include "base/utf8.h"

#include <string.h>

bool
pattern_alternative(
    const char **text, size_t *len, const char **part, size_t *part_len)
{
	const char *bar;

	if (*len == 0)
		return false;
	bar = memchr(*text, '|', *len);
	*part = *text;
	*part_len = bar == NULL ? *len : (size_t)(bar - *text);
	*text += *part_len;
	*len -= *part_len;
	if (bar != NULL && *len > 0) {
		(*text)++;
		(*len)--;
	}
	return true;
}

enum pattern_kind
pattern_kind(const char **part, size_t *len)
{
	if (*len > 2 && (*part)[0] == '<' && (*part)[*len - 1] == '>') {
		(*part)++;
		*len -= 2;
		return PATTERN_CLASS;
	}
	if (*len > 1 && (*part)[*len - 1] == '*') {
		(*len)--;
		return PATTERN_STEM;
	}
	return PATTERN_WORD;
}

static bool
word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' ||
	    (unsigned char)c >= 0x80;
}

static bool
name_byte(char c)
{
	return word_byte(c) || c == '-' || c == '_';
}

/*
 * Whether its apostrophes are where some word, or part of one, has them:
 * between two letters, or, as in "'s", first of what stands behind the last of
 * a word. A word that has one and is not known is read in parts (vocab.c), and
 * so never as a stem.
 */
static bool
whole_word(const char *part, size_t len, enum pattern_kind kind)
{
	const char *at = memchr(part, '\'', len), *end = part + len;

	if (at == NULL)
		return true;
	if (kind == PATTERN_STEM || end[-1] == '\'')
		return false;
	if (at == part) /* the last part of a word has no other */
		return memchr(at + 1, '\'', len - 1) == NULL;
	for (; at < end - 1; at++)
		if (at[0] == '\'' && at[1] == '\'')
			return false;
	return true;
}

const char *
pattern_fault(const char *part, size_t len)
{
	enum pattern_kind kind = pattern_kind(&part, &len);
	struct str folded = STR_INIT;
	bool same, ascii = true;
	size_t i;

	if (len == 0)
		return "an empty alternative";
	if (kind != PATTERN_CLASS && !whole_word(part, len, kind))
		return "can never match: texts have an apostrophe only within "
		       "a word, or before its last part, and no stem with one";
	for (i = 0; i < len; i++) {
		ascii &= (unsigned char)part[i] < 0x80;
		if (kind == PATTERN_CLASS ? !name_byte(part[i])
					  : !word_byte(part[i]))
			return "can never match: it holds more than lower-case "
			       "letters, digits and apostrophes";
	}
	if (ascii)
		return NULL;
	utf8_fold(&folded, part, len);
	same = str_equal(part, len, folded.text);
	str_release(&folded);
	return same
	    ? NULL
	    : "can never match: words are folded, write it without accents";
}

/* ".." or "..N" before the next element. */
static int
take_gap(const char *part, size_t len, unsigned *gap, unsigned long line,
    struct diag *err)
{
	long n = PATTERN_GAP;
	const char *wrong = NULL;

	if (len > 2)
		wrong = num_long(part + 2, len - 2, 1, PATTERN_GAP_MAX, &n);
	if (wrong != NULL)
		return diag_set(
		    err, line, "gap '%.*s': %s", (int)len, part, wrong);
	*gap = (unsigned)n;
	return 0;
}

static int
take_element(struct pattern *p, const char *part, size_t len, unsigned gap,
    unsigned long line, struct diag *err)
{
	struct element e = {.text = part, .len = len, .gap = gap};
	const char *alternative, *wrong;
	size_t n;

	if (p->at_end)
		return diag_set(err, line, "'$' stands last");
	if (p->count == PATTERN_MAX)
		return diag_set(
		    err, line, "more than %d words in a pattern", PATTERN_MAX);
	if (len > 1 && part[len - 1] == '?') {
		e.optional = true;
		e.len = --len;
	}
	if (len > 0 && part[len - 1] == '|')
		return diag_set(
		    err, line, "'%.*s': an empty alternative", (int)len, part);
	while (pattern_alternative(&part, &len, &alternative, &n)) {
		wrong = pattern_fault(alternative, n);
		if (wrong != NULL)
			return diag_set(err, line, "'%.*s': %s", (int)n,
			    alternative, wrong);
	}
	p->elements[p->count++] = e;
	return 0;
}

/* What is wrong with the pattern as a whole, or NULL. */
static const char *
whole_fault(const struct pattern *p, unsigned gap)
{
	size_t i, optional = 0;

	for (i = 0; i < p->count; i++)
		optional += p->elements[i].optional;
	if (p->count == 0)
		return "an empty pattern";
	if (gap > 0)
		return "a pattern ends in a gap";
	if (optional > PATTERN_OPTIONAL)
		return "too many words that may be left out";
	if (optional == p->count)
		return "every word may be left out";
	return NULL;
}

int
pattern_parse(
    struct pattern *p, const char *text, unsigned long line, struct diag *err)
{
	const char *rest = text, *part, *wrong;
	size_t len;
	unsigned gap = 0;

	*p = (struct pattern){0};
	while (str_split(&rest, ' ', &part, &len)) {
		if (len == 1 && *part == '^' && p->count == 0) {
			p->at_start = true;
		} else if (len == 1 && *part == '$') {
			p->at_end = true;
		} else if (len >= 2 && memcmp(part, "..", 2) == 0) {
			if (p->count == 0)
				return diag_set(
				    err, line, "a pattern begins with a gap");
			if (gap > 0)
				return diag_set(err, line,
				    "a gap stands behind a gap: '%s'", text);
			if (take_gap(part, len, &gap, line, err) == -1)
				return -1;
		} else {
			if (take_element(p, part, len, gap, line, err) == -1)
				return -1;
			gap = 0;
		}
	}
	wrong = whole_fault(p, gap);
	if (wrong != NULL)
		return diag_set(err, line, "%s: '%s'", wrong, text);
	return 0;
}

bool
pattern_variant(const struct pattern *p, unsigned n, struct pattern *out)
{
	unsigned bit = 0, gap = 0;
	size_t i;

	*out = (struct pattern){.at_start = p->at_start, .at_end = p->at_end};
	for (i = 0; i < p->count; i++) {
		const struct element *e = &p->elements[i];

		if (e->gap > gap)
			gap = e->gap;
		if (e->optional && (n >> bit++ & 1) != 0)
			continue;
		out->elements[out->count] = *e;
		out->elements[out->count].gap = out->count == 0 ? 0 : gap;
		out->count++;
		gap = 0;
	}
	return n >> bit == 0;
}
