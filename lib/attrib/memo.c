#include "attrib/memo.h"

#include "attrib/wordkey.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
	MEMO_ROWS = 1 << 14, /* a power of two */
	MEMO_PARTED = 1 << 8,
	LINE = 64, /* bytes of a line of the processor's cache */
};

/* Beside a mark: the word is read as several. */
#define SEVERAL (1u << 31)

struct slot {
	struct wordkey key; /* all zero: empty */
	uint64_t left;
	uint32_t mark; /* or SEVERAL */
	alarm_word alarm;
};

/* A word that is read as several. */
struct parted {
	struct wordkey key; /* all zero: empty */
	uint16_t sets[VOCAB_PARTS_MAX];
	uint32_t count;
	alarm_word alarm;
};

/* A line: the newer word first, the older goes when a third comes. */
struct row {
	_Alignas(LINE) struct slot slots[2];
};

struct memo {
	const struct phrases *phrases;
	struct row *rows;
	void *block; /* that the rows stand in */
	struct parted parted[MEMO_PARTED];
	struct str folded;
};

struct memo *
memo_new(const struct phrases *p)
{
	struct memo *m = mem_zalloc(1, sizeof(*m));
	uintptr_t at;

	m->phrases = p;
	m->block = mem_zalloc(MEMO_ROWS + 1, sizeof(struct row));
	at = ((uintptr_t)m->block + LINE - 1) / LINE * LINE;
	m->rows = (struct row *)at;
	str_init(&m->folded);
	return m;
}

void
memo_free(struct memo *m)
{
	if (m == NULL)
		return;
	str_release(&m->folded);
	free(m->block);
	free(m);
}

static inline size_t
row_of(struct wordkey key)
{
	uint64_t h = wordkey_mix(key) * 0x9E3779B97F4A7C15ULL;

	return (size_t)(h >> 48) & (MEMO_ROWS - 1);
}

/* Looks the word up, not through the memory. */
static size_t
read_slowly(struct memo *m, const char *text, size_t len,
    uint16_t sets[VOCAB_PARTS_MAX], alarm_word *alarm)
{
	str_clear(&m->folded);
	utf8_fold(&m->folded, text, len);
	*alarm = alarm_word_of(m->folded.text, m->folded.len);
	return vocab_lookup(
	    &m->phrases->vocab, m->folded.text, m->folded.len, sets);
}

/* What a word of a key is read as, and, in its place, where it is several. */
static void
learn(struct memo *m, struct slot *slot, struct wordkey key, const char *word,
    size_t len)
{
	uint16_t sets[VOCAB_PARTS_MAX];
	alarm_word alarm;
	size_t count = read_slowly(m, word, len, sets, &alarm);
	const struct phrase_mark *mark = &m->phrases->marks[sets[0]];

	*slot = (struct slot){key, mark->left[PHRASES_FIRST],
	    count > 1 ? SEVERAL : mark->mark, alarm};
}

/* Brings the word to the front of its row. */
static __attribute__((noinline)) void
recall(struct memo *m, struct slot *slots, struct wordkey key, const char *word,
    size_t len)
{
	struct slot older = slots[0];

	if (wordkey_equal(slots[1].key, key))
		slots[0] = slots[1];
	else
		learn(m, &slots[0], key, word, len);
	slots[1] = older;
}

/* A text whose tokens are read into words. */
struct reading {
	struct memo *memo;
	const char *text;
	size_t len;
	const struct tokens *tokens;
	struct words *words;
	size_t tokens_copied, words_copied; /* flags and spans, to own ones */
};

/* Makes room for words, and for as many again as one token is read as. */
static void
reserve(struct words *w, size_t count)
{
	size_t cap = w->cap, had = w->cap;

	count += VOCAB_PARTS_MAX;
	if (count <= cap)
		return;
	w->lefts = mem_grow(w->lefts, &cap, count, sizeof(*w->lefts));
	w->own_flags = mem_realloc(w->own_flags, cap, sizeof(*w->own_flags));
	w->own_spans = mem_realloc(w->own_spans, cap, sizeof(*w->own_spans));
	w->block =
	    mem_realloc(w->block, cap + 2 * WORDS_PADDING, sizeof(*w->block));
	w->marks = w->block + WORDS_PADDING;
	if (had == 0)
		memset(w->block, 0, WORDS_PADDING * sizeof(*w->block));
	w->cap = cap;
}

/* Copies what the tokens from the last copied to number to say, each being one
 * word. */
static void
copy_tokens(struct reading *r, size_t to)
{
	struct words *w = r->words;
	size_t from = r->tokens_copied, n = to - from;

	memcpy(w->own_flags + r->words_copied, r->tokens->flags + from, n);
	memcpy(w->own_spans + r->words_copied, r->tokens->items + from,
	    n * sizeof(*w->own_spans));
	r->tokens_copied = to;
	r->words_copied += n;
}

/* Copies what a token says, as so many words. */
static void
copy_parts(struct reading *r, size_t token, size_t n)
{
	struct words *w = r->words;
	unsigned flags = r->tokens->flags[token];
	size_t i;

	for (i = r->words_copied; i < r->words_copied + n; i++) {
		w->own_flags[i] = (uint8_t)flags;
		w->own_spans[i] = r->tokens->items[token];
		flags &= ~(unsigned)(TOKEN_SENTENCE | TOKEN_CLAUSE);
	}
	r->tokens_copied = token + 1;
	r->words_copied = i;
}

/* Puts down words of these sets for a token; there is room for them. */
static void
put_sets(struct reading *r, size_t token, const uint16_t *sets, size_t n)
{
	const struct phrase_mark *marks = r->memo->phrases->marks;
	struct words *w = r->words;
	size_t i;

	for (i = 0; i < n; i++) {
		w->marks[w->count] = marks[sets[i]].mark;
		w->lefts[w->count++] = marks[sets[i]].left[PHRASES_FIRST];
	}
	if (n == 1)
		return;
	copy_tokens(r, token);
	copy_parts(r, token, n);
	reserve(w, w->count + r->tokens->count - token);
}

static bool
is_wide(const struct reading *r, size_t token)
{
	return (r->tokens->flags[token] & TOKEN_WIDE) != 0;
}

/* What a short word of ASCII that is several is read as. */
static const struct parted *
recall_parts(struct memo *m, const char *word, size_t len)
{
	char bytes[WORDKEY_MAX] = "";
	struct parted *p;
	struct wordkey key;

	memcpy(bytes, word, len);
	key = wordkey_of(bytes, len);
	p = &m->parted[row_of(key) & (MEMO_PARTED - 1)];
	if (!wordkey_equal(p->key, key)) {
		p->key = key;
		p->count =
		    (uint32_t)read_slowly(m, word, len, p->sets, &p->alarm);
	}
	return p;
}

/* Puts down a token of any kind but one that put_plain() takes. */
static __attribute__((noinline)) void
put_any(struct reading *r, size_t token)
{
	struct token span = r->tokens->items[token];
	const char *word = r->text + span.start;
	size_t len = span.end - span.start, n = 1;
	uint16_t sets[VOCAB_PARTS_MAX] = {0};
	const struct parted *p;

	if (len <= WORDKEY_MAX && !is_wide(r, token)) {
		p = recall_parts(r->memo, word, len);
		r->words->alarms[token] = p->alarm;
		put_sets(r, token, p->sets, p->count);
		return;
	}
	r->words->alarms[token] = 0;
	if (len <= VOCAB_WORD_MAX)
		n = read_slowly(
		    r->memo, word, len, sets, &r->words->alarms[token]);
	put_sets(r, token, sets, n);
}

/*
 * Puts down tokens from..to-1, up to the first that is read as several words,
 * or long, or, where wide, not of ASCII; returns its number.  WORDKEY_MAX bytes
 * can be read from base + the start of each that is short.
 */
static inline size_t
put_plain(struct reading *r, size_t from, size_t to, uintptr_t base, bool wide)
{
	const struct token *spans = r->tokens->items;
	struct row *rows = r->memo->rows;
	uint32_t *mark = r->words->marks + r->words->count;
	uint64_t *left = r->words->lefts + r->words->count;
	alarm_word *alarms = r->words->alarms;
	size_t i;

	for (i = from; i < to; i++) {
		size_t start = spans[i].start, len = spans[i].end - start;
		struct slot *slots;
		struct wordkey key;

		if (len > WORDKEY_MAX || (wide && is_wide(r, i)))
			break;
		key = wordkey_of((const char *)(base + start), len);
		slots = rows[row_of(key)].slots;
		if (!wordkey_equal(slots[0].key, key))
			recall(r->memo, slots, key, r->text + start, len);
		if (slots[0].mark == SEVERAL)
			break;
		alarms[i] = slots[0].alarm;
		*mark++ = slots[0].mark;
		*left++ = slots[0].left;
	}
	r->words->count += i - from;
	return i;
}

/* Puts down tokens from..to-1. */
static inline void
put_tokens(struct reading *r, size_t from, size_t to, uintptr_t base, bool wide)
{
	while ((from = put_plain(r, from, to, base, wide)) < to)
		put_any(r, from++);
}

/* How many of the tokens have WORDKEY_MAX bytes of the text from their start
 * on. */
static size_t
count_far(const struct reading *r)
{
	const struct token *spans = r->tokens->items;
	size_t n = r->tokens->count;

	while (n > 0 && r->len - spans[n - 1].start < WORDKEY_MAX)
		n--;
	return n;
}

/* Puts down all tokens; of the last bytes of the text there is a copy that can
 * be read beyond its end. */
static inline void
put_all(struct reading *r, bool wide)
{
	char end[2 * WORDKEY_MAX] = "";
	size_t tail = r->len < WORDKEY_MAX ? r->len : WORDKEY_MAX;
	size_t far = count_far(r);

	put_tokens(r, 0, far, (uintptr_t)r->text, wide);
	memcpy(end, r->text + r->len - tail, tail);
	put_tokens(
	    r, far, r->tokens->count, (uintptr_t)end - (r->len - tail), wide);
}

void
words_release(struct words *w)
{
	free(w->block);
	free(w->lefts);
	free(w->own_flags);
	free(w->own_spans);
	free(w->alarms);
	*w = (struct words){0};
}

void
memo_read(struct memo *m, const char *text, size_t len,
    const struct tokens *tokens, struct words *words)
{
	struct reading r = {m, text, len, tokens, words, 0, 0};

	words->count = 0;
	reserve(words, tokens->count);
	words->alarms = mem_grow(words->alarms, &words->alarms_cap,
	    tokens->count, sizeof(*words->alarms));
	if (tokens->wide)
		put_all(&r, true);
	else
		put_all(&r, false);
	memset(words->marks + words->count, 0,
	    (m->phrases->reach + 1) * sizeof(*words->marks));
	words->flags = tokens->flags;
	words->spans = tokens->items;
	if (r.tokens_copied == 0)
		return;
	copy_tokens(&r, tokens->count);
	words->own_flags[words->count] = 0;
	words->flags = words->own_flags;
	words->spans = words->own_spans;
}
