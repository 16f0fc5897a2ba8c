/*
 * now - the one place that reads the clock and the time zone.
 */
#ifndef CLI_NOW_H
#define CLI_NOW_H

#include "base/date.h"
#include "cli/opt.h"

/*
 * The current moment at the local offset; or, where text is not NULL (--now),
 * that date or moment, a bare date being noon local time.  A text that is
 * neither is a usage error of the option o stands at.
 */
struct moment now_read(const struct opt *o, const char *text);

/* The local offset from UTC at a moment, in minutes. */
int now_offset(int64_t us);

/* Bits that no two events share, from the kernel (getrandom). */
uint64_t now_entropy(void);

#endif
