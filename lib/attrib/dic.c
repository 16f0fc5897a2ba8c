#include "attrib/dic.h"

#include "attrib/dicmake.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

void
dic_free(struct dic *d)
{
	if (d == NULL)
		return;
	names_release(&d->categories);
	names_release(&d->entries);
	free(d->first);
	free(d->members);
	free(d->counts);
	free(d);
}

size_t
dic_categories(const struct dic *d)
{
	return d->categories.count;
}

const char *
dic_category(const struct dic *d, size_t i)
{
	return names_text(&d->categories, (uint32_t)i);
}

unsigned long
dic_entries(const struct dic *d, size_t i)
{
	return d->counts[i];
}

unsigned long
dic_wordless(const struct dic *d, unsigned long *line)
{
	*line = d->wordless_line;
	return d->wordless;
}

void
dic_counts_release(struct dic_counts *c)
{
	free(c->categories);
	free(c->ends);
	tokens_release(&c->tokens);
	str_release(&c->folded);
	str_release(&c->key);
	*c = (struct dic_counts){0};
}

/* Folds the words, a blank behind each. */
static void
fold_words(struct dic_counts *c, const char *text)
{
	str_clear(&c->folded);
	for (size_t i = 0; i < c->tokens.count; i++) {
		const struct token *t = &c->tokens.items[i];

		utf8_fold(&c->folded, text + t->start, t->end - t->start);
		c->ends =
		    mem_grow(c->ends, &c->ends_cap, i + 1, sizeof *c->ends);
		c->ends[i] = c->folded.len;
		str_addc(&c->folded, ' ');
	}
}

/* The entry for the n words from word i on: itself, or the longest beginning of
 * it that has a '*'. */
static uint32_t
find_entry(const struct dic *d, struct dic_counts *c, size_t i, size_t n)
{
	size_t from = i == 0 ? 0 : c->ends[i - 1] + 1;
	size_t end = c->ends[i + n - 1], least;
	uint32_t entry =
	    names_find(&d->entries, c->folded.text + from, end - from);

	/* a beginning has a letter of the last word, but "a *" has none */
	least = n == 1 ? from : c->ends[i + n - 2] + 1;
	if (end > least + d->stem_max)
		end = least + d->stem_max;
	for (; entry == NAMES_NONE && end > least; end--) {
		str_clear(&c->key);
		str_add(&c->key, c->folded.text + from, end - from);
		str_addc(&c->key, '*');
		entry = names_find(&d->entries, c->key.text, c->key.len);
	}
	return entry;
}

/* Counts the entry at word i; returns how many words it takes. */
static size_t
take_entry(const struct dic *d, struct dic_counts *c, size_t i)
{
	size_t left = c->tokens.count - i;
	size_t n = left < d->words_max ? left : d->words_max;
	uint32_t entry = NAMES_NONE, k;

	for (; n > 0; n--)
		if (d->has_words[n] &&
		    (entry = find_entry(d, c, i, n)) != NAMES_NONE)
			break;
	if (entry == NAMES_NONE)
		return 1;
	for (k = d->first[entry]; k < d->first[entry + 1]; k++)
		c->categories[d->members[k]]++;
	c->captured += n;
	return n;
}

void
dic_count(
    const struct dic *d, struct dic_counts *c, const char *text, size_t len)
{
	size_t n = dic_categories(d), i;

	if (c->categories == NULL) {
		c->categories = mem_alloc(n, sizeof *c->categories);
		str_init(&c->folded);
		str_init(&c->key);
	}
	memset(c->categories, 0, n * sizeof *c->categories);
	tokens_split(&c->tokens, text, len);
	c->words = c->tokens.count;
	c->captured = 0;
	fold_words(c, text);
	for (i = 0; i < c->tokens.count;)
		i += take_entry(d, c, i);
}
