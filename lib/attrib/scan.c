#include "attrib/scan.h"

#include "attrib/apostrophe.h"
#include "base/str.h"

enum { STOP = TOKEN_CLAUSE | TOKEN_STOP };

/* Words from..count-1 have the flag. */
static void
flag_since(struct scan *s, size_t from, enum token_flag flag)
{
	for (; from < s->out->count; from++)
		s->out->flags[from] |= (uint8_t)flag;
}

static void
end_sentence(struct scan *s, bool question)
{
	s->now->asked |= question;
	if (question)
		flag_since(s, s->sentence, TOKEN_QUESTION);
	s->sentence = s->out->count;
	if (s->now->second > s->sentence && s->now->first < s->sentence)
		s->now->second = (uint32_t)s->sentence;
	scan_flag(s, TOKEN_SENTENCE | STOP);
}

/* "Dr." and the like, which a name follows.  Kept out of line: what most marks
 * cost would be more by it. */
static __attribute__((noinline)) bool
is_title(const char *word, size_t len)
{
	static const char *const titles[] = {
	    "Dr", "Mr", "Mrs", "Ms", "Prof", "St"};
	size_t i;

	if (*word > 'Z') /* as most */
		return false;
	for (i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		if (str_equal(word, len, titles[i]))
			return true;
	return false;
}

/* A full stop ends a sentence unless it stands in a number, in "e.g.", behind a
 * title or between small letters; several in a row are a pause. */
static void
take_dot(struct scan *s)
{
	const struct token *last;
	size_t used;
	enum kind next = scan_kind(s, s->at + 1, &used);
	char c = s->at + 1 < s->len ? s->text[s->at + 1] : ' ';

	if (next == DOT || (s->at > 0 && s->text[s->at - 1] == '.')) {
		scan_flag(s, STOP);
		return;
	}
	if (s->out->count == 0)
		return;
	last = &s->out->items[s->out->count - 1];
	if (last->end == s->at && last->end - last->start == 1 &&
	    s->text[last->start] != 'I' && s->text[last->start] != 'i')
		return;
	if (last->end == s->at &&
	    is_title(s->text + last->start, last->end - last->start))
		return;
	if (next != LETTER || (c >= 'A' && c <= 'Z'))
		end_sentence(s, false);
}

/* A quote that nothing closes quotes nothing. */
static void
take_quote(struct scan *s, enum kind kind)
{
	if (s->quoted)
		flag_since(s, s->quote, TOKEN_QUOTED);
	s->quoted = kind == QUOTE ? !s->quoted : kind == OPEN_QUOTE;
	s->quote = s->out->count;
}

/* Single marks part nothing, and a word alone is not quoted by them: it is what
 * somebody is called, as in "my 'friends' said". */
static __attribute__((noinline)) void
take_single(struct scan *s)
{
	enum apostrophe what = apostrophe_at(s->text, s->len, s->at);

	if (what == APOSTROPHE_CLOSES && s->singly &&
	    s->out->count > s->single + 1)
		flag_since(s, s->single, TOKEN_QUOTED);
	if (what != APOSTROPHE_ALONE)
		s->singly = what == APOSTROPHE_OPENS;
	s->single = what == APOSTROPHE_OPENS ? s->out->count : s->single;
}

static void
take_hyphen(struct scan *s)
{
	size_t used;

	if (scan_kind(s, s->at + 1, &used) == LETTER && s->at > 0 &&
	    s->text[s->at - 1] != ' ' && s->text[s->at - 1] != '-')
		return;
	scan_flag(s, STOP);
}

/* What is open where a text begins was of the one before. */
void
scan_begin_text(struct scan *s)
{
	s->now->first = (uint32_t)s->out->count;
	s->now->second = UINT32_MAX;
	s->sentence = s->out->count;
	s->quoted = s->singly = false;
	scan_flag(s, TOKEN_SENTENCE | STOP);
}

/* A NUL is bad where no text ends. */
static void
take_bad(struct scan *s)
{
	if (s->at == s->now->start + s->now->len) {
		s->now++;
		scan_begin_text(s);
	} else {
		s->now->bad_utf8 = true;
	}
}

static __attribute__((noinline)) void
take_rare(struct scan *s, enum kind kind)
{
	if (kind == APOSTROPHE)
		take_single(s);
	else if (kind <= CLOSE_QUOTE)
		take_quote(s, kind);
	else if (kind <= QUESTION)
		end_sentence(s, kind == QUESTION);
	else
		take_bad(s);
}

/* What a mark says by itself of the word behind it. */
static const uint8_t said[KIND_COUNT] = {[COMMA] = TOKEN_CLAUSE,
    [CLAUSE] = STOP,
    [QUOTE] = STOP,
    [OPEN_QUOTE] = STOP,
    [CLOSE_QUOTE] = STOP};

void
scan_mark(struct scan *s, enum kind kind)
{
	scan_flag(s, said[kind]);
	if (kind == DOT)
		take_dot(s);
	else if (kind == HYPHEN)
		take_hyphen(s);
	else if (kind >= APOSTROPHE)
		take_rare(s, kind);
}
