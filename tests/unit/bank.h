/*
 * bank - what the tests of banks share: a small instrument, and banks of it.
 */
#ifndef TEST_BANK_H
#define TEST_BANK_H

#include "quiz/bank.h"

#include "quiz.h"

/* Three subscales of a scale of six; c3 stands in none, and is reversed. */
#define SIX                                                                    \
	"id: six\noptions: 1=no; 2=a little; 3=yes\n\n"                        \
	"item,scale,key\na1,all;a,1\na2,all;a,1\nb1,all;b,1\nb2,all;b,1\n"     \
	"b3,all;b,1\nc3,all,-1\nx,a,1\n"

#define ROWS                                                                   \
	"scale,item,a,b1,b2\nall,a1,1.5,-1,0.5\nall,a2,1,-0.5,1\n"             \
	"all,b1,2,0,1\nall,b2,1.2,-1,1\nall,b3,0.8,,0.3\nall,c3,1.1,-2,2\n"

/* Reads rows as a bank of the instrument. */
static inline int
bank_of(struct bank *b, const struct instrument *in, const char *rows,
    struct diag *err)
{
	char sum[BANK_CHECKSUM_MAX], text[2000];

	bank_checksum(in, sum);
	snprintf(text, sizeof(text),
	    "instrument: six\nchecksum: %s\nsample: a few\n\n%s", sum, rows);
	return bank_read(b, in, text, strlen(text), err);
}

#endif
