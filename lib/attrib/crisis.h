/*
 * crisis - whether a text speaks of a wish to die or to harm oneself, for
 * programs that read no statements otherwise.
 */
#ifndef ATTRIB_CRISIS_H
#define ATTRIB_CRISIS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * By the built-in lexicon: where attrib-score would flag it, and where a single
 * cue speaks for it, as what people look up or put down is a word or two.
 * Makes a reader and frees it, so it is for a few texts.
 */
bool crisis_heard(const char *text, size_t len);

#endif
