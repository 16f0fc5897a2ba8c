#include "score.h"

#include "base/msg.h"
#include "cli/shelf.h"
#include "data/data.h"

static void
add_lexicon(struct lexicon *lex, const char *name)
{
	struct shelf_file f;
	struct diag err;

	if (shelf_open(&f, "lexicon", name) == -1)
		msg_die(RC_NO, "no lexicon to read");
	if (lexicon_add(lex, f.path.text, f.bytes, f.len, &err) == -1)
		msg_die_diag(RC_DATA, f.path.text, &err);
	shelf_release(&f);
}

/* Whatever the user adds is read together with the built-in files: theirs are
 * the words that its rules may name. */
const struct lexicon *
lexicons_read(const struct settings *set)
{
	struct lexicon *lex;
	struct shelf_names names;
	size_t i;

	if (set->nlexicons == 0 && !shelf_has_own("lexicon"))
		return &lexicon_built_in;
	lex = lexicon_new();
	shelf_names(&names, "lexicon");
	for (i = 0; i < names.count; i++)
		add_lexicon(lex, names.names[i]);
	shelf_names_free(&names);
	for (i = 0; i < set->nlexicons; i++)
		add_lexicon(lex, set->lexicons[i]);
	return lex;
}

struct attrib *
lexicons_reader(const struct lexicon *lex)
{
	const char *file;
	struct diag err;
	struct attrib *a = attrib_new(lex, &err, &file);

	if (a == NULL)
		msg_die_diag(RC_DATA, file, &err);
	return a;
}

struct senses
lexicons_senses(void)
{
	const struct data_file *file = data_find("senses/english.txt");

	return senses_of(file->bytes, file->len);
}
