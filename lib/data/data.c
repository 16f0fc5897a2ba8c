#include "data/data.h"

#include <stdlib.h>
#include <string.h>

static int
compare(const void *path, const void *file)
{
	return strcmp(path, ((const struct data_file *)file)->path);
}

const struct data_file *
data_find(const char *path)
{
	return bsearch(
	    path, data_files, data_count, sizeof data_files[0], compare);
}
