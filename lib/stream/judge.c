#include "stream/judge.h"

#include "base/mem.h"

#include <csv.h>

/* libcsv drops blanks around a field: nothing is a blank here. */
static int
no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

static void *
grow(void *p, size_t size)
{
	return mem_realloc(p, size, 1);
}

size_t
judge_record(const char *text, size_t len, bool at_end, char separator)
{
	struct csv_parser parser;
	size_t refused;

	csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_realloc_func(&parser, grow);
	csv_set_blk_size(&parser, len + 1);
	csv_set_space_func(&parser, no_blank);
	csv_set_delim(&parser, (unsigned char)separator);
	refused = csv_parse(&parser, text, len, NULL, NULL, NULL);
	if (refused == len &&
	    (!at_end || csv_fini(&parser, NULL, NULL, NULL) == 0))
		refused = JUDGE_FINE;
	csv_free(&parser);
	return refused;
}
