/*
 * count - counts the fields of a CSV file, and does nothing else: with libcsv
 * alone, which is the floor that tools are measured against, or with csvin.
 *
 *   count libcsv|csvin FILE
 */
#include "stream/csvin.h"

#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
on_field(void *text, size_t len, void *count)
{
	(void)text;
	(void)len;
	++*(unsigned long *)count;
}

static void
on_row(int end, void *count)
{
	(void)end;
	(void)count;
}

static int
count_libcsv(const char *path, unsigned long *fields)
{
	static char block[64 * 1024];
	int fd = open(path, O_RDONLY);
	struct csv_parser parser;
	ssize_t n;

	if (fd == -1 || csv_init(&parser, 0) != 0)
		return -1;
	while ((n = read(fd, block, sizeof block)) > 0)
		if (csv_parse(&parser, block, (size_t)n, on_field, on_row,
			fields) != (size_t)n)
			return -1;
	csv_fini(&parser, on_field, on_row, fields);
	csv_free(&parser);
	return close(fd) == 0 && n == 0 ? 0 : -1;
}

static int
count_csvin(const char *path, unsigned long *fields)
{
	FILE *fp = fopen(path, "r");
	struct csvin *in;
	int got;

	if (fp == NULL)
		return -1;
	in = csvin_new(fp);
	while ((got = csvin_next(in)) == CSVIN_RECORD)
		*fields += csvin_count(in);
	csvin_free(in);
	fclose(fp);
	return got == CSVIN_END ? 0 : -1;
}

int
main(int argc, char *argv[])
{
	unsigned long fields = 0;
	int failed;

	if (argc != 3)
		return 2;
	failed = strcmp(argv[1], "libcsv") == 0 ? count_libcsv(argv[2], &fields)
						: count_csvin(argv[2], &fields);
	if (failed != 0)
		return 4;
	printf("%lu\n", fields);
	return 0;
}
