/*
 * compile - writes as C tables the works of the references file that is its
 * first argument, and the glossary image of the synonyms file that is its
 * second and the concept files that follow.  Run
 * when the program is built; it reads them with the same code as the program
 * reads a user's own.
 */
#include "base/file.h"
#include "base/msg.h"
#include "base/str.h"
#include "concept/bibliography.h"
#include "concept/concept.h"
#include "concept/glossmake.h"
#include "concept/synonyms.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MAX = 1024 * 1024 };

static void
add_file(struct glossmake *m, const char *path)
{
	struct str text = STR_INIT;
	struct concept c;
	struct diag why;

	if (file_read(path, FILE_MAX, &text) != 0)
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
	if (concept_parse(&c, text.text, text.len, &why) != 0)
		msg_die_diag(RC_DATA, path, &why);
	glossmake_concept(m, &c, 0, (uint32_t)text.len);
	concept_release(&c);
	str_release(&text);
}

static void
write_string(const char *text)
{
	putchar('"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\' || *text == '?' ||
		    (unsigned char)*text < ' ' || (unsigned char)*text > '~')
			printf("\\%03o", (unsigned char)*text);
		else
			putchar(*text);
	}
	putchar('"');
}

static void
write_works(const char *path)
{
	struct str text = STR_INIT;
	struct bibliography b;
	struct diag why;

	if (file_read(path, FILE_MAX, &text) != 0)
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
	if (bibliography_read(
		&b, csvin_new_mem(text.text, text.len, 1), &why) != 0)
		msg_die_diag(RC_DATA, path, &why);
	printf("#include \"concept/bibliography.h\"\n\n"
	       "static struct reference works[] = {\n");
	for (size_t i = 0; i < b.count; i++) {
		printf("\t{");
		write_string(b.items[i].key);
		printf(", ");
		write_string(b.items[i].citation);
		printf(", ");
		write_string(b.items[i].doi);
		printf(", %s},\n", b.items[i].verified ? "true" : "false");
	}
	printf("};\nconst struct bibliography bibliography_built_in = "
	       "{works, %zu};\n",
	    b.count);
	bibliography_release(&b);
	str_release(&text);
}

static void
add_synonyms(struct glossmake *m, const char *path)
{
	struct str text = STR_INIT;
	struct diag why;

	if (file_read(path, FILE_MAX, &text) != 0)
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
	if (synonyms_read(m, csvin_new_mem(text.text, text.len, 1), &why) != 0)
		msg_die_diag(RC_DATA, path, &why);
	str_release(&text);
}

/* Of the synonyms, then the concepts. */
static void
write_image(char *paths[], int n)
{
	struct glossmake *m = glossmake_new(NULL);
	char *image;
	size_t len;
	FILE *out = open_memstream(&image, &len);

	if (out == NULL)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	add_synonyms(m, paths[0]);
	for (int i = 1; i < n; i++)
		add_file(m, paths[i]);
	glossmake_write(m, &(struct glossary_stamp){0}, out);
	if (fclose(out) != 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	printf("\n#include \"data/data.h\"\n\n"
	       "const unsigned char data_glossary[] = {");
	for (size_t i = 0; i < len; i++)
		printf(
		    "%s%d,", i % 20 == 0 ? "\n" : "", (unsigned char)image[i]);
	printf("\n};\nconst size_t data_glossary_len = %zu;\n", len);
	free(image);
	glossmake_free(m);
}

int
main(int argc, char *argv[])
{
	msg_init("compile");
	if (argc < 3)
		return RC_USAGE;
	write_works(argv[1]);
	write_image(argv + 2, argc - 2);
	return msg_finish(RC_OK);
}
