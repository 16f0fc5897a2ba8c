/*
 * lanes - loops over the quadrature nodes, which take several at once.
 *
 * A function marked LANES_WIDE is compiled twice, for processors that take four
 * doubles at once and for those that take two, and the right one chosen when
 * the program starts.  No product and sum are fused (-std=c11 sees to it), so
 * the digits are the same.
 */
#ifndef QUIZ_LANES_H
#define QUIZ_LANES_H

#include <features.h>

#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) &&        \
    !defined(__SANITIZE_ADDRESS__)
#define LANES_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define LANES_WIDE
#endif

#endif
