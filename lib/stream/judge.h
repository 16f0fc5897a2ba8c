/*
 * judge - what libcsv says of a record that the lane found odd: the last word
 * on what is CSV.  The only place that includes <csv.h>.
 */
#ifndef STREAM_JUDGE_H
#define STREAM_JUDGE_H

#include <stdbool.h>
#include <stddef.h>

#define JUDGE_FINE ((size_t)-1)

/*
 * The offset of the first byte that libcsv refuses in (text, len), which
 * begins a record; len, if at_end and the text must not end there; JUDGE_FINE
 * if it refuses nothing.
 */
size_t judge_record(const char *text, size_t len, bool at_end, char separator);

#endif
