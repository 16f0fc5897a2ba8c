/*
 * options - what a command line of attrib-score may hold.
 */
#ifndef ATTRIB_SCORE_OPTIONS_H
#define ATTRIB_SCORE_OPTIONS_H

#include "score.h"

#include "cli/opt.h"

extern const struct opt_tool tool;

void options_read(struct settings *set, struct opt *o);

#endif
