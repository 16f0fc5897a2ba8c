/* Words lie within the text, in order, and the verdict on any text is within
 * its ranges. */
#include "attrib/attribution.h"
#include "attrib/token.h"
#include "base/avx512.h"
#include "data/data.h"

#include <assert.h>
#include <math.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The reader of the lexicon that is built in, or of the same files read now. */
static struct attrib *
reader(bool built_in)
{
	static struct attrib *readers[2];
	struct lexicon *lex;
	const char *file;
	size_t i;

	if (readers[built_in] != NULL)
		return readers[built_in];
	if (built_in)
		return readers[1] = attrib_new(&lexicon_built_in, NULL, &file);
	lex = lexicon_new();
	for (i = 0; i < data_count; i++)
		if (strncmp(data_files[i].path, "lexicon/", 8) == 0 &&
		    lexicon_add(lex, data_files[i].path, data_files[i].bytes,
			data_files[i].len, NULL) == -1)
			return NULL;
	return readers[0] = attrib_new(lex, NULL, &file);
}

static void
assert_same(const struct tokens *t, const struct tokens *other)
{
	size_t i;

	assert(other->count == t->count &&
	    other->texts[0].bad_utf8 == t->texts[0].bad_utf8);
	for (i = 0; i < t->count; i++)
		assert(other->items[i].start == t->items[i].start &&
		    other->items[i].end == t->items[i].end &&
		    other->flags[i] == t->flags[i]);
}

/* Blocks of ASCII, on any processor, and single code points give the same
 * words. */
static void
compare_splits(const struct tokens *t, const char *text, size_t len)
{
	struct tokens other = {0};

	tokens_split_plain(&other, text, len);
	assert_same(t, &other);
	avx512_allow(false);
	tokens_split(&other, text, len);
	avx512_allow(true);
	assert_same(t, &other);
	tokens_release(&other);
}

/* Texts that stand together say what each says alone: the bytes, cut at '|'. */
static void
compare_texts(const char *text, size_t len)
{
	struct tokens all = {0}, one = {0};
	const char *end = text + len, *at, *bar;
	size_t i, k, from;

	tokens_clear(&all);
	for (at = text; at <= end; at = bar + 1) {
		bar = memchr(at, '|', (size_t)(end - at));
		bar = bar == NULL ? end : bar;
		tokens_add(&all, at, (size_t)(bar - at));
	}
	tokens_split_all(&all);
	for (i = 0; i < all.ntexts; i++) {
		const struct token_text *t = &all.texts[i];

		tokens_split(&one, all.text + t->start, t->len);
		from = t->first;
		assert(one.count == t[1].first - from &&
		    one.texts[0].asked == t->asked &&
		    one.texts[0].bad_utf8 == t->bad_utf8);
		for (k = 0; k < one.count; k++)
			assert(one.items[k].start + t->start ==
				all.items[from + k].start &&
			    one.items[k].end + t->start ==
				all.items[from + k].end &&
			    one.flags[k] == all.flags[from + k]);
	}
	tokens_release(&all);
	tokens_release(&one);
}

/* What is compiled in says what the files say. */
static void
compare_verdicts(const struct attribution *a, const char *text, size_t len)
{
	struct attribution b;
	size_t i;

	attrib_read(
	    reader(false), text, len, ATTRIB_ASSUME_CAUSE | ATTRIB_CUES, &b);
	assert(a->ncues == b.ncues && a->nconcepts == b.nconcepts &&
	    a->flags == b.flags && a->valence == b.valence);
	for (i = 0; i < a->ncues; i++)
		assert(a->cues[i].rule == b.cues[i].rule &&
		    a->cues[i].start == b.cues[i].start &&
		    a->cues[i].end == b.cues[i].end &&
		    a->cues[i].weight == b.cues[i].weight);
	for (i = 0; i < a->nconcepts; i++)
		assert(a->concepts[i].concept == b.concepts[i].concept &&
		    a->concepts[i].severity == b.concepts[i].severity);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct tokens t = {0};
	struct attribution a;
	size_t i, last = 0;

	if (size > ATTRIB_TEXT_MAX)
		return 0;
	tokens_split(&t, (const char *)data, size);
	for (i = 0; i < t.count; i++) {
		assert(t.items[i].start >= last);
		assert(t.items[i].end > t.items[i].start);
		assert(t.items[i].end <= size);
		last = t.items[i].end;
	}
	compare_splits(&t, (const char *)data, size);
	tokens_release(&t);
	compare_texts((const char *)data, size);
	attrib_read(reader(true), (const char *)data, size,
	    ATTRIB_ASSUME_CAUSE | ATTRIB_CUES, &a);
	compare_verdicts(&a, (const char *)data, size);
	for (i = 0; i < a.ncues; i++)
		assert(
		    a.cues[i].start < a.cues[i].end && a.cues[i].end <= size);
	for (i = 0; i < DIM_SCALES; i++)
		assert(
		    isnan(a.scale[i]) || (a.scale[i] >= 1 && a.scale[i] <= 7));
	for (i = 0; i < a.nconcepts; i++)
		assert(a.concepts[i].severity >= 0.5 &&
		    a.concepts[i].severity <= 1);
	return 0;
}
