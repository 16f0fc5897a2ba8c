/*
 * embed - writes the files named on the command line (below the folder that is
 * its first argument) as the C table that lib/data/data.h declares.  Run when
 * the program is built; needs nothing of the library.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
die(const char *path)
{
	fprintf(stderr, "embed: %s: %s\n", path, strerror(errno));
	exit(4);
}

static void
embed_bytes(const char *folder, const char *path, int n)
{
	char full[4096];
	FILE *fp;
	int c, column = 0;

	snprintf(full, sizeof full, "%s/%s", folder, path);
	if ((fp = fopen(full, "rb")) == NULL)
		die(full);
	printf("static const char file_%d[] = {", n);
	while ((c = getc(fp)) != EOF)
		printf("%s%d,", column++ % 20 == 0 ? "\n" : "",
		    c > 127 ? c - 256 : c);
	if (ferror(fp) != 0)
		die(full);
	fclose(fp);
	printf("\n0};\n");
}

int
main(int argc, char *argv[])
{
	if (argc < 2)
		return 2;
	qsort(argv + 2, (size_t)argc - 2, sizeof argv[0], compare);
	printf("#include \"data/data.h\"\n\n");
	for (int i = 2; i < argc; i++)
		embed_bytes(argv[1], argv[i], i);
	printf("\nconst struct data_file data_files[] = {\n");
	for (int i = 2; i < argc; i++)
		printf("\t{\"%s\", file_%d, sizeof file_%d - 1},\n", argv[i], i,
		    i);
	printf("\t{0},\n};\nconst size_t data_count = %d;\n", argc - 2);
	if (fflush(stdout) != 0)
		die("standard output");
	return 0;
}
