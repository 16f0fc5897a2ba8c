#include "attrib/memo.h"

#include "attrib/block.h"
#include "attrib/wordkey.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
	MEMO_ROWS = 1 << 15, /* a power of two */
	MEMO_ODD = 1 << 8,
	LINE = 64, /* bytes of a line of the processor's cache */
};

/* A short word of ASCII that is read as one. */
struct slot {
	struct wordkey key; /* all zero: empty */
	uint64_t left;
	uint32_t mark;
	alarm_word alarm;
};

/* What any word is read as. */
struct parts {
	struct wordkey key; /* of its very bytes; all zero: empty */
	uint16_t sets[VOCAB_PARTS_MAX];
	uint32_t count;
	alarm_word alarm;
};

/* A line: the newer word first, the older goes when a third comes. */
struct row {
	_Alignas(LINE) struct slot slots[2];
};

/* Where the next words are to be found: rows are called for ahead of time, as
 * those of rare words are far from the processor. */
enum { AHEAD = 128 };
struct ahead {
	struct wordkey keys[AHEAD];
	struct slot *slots[AHEAD];
};

struct memo {
	const struct phrases *phrases;
	struct row *rows;
	void *block; /* that the rows stand in */
	struct ahead ahead;
	struct parts odd[MEMO_ODD]; /* short words that have no slot */
	struct parts last;          /* that was looked up */
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

/* A text whose tokens are read into words. */
struct reading {
	struct memo *memo;
	const struct tokens *tokens;
	struct words *words;
	size_t tokens_copied, words_copied; /* flags and spans, to own ones */
	size_t ntexts;                      /* whose first word is known */
	size_t called_from, called_to;      /* what memo.ahead is of */
};

/* Makes room for words, and for as many again as one token is read as. */
static void
reserve(struct words *w, size_t count)
{
	size_t cap = w->cap, had = w->cap;

	count += VOCAB_PARTS_MAX + BLOCK;
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

static bool
is_wide(const struct reading *r, size_t token)
{
	return (r->tokens->flags[token] & TOKEN_WIDE) != 0;
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

/* Looks a word up, not through the memory. */
static const struct parts *
read_slowly(struct memo *m, const char *word, size_t len)
{
	m->last = (struct parts){.count = 1};
	if (len > VOCAB_WORD_MAX)
		return &m->last;
	str_clear(&m->folded);
	utf8_fold(&m->folded, word, len);
	m->last.alarm = alarm_word_of(m->folded.text, m->folded.len);
	m->last.count = (uint32_t)vocab_lookup(
	    &m->phrases->vocab, m->folded.text, m->folded.len, m->last.sets);
	return &m->last;
}

/* What a token is read as that stands in no row. */
static const struct parts *
recall_parts(struct reading *r, size_t token)
{
	struct token span = r->tokens->items[token];
	const char *word = r->tokens->text + span.start;
	size_t len = span.end - span.start;
	struct memo *m = r->memo;
	struct wordkey key;
	struct parts *p;

	if (len > WORDKEY_MAX)
		return read_slowly(m, word, len);
	key = wordkey_exact(word, len);
	p = &m->odd[row_of(key) & (MEMO_ODD - 1)];
	if (wordkey_equal(p->key, key))
		return p;
	if (read_slowly(m, word, len)->count == 1 && !is_wide(r, token))
		return &m->last;
	*p = m->last;
	p->key = key;
	return p;
}

/* Brings the word of a token to the front of its row; false where it has no
 * place there. */
static __attribute__((noinline)) bool
recall(struct reading *r, size_t token, struct wordkey key, struct slot *slots)
{
	const struct phrase_mark *mark;
	const struct parts *p;
	struct slot slot = slots[1];

	if (!wordkey_equal(slot.key, key)) {
		p = recall_parts(r, token);
		if (p->count > 1 || is_wide(r, token))
			return false;
		mark = &r->memo->phrases->marks[p->sets[0]];
		slot = (struct slot){
		    key, mark->left[PHRASES_FIRST], mark->mark, p->alarm};
	}
	slots[1] = slots[0];
	slots[0] = slot;
	return true;
}

/* Calls for the words of the next tokens, up to one that is too long. */
static inline void
call_for(struct reading *r, size_t from)
{
	const struct token *spans = r->tokens->items;
	struct row *rows = r->memo->rows;
	struct ahead *a = &r->memo->ahead;
	size_t to = r->tokens->count, i;

	to = to - from < AHEAD ? to : from + AHEAD;
	for (i = from; i < to; i++) {
		size_t start = spans[i].start, len = spans[i].end - start;
		struct wordkey key;

		if (len > WORDKEY_MAX)
			break;
		key = wordkey_of(r->tokens->text + start, len);
		a->keys[i - from] = key;
		a->slots[i - from] = rows[row_of(key)].slots;
		__builtin_prefetch(a->slots[i - from]);
	}
	r->called_from = from;
	r->called_to = i;
}

/* Puts down tokens from number from on that have been called for, up to one
 * that has no place in rows; returns its number. */
static inline size_t
put_called(struct reading *r, size_t from)
{
	const struct ahead *a = &r->memo->ahead;
	uint32_t *mark = r->words->marks + r->words->count;
	uint64_t *left = r->words->lefts + r->words->count;
	alarm_word *alarms = r->words->alarms;
	size_t i, k = from - r->called_from;

	for (i = from; i < r->called_to; i++, k++) {
		struct slot *slots = a->slots[k];

		if (!wordkey_equal(slots[0].key, a->keys[k]) &&
		    !recall(r, i, a->keys[k], slots))
			break;
		alarms[i] = slots[0].alarm;
		*mark++ = slots[0].mark;
		*left++ = slots[0].left;
	}
	r->words->count += i - from;
	return i;
}

/* Puts down where texts up to token begin, the last word being that before. */
static void
start_texts(struct reading *r, size_t token)
{
	const struct token_text *texts = r->tokens->texts;
	size_t i = r->ntexts, more = r->words->count - token;

	for (; i <= r->tokens->ntexts && texts[i].first <= token; i++)
		r->words->starts[i] = (uint32_t)(texts[i].first + more);
	r->ntexts = i;
}

/* Puts down any token; there is room for it. */
static __attribute__((noinline)) void
put_any(struct reading *r, size_t token)
{
	const struct phrase_mark *marks = r->memo->phrases->marks;
	const struct parts *p = recall_parts(r, token);
	struct words *w = r->words;
	size_t i;

	w->alarms[token] = p->alarm;
	if (p->count > 1)
		start_texts(r, token);
	for (i = 0; i < p->count; i++) {
		w->marks[w->count] = marks[p->sets[i]].mark;
		w->lefts[w->count++] = marks[p->sets[i]].left[PHRASES_FIRST];
	}
	if (p->count == 1)
		return;
	copy_tokens(r, token);
	copy_parts(r, token, p->count);
	reserve(w, w->count + r->tokens->count - token);
}

void
words_release(struct words *w)
{
	free(w->starts);
	free(w->block);
	free(w->lefts);
	free(w->own_flags);
	free(w->own_spans);
	free(w->alarms);
	*w = (struct words){0};
}

void
memo_read(struct memo *m, const struct tokens *tokens, struct words *words)
{
	struct reading r = {.memo = m, .tokens = tokens, .words = words};
	size_t at = 0;

	words->count = 0;
	reserve(words, tokens->count);
	words->alarms = mem_grow(words->alarms, &words->alarms_cap,
	    tokens->count, sizeof(*words->alarms));
	words->starts = mem_grow(words->starts, &words->starts_cap,
	    tokens->ntexts + 1, sizeof(*words->starts));
	while (at < tokens->count) {
		if (at >= r.called_to)
			call_for(&r, at);
		at = put_called(&r, at);
		if (at < r.called_to || r.called_to == r.called_from)
			put_any(&r, at++);
	}
	start_texts(&r, tokens->count);
	memset(words->marks + words->count, 0,
	    (m->phrases->reach + 1) * sizeof(*words->marks));
	words->flags = tokens->flags;
	words->spans = tokens->items;
	if (r.tokens_copied == 0)
		return;
	copy_tokens(&r, tokens->count);
	memset(words->own_flags + words->count, 0, BLOCK);
	words->flags = words->own_flags;
	words->spans = words->own_spans;
}
