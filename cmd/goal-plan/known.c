#include "known.h"

#include "base/msg.h"
#include "base/near.h"
#include "cli/io.h"

static void
learn(struct known *k, const char *id)
{
	if (idmap_get(&k->ids, id) == IDMAP_NONE)
		idmap_put(&k->ids, id, 1);
}

void
known_init(struct known *k, const struct families *f, bool strict)
{
	*k = (struct known){.strict = strict};
	shelf_names(&k->names, "concepts");
	for (size_t i = 0; i < k->names.count; i++)
		learn(k, k->names.names[i]);
	for (size_t i = 0; i < f->count; i++)
		for (size_t c = 0; c < f->all[i].concept_count; c++)
			learn(k, f->all[i].concepts[c].id);
}

void
known_release(struct known *k)
{
	idmap_release(&k->ids);
	arena_release(&k->told);
	shelf_names_free(&k->names);
}

static void
describe(const struct known *k, const char *id, struct diag *why)
{
	const char *near =
	    near_best(id, (const char *const *)k->names.names, k->names.count);

	if (near == NULL)
		diag_set(why, why->line, "unknown concept '%s': left out", id);
	else
		diag_set(why, why->line,
		    "unknown concept '%s': left out; did you mean '%s'?", id,
		    near);
}

void
known_check(
    struct known *k, const char *cell, const char *path, unsigned long line)
{
	struct diag why = {.line = line};
	struct str id = STR_INIT;
	const char *part;
	size_t len;

	while (str_split(&cell, ';', &part, &len)) {
		str_clear(&id);
		str_add(&id, part, len);
		if (idmap_get(&k->ids, id.text) != IDMAP_NONE)
			continue;
		describe(k, id.text, &why);
		if (k->strict)
			msg_die_diag(RC_DATA, io_name(path), &why);
		msg_diag(io_name(path), &why);
		learn(k, arena_keep(&k->told, id.text));
		k->count++;
	}
	str_release(&id);
}
