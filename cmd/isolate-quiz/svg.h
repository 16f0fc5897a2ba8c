/*
 * svg - the history of an instrument as a picture.
 */
#ifndef ISOLATE_QUIZ_SVG_H
#define ISOLATE_QUIZ_SVG_H

#include "past.h"

/* Draws a panel for each scale into the file at path, which is replaced.  A
 * failure ends the process with RC_SYSTEM. */
void svg_history(
    const char *path, const struct instrument *in, const struct past *past);

#endif
