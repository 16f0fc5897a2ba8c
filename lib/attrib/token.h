/*
 * token - the words of a statement, each with the bytes of the text it stands
 * on, and what the punctuation before and around it says.
 *
 * A word is a run of letters, digits and apostrophes with a letter or digit on
 * both sides ("don't", "don`t", "friends'" without its last byte).  Hyphens
 * part words. Every other code point of Unicode that is no letter to this
 * reader (punctuation, dashes, quotes, arrows, emoji) and every byte that is
 * not UTF-8 parts words as well.
 *
 * Texts may be split together, which costs less than one after the other: each
 * has its words, and what its punctuation says, as though it stood alone.
 */
#ifndef ATTRIB_TOKEN_H
#define ATTRIB_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum token_flag {
	TOKEN_SENTENCE = 1, /* the first of a sentence */
	TOKEN_CLAUSE = 2,   /* punctuation parts it from the word before */
	TOKEN_QUOTED = 4, /* inside quotes; single ones of two words at least */
	TOKEN_QUESTION = 8, /* in a sentence that ends in a question mark */
	TOKEN_WIDE = 16,    /* holds bytes beyond ASCII */
	TOKEN_STOP = 32,    /* with TOKEN_CLAUSE: by more than a comma */
};

/* Bytes start..end-1 of the text. */
struct token {
	uint32_t start, end;
};

/* One of the texts that are split together. */
struct token_text {
	uint32_t start, len; /* bytes of tokens.text */
	uint32_t first;      /* its first token */
	uint32_t second; /* that of its second sentence; beyond its tokens where
	                  * it has one alone */
	bool asked;      /* some sentence ends in a question mark */
	bool bad_utf8;   /* it holds bytes that are not UTF-8, or NUL */
};

/* Grows as needed and is used again; release it.  Start with zero bytes. */
struct tokens {
	struct token *items;
	uint8_t *flags; /* of enum token_flag, one for each of items, and
	                 * behind them as many zeros as a block (block.h) has */
	size_t count, cap;
	struct token_text *texts; /* behind the last one that begins there */
	size_t ntexts, texts_cap;
	/* Copies of them, a NUL behind each, and TOKEN_PADDING blanks. */
	char *text;
	size_t len, text_cap;
};

enum {
	TOKEN_TEXT_MAX = 1 << 30, /* bytes of all texts */
	TOKEN_PADDING = 80,
};

/* Texts to be split: of none, of one more, and the words of all. */
void tokens_clear(struct tokens *t);
void tokens_add(struct tokens *t, const char *text, size_t len);
void tokens_split_all(struct tokens *t);

/* Replaces what t holds by the words of this text alone. */
void tokens_split(struct tokens *t, const char *text, size_t len);

/* The same, a code point at a time: the measure of the other, which takes text
 * of ASCII in blocks. */
void tokens_split_plain(struct tokens *t, const char *text, size_t len);
void tokens_release(struct tokens *t);

#endif
