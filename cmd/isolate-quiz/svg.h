/*
 * svg - the history of an instrument as a picture, and what pictures share.
 */
#ifndef ISOLATE_QUIZ_SVG_H
#define ISOLATE_QUIZ_SVG_H

#include "past.h"

/* Colours of Okabe and Ito (2008), which colour-blind people tell apart. */
#define SVG_BLUE "#0072b2"
#define SVG_VERMILION "#d55e00"

/* Draws a panel for each scale into the file at path, which is replaced.  A
 * failure ends the process with RC_SYSTEM. */
void svg_history(
    const char *path, const struct instrument *in, const struct past *past);

#endif
