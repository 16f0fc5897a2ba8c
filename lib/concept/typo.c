#include "concept/typo.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char *
key_text(const struct glossary *g, size_t i)
{
	return glossary_key(g, i).text;
}

static size_t
count_keys(const struct glossary *g)
{
	return g->keys;
}

static size_t
count_terms(const struct glossary *g)
{
	return g->terms;
}

enum { RELIEVE_EACH = 1024 }; /* texts looked at */

const struct typo_list typo_keys = {count_keys, key_text, glossary_lower};
const struct typo_list typo_terms = {
    count_terms, glossary_term, glossary_term_lower};

size_t
typo_limit(size_t len)
{
	if (len < 4)
		return 0;
	return len < 6 ? 1 : len < 11 ? 2 : 3;
}

/* Rows of distances: row d is that of the first d bytes of path against all
 * beginnings of word; row 0 stands behind one spare row. */
struct walk {
	const char *word;
	size_t len, limit;
	size_t stride;
	uint8_t *rows;
	uint8_t *least; /* of each row */
	char path[TYPO_WORD_MAX + TYPO_LIMIT_MAX + 2];
	size_t depth; /* bytes of path whose rows are filled */
};

static uint8_t
least(size_t a, size_t b)
{
	size_t x = a < b ? a : b;

	return (uint8_t)(x < UINT8_MAX ? x : UINT8_MAX);
}

/* Fills the row of one more byte; cells farther than limit from the diagonal
 * cannot be within limit. */
static void
extend(struct walk *w, char c)
{
	size_t d = ++w->depth;
	uint8_t *now = w->rows + d * w->stride;
	const uint8_t *before = now - w->stride, *two_ago;
	size_t from = d > w->limit ? d - w->limit : 0;
	size_t to = d + w->limit < w->len ? d + w->limit : w->len;
	uint8_t low = UINT8_MAX;

	two_ago = d > 1 ? before - w->stride : before;
	w->path[d - 1] = c;
	memset(now, UINT8_MAX, w->stride);
	for (size_t j = from; j <= to; j++) {
		uint8_t cell = least(before[j] + 1U, UINT8_MAX);

		if (j > 0) {
			cell = least(cell, now[j - 1] + 1U);
			cell = least(cell,
			    before[j - 1] + (size_t)(c != w->word[j - 1]));
		}
		if (j > 1 && d > 1 && c == w->word[j - 2] &&
		    w->path[d - 2] == w->word[j - 1])
			cell = least(cell, two_ago[j - 2] + 1U);
		now[j] = cell;
		low = least(low, cell);
	}
	w->least[d] = low;
}

/* A swap looks back over two rows. */
static bool
is_hopeless(const struct walk *w)
{
	return w->depth > 0 && w->least[w->depth] > w->limit &&
	    w->least[w->depth - 1] >= w->limit;
}

/* Fills the rows for a text; false where its beginning up to path + depth is
 * too far off.  (In a list that is not sorted, such as a cache that was
 * tampered with, it may be so from the start.) */
static bool
follow(struct walk *w, const char *text)
{
	size_t same = 0;

	while (same < w->depth && text[same] == w->path[same] &&
	    text[same] != '\0')
		same++;
	w->depth = same;
	while (!is_hopeless(w)) {
		if (text[w->depth] == '\0')
			return true;
		extend(w, text[w->depth]);
	}
	return false;
}

/* The first text behind all that begin with path. */
static size_t
skip(const struct walk *w, const struct glossary *g,
    const struct typo_list *list, size_t i)
{
	char next[sizeof w->path];
	size_t n = w->depth, at;

	memcpy(next, w->path, n);
	while (n > 0 && (unsigned char)next[n - 1] == 0xff)
		n--;
	if (n == 0)
		return list->count(g);
	next[n - 1]++;
	at = list->lower(g, next, n);
	return at > i ? at : i + 1;
}

void
typo_walk(const struct glossary *g, const struct typo_list *list,
    const char *word, size_t len, size_t limit, typo_found *found, void *ctx)
{
	struct walk w = {
	    .word = word, .len = len, .limit = limit, .stride = len + 1};
	size_t rows = len + limit + 3, n = list->count(g);

	if (len > TYPO_WORD_MAX || limit > TYPO_LIMIT_MAX)
		return;
	w.rows = mem_alloc(rows, w.stride);
	w.least = mem_zalloc(rows, 1);
	for (size_t j = 0; j <= len; j++)
		w.rows[j] = least(j, UINT8_MAX);
	for (size_t i = 0, steps = 0; i < n; steps++) {
		const char *text = list->text(g, i);

		if (steps % RELIEVE_EACH == RELIEVE_EACH - 1 &&
		    g->relieve != NULL)
			g->relieve(g->relieve_ctx);
		if (!follow(&w, text)) {
			i = skip(&w, g, list, i);
			continue;
		}
		if (w.rows[w.depth * w.stride + len] <= limit)
			found(ctx, i, w.rows[w.depth * w.stride + len]);
		i++;
	}
	free(w.least);
	free(w.rows);
}
