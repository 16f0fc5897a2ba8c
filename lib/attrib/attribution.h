/*
 * attribution - what a statement says about causes: who or what is blamed, will
 * it last, how far does it reach, could anything be done; which ways of
 * thinking and which concepts of the glossary its words touch.
 *
 * A rule is evidence, its weight a change of log-odds.  The weights of all
 * rules that speak for a thing are added and brought to a scale by the logistic
 * function s(x) = 1 / (1 + exp(-x)):
 *
 *   internality, stability, globality, control
 *       1 + 6 s(sum of weight * (value - 4) / 3), over the cause alone;
 *       4 is the middle (the seven points of the CAVE technique: Peterson,
 *       Schulman, Castellon & Seligman 1992).
 *   severity of a concept
 *       s(prior + sum of weights); it is told from 0.5 on.  What speaks for a
 *       measured view is taken from the sum of every way of thinking.  Of the
 *       ways of thinking that rules of dimension pattern raise, only those are
 *       told for which some cue speaks with TALLY_LOUD or more; the likeliest
 *       is given the odds of all these, exp(x) each, since they are rivals
 *       for the same words, and others are told that have a tenth of them.
 *
 *   crisis
 *       flagged where the words ring the alarm (alarm.h), or where the weights
 *       of rules for it, less those of figures of speech, come to 1 or more
 *       and the words do not speak against it.
 *
 * Negation turns a value v of a scale into 8 - v, with 0.8 of its weight, and
 * drops evidence for a way of thinking or a concept; the words of others are
 * dropped; hedges, questions, conditions and what stands before a "but" are
 * weakened (lexicon_context); rules say where they want it otherwise (enum
 * scope).
 */
#ifndef ATTRIB_ATTRIBUTION_H
#define ATTRIB_ATTRIBUTION_H

#include "attrib/alarm.h"
#include "attrib/lexicon.h"
#include "attrib/tally.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	/* A statement of fewer words is not judged; "I'm" is read as two. */
	ATTRIB_WORDS_MIN = 3,
	/* A person of whom fewer statements tell a scale has no mean of it: the
	 * project's own, not a norm. */
	ATTRIB_CAUSES_MIN = 3,
	ATTRIB_TEXT_MAX = 256 * 1024, /* bytes of a statement */
};

enum attrib_flag {
	ATTRIB_CRISIS = 1,    /* speaks of wishing to die or of self-harm */
	ATTRIB_TOO_SHORT = 2, /* fewer than ATTRIB_WORDS_MIN words */
	ATTRIB_BAD_UTF8 = 4,  /* holds bytes that are not UTF-8, or NUL */
};

enum valence {
	VALENCE_UNKNOWN,
	VALENCE_NEGATIVE,
	VALENCE_NEUTRAL,
	VALENCE_POSITIVE
};
extern const char *const valence_words[]; /* "" for VALENCE_UNKNOWN */

/* One piece of evidence that counted. */
struct cue {
	uint32_t start, end; /* bytes of the statement */
	uint32_t rule;       /* number in lexicon_rules() */
	double value;  /* of a scale or valence, after negation; else NaN */
	double weight; /* after its context */
	bool negated;  /* turned round: it speaks for no concept */
};

/* Words that speak of a crisis by the alarm (alarm.h), and with what part of
 * what is needed. */
struct alarm_cue {
	uint32_t start, end; /* bytes of the statement */
	double value;
};

/* Valid until the next one of the same reader is asked for, but for the text:
 * until the next is given. */
struct attribution {
	const char *text; /* a copy, of len bytes; no string */
	size_t len;
	double scale[DIM_SCALES]; /* 1..7; NaN where the words do not say */
	enum valence valence;
	const struct severity *concepts; /* the severest first */
	size_t nconcepts;
	const struct cue *cues; /* by place, where asked for */
	size_t ncues;
	/* Of what rings the alarm most, the loudest first, where asked for. */
	struct alarm_cue alarms[ALARM_PARTS_MAX];
	size_t nalarms;
	size_t words;
	unsigned flags; /* of enum attrib_flag */
};

struct attrib; /* opaque: it owns memory */

/*
 * A reader of statements by this lexicon, which is borrowed and must outlive
 * it.  NULL, with *err and *file set, where the rules cannot be compiled
 * (phrases_new()).
 */
struct attrib *attrib_new(
    const struct lexicon *lex, struct diag *err, const char **file);
void attrib_free(struct attrib *a); /* NULL is allowed */

enum attrib_how {
	/* The whole statement counts as a cause; otherwise only what rules of
	 * dimension cause mark as one. */
	ATTRIB_ASSUME_CAUSE = 1,
	ATTRIB_CUES = 2, /* the cues are listed; otherwise they are counted */
};

/*
 * Statements that are read together cost less than one after the other, above
 * all where they are short and as many bytes in all as the processor has near
 * (some thousands): each is given, then what each says is asked for, in the
 * same order, until there is none left.  len is at most ATTRIB_TEXT_MAX, in all
 * at most TOKEN_TEXT_MAX; how is of enum attrib_how and the same for all.
 */
void attrib_give(struct attrib *a, const char *text, size_t len);
bool attrib_next(struct attrib *a, unsigned how, struct attribution *out);

/* Reads one statement, which drops those that were given. */
void attrib_read(struct attrib *a, const char *text, size_t len, unsigned how,
    struct attribution *out);

#endif
