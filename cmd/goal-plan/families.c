#include "families.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/near.h"
#include "base/str.h"
#include "cli/shelf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
read_family(struct families *f, const char *name)
{
	struct shelf_file file;
	struct diag err;
	struct ladder *l = &f->all[f->count];

	if (shelf_open(&file, "goals", name) != 0)
		exit(RC_NO);
	if (ladder_parse(l, name, file.bytes, file.len, &err) != 0)
		msg_die_diag(RC_DATA, file.path.text, &err);
	f->count++;
	shelf_release(&file);
}

void
families_read(struct families *f)
{
	struct shelf_names names;

	shelf_names(&names, "goals");
	f->all = mem_zalloc(names.count, sizeof *f->all);
	f->count = 0;
	for (size_t i = 0; i < names.count; i++)
		read_family(f, names.names[i]);
	shelf_names_free(&names);
}

void
families_free(struct families *f)
{
	for (size_t i = 0; i < f->count; i++)
		ladder_release(&f->all[i]);
	free(f->all);
}

static _Noreturn void
die_near(const char *what, const char *word, const char *const *ids, size_t n)
{
	const char *near = near_best(word, ids, n);

	if (near == NULL)
		msg_die(RC_NO, "%s '%s'; concept-lookup finds the word for it",
		    what, word);
	msg_die(RC_NO, "%s '%s'; did you mean '%s'?", what, word, near);
}

static bool
answers(const struct families *f, const char *concept)
{
	size_t i = 0;

	while (i < f->count && ladder_relevance(&f->all[i], concept) <= 0)
		i++;
	return i < f->count;
}

/* Of few there are all can be named. */
static _Noreturn void
die_listing(const char *id, const char *const *ids, size_t n)
{
	struct str list = STR_INIT;

	for (size_t i = 0; i < n; i++)
		str_addf(&list, "%s%s", i > 0 ? ", " : "", ids[i]);
	msg_die(RC_NO, "no family '%s' (families are: %s)", id, list.text);
}

void
families_need_concept(const struct families *f, const char *concept)
{
	const char **ids = NULL;
	size_t n = 0, cap = 0;

	if (answers(f, concept))
		return;
	for (size_t i = 0; i < f->count; i++) {
		const struct ladder *l = &f->all[i];

		ids = mem_grow(ids, &cap, n + l->concept_count, sizeof *ids);
		for (size_t k = 0; k < l->concept_count; k++)
			ids[n++] = l->concepts[k].id;
	}
	die_near("no ladder answers", concept, ids, n);
}

size_t
families_need(const struct families *f, const char *id)
{
	const char **ids = mem_alloc(f->count, sizeof *ids);

	for (size_t i = 0; i < f->count; i++) {
		ids[i] = f->all[i].id;
		if (strcmp(ids[i], id) == 0) {
			free(ids);
			return i;
		}
	}
	if (near_best(id, ids, f->count) == NULL)
		die_listing(id, ids, f->count);
	die_near("no family", id, ids, f->count);
}

void
families_no_file(const struct families *f, const char *name)
{
	const char *option = answers(f, name) ? "concept" : NULL;

	if (access(name, F_OK) == 0 || errno != ENOENT)
		return;
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->all[i].id, name) == 0)
			option = "family";
	if (option != NULL)
		msg_die(RC_SYSTEM, "%s: no such file; did you mean --%s %s?",
		    name, option, name);
}
