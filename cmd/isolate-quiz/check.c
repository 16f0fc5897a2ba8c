/* isolate-quiz check: whether instruments can be read, and are fit to use. */
#include "quiz.h"

#include "base/msg.h"
#include "base/str.h"
#include "cli/shelf.h"
#include "quiz/lint.h"

#include <string.h>

struct check {
	const char *path; /* of the file being checked */
	struct shelf_names concepts;
	bool failed;
};

static bool
is_concept(void *context, const char *id, size_t len)
{
	const struct check *c = context;

	for (size_t i = 0; i < c->concepts.count; i++)
		if (str_equal(id, len, c->concepts.names[i]))
			return true;
	return false;
}

static void
tell(void *context, const char *fault)
{
	const struct check *c = context;
	struct diag d;

	diag_set(&d, 0, "%s", fault);
	msg_diag(c->path, &d);
}

/* The file is called as its id says, or it would not be found by it. */
static void
check_name(struct lint *l, const char *path, const struct instrument *in)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	size_t len = strlen(name);

	if (len > 4 && strcmp(name + len - 4, ".txt") == 0 &&
	    !str_equal(name, len - 4, in->id)) {
		tell(l->context, "the file is not called as its id");
		l->faults++;
	}
}

/* A file, "-" too, or an instrument by its id. */
static int
open_one(struct shelf_file *file, const char *name)
{
	if (strcmp(name, "-") != 0)
		return shelf_open(file, "instruments", name);
	str_init(&file->path);
	str_init(&file->text);
	str_adds(&file->path, io_name(name));
	io_read(name, SHELF_FILE_MAX, &file->text);
	file->bytes = file->text.text;
	file->len = file->text.len;
	return 0;
}

static void
check_one(struct check *c, const char *name)
{
	struct lint l = {is_concept, tell, c, 0};
	struct instrument in;
	struct shelf_file file;
	struct diag err;

	if (open_one(&file, name) == -1) {
		c->failed = true;
		return;
	}
	c->path = file.path.text;
	if (instrument_read(&in, file.bytes, file.len, NULL, &err) == -1) {
		msg_diag(c->path, &err);
		l.faults++;
	} else {
		check_name(&l, c->path, &in);
		lint_instrument(&l, &in);
	}
	c->failed = c->failed || l.faults > 0;
	instrument_release(&in);
	shelf_release(&file);
}

int
check_run(void *settings, int n, char *const operands[])
{
	struct check c = {0};
	struct shelf_names all;

	(void)settings;
	io_stdin_check(&tool, n, operands, NULL);
	shelf_names(&c.concepts, "concepts");
	for (int i = 0; i < n; i++)
		check_one(&c, operands[i]);
	if (n == 0) {
		shelf_names(&all, "instruments");
		for (size_t i = 0; i < all.count; i++)
			check_one(&c, all.names[i]);
		shelf_names_free(&all);
	}
	shelf_names_free(&c.concepts);
	return c.failed ? RC_NO : RC_OK;
}
