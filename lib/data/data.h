/*
 * data - the text files of lib/data, built into the program (embed.c writes
 * the table when the program is built).
 */
#ifndef DATA_DATA_H
#define DATA_DATA_H

#include <stddef.h>

struct data_file {
	const char *path;  /* below lib/data: "instruments/k6.txt" */
	const char *bytes; /* ends with a NUL that len does not count */
	size_t len;
};

/* All files, sorted by path (strcmp). */
extern const struct data_file data_files[];
extern const size_t data_count;

/* The image of the glossary of concepts/ (concept/glossary.h; compile.c writes
 * it when the program is built). */
extern const unsigned char data_glossary[];
extern const size_t data_glossary_len;

/* The file of that path, or NULL. */
const struct data_file *data_find(const char *path);

#endif
