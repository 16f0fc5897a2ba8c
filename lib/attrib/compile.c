/*
 * compile - writes the lexicon of the files that are its arguments, in their
 * order, as C tables.  Run when the program is built; it reads and makes ready
 * with the same code as the program does a user's own.
 */
#include "attrib/lexicon.h"
#include "attrib/phrases.h"
#include "base/file.h"
#include "base/msg.h"
#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { FILE_MAX = 16 * 1024 * 1024 };

/* Adds a file under the name that shelf_open() gives a built-in one. */
static void
add_file(struct lexicon *lex, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str text = STR_INIT, name = STR_INIT;
	struct diag why;

	str_addf(
	    &name, "built-in lexicon/%s", slash == NULL ? path : slash + 1);
	if (file_read(path, FILE_MAX, &text) != 0)
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
	if (lexicon_add(lex, name.text, text.text, text.len, &why) != 0)
		msg_die_diag(RC_DATA, path, &why);
	str_release(&name);
	str_release(&text);
}

static void
begin(const char *type, const char *name)
{
	printf("static const %s %s[] = {", type, name);
}

/* No array of C is empty. */
static void
end(size_t count)
{
	printf("%s\n};\n\n", count == 0 ? "{0}" : "");
}

static void
write_bytes(const char *name, const char *bytes, size_t len)
{
	begin("char", name);
	for (size_t i = 0; i < len; i++)
		printf("%s%d,", i % 20 == 0 ? "\n" : "", bytes[i]);
	printf("0\n};\n\n");
}

static void
write_numbers(const char *name, const uint32_t *x, size_t count)
{
	begin("uint32_t", name);
	for (size_t i = 0; i < count; i++)
		printf("%s%u,", i % 12 == 0 ? "\n" : "", x[i]);
	printf("0\n};\n\n");
}

static void
write_masks(const char *name, const uint64_t *x, size_t count)
{
	begin("uint64_t", name);
	for (size_t i = 0; i < count; i++)
		printf("\n0x%llx,", (unsigned long long)x[i]);
	printf("0\n};\n\n");
}

/* %a is exact. */
static void
write_lexicon(const struct lexicon *lex)
{
	const struct lexicon_context *c = &lex->context;

	begin("struct lexicon_rule", "rules");
	for (size_t i = 0; i < lex->nrules; i++) {
		const struct lexicon_rule *r = &lex->rules[i];

		printf("\n{%u,%u,%u,%u,%u,(enum dimension)%d,%u,%a,%a},",
		    r->pattern, r->file, r->line, r->raises, r->nraises,
		    (int)r->dimension, r->scope, r->value, r->weight);
	}
	end(lex->nrules);
	begin("struct lexicon_raise", "raises");
	for (size_t i = 0; i < lex->nraises; i++)
		printf("\n{%u,%af},", lex->raises[i].concept,
		    (double)lex->raises[i].part);
	end(lex->nraises);
	begin("struct lexicon_concept", "concepts");
	for (size_t i = 0; i < lex->nconcepts; i++)
		printf("\n{%u,%u,%u,%d,%d,%a},", lex->concepts[i].id,
		    lex->concepts[i].file, lex->concepts[i].line,
		    lex->concepts[i].bias, lex->concepts[i].rival,
		    lex->concepts[i].prior);
	end(lex->nconcepts);
	write_bytes("texts", lex->texts, lex->ntexts);
	printf("const struct lexicon lexicon_built_in = {rules, %zu, raises, "
	       "%zu, concepts, %zu, texts, %zu, {%a, %a, %a, %a, %a}, "
	       "&phrases, NULL};\n",
	    lex->nrules, lex->nraises, lex->nconcepts, lex->ntexts, c->hedge,
	    c->boost, c->question, c->condition, c->before_contrast);
}

/* The words or stems, as NAME_texts, NAME_items, NAME_slots, NAME_entries. */
static void
write_index(const char *name, const struct vocab_index *x)
{
	struct str s = STR_INIT;
	size_t i, k;

	str_addf(&s, "%s_texts", name);
	write_bytes(s.text, x->names.texts.text, x->names.texts.len);
	str_clear(&s);
	str_addf(&s, "%s_slots", name);
	write_numbers(s.text, x->names.slots, x->names.nslots);
	str_clear(&s);
	str_addf(&s, "%s_items", name);
	begin("struct names_item", s.text);
	for (i = 0; i < x->names.count; i++)
		printf("\n{%u,%u},", x->names.items[i].first,
		    x->names.items[i].len);
	end(x->names.count);
	str_clear(&s);
	str_addf(&s, "%s_entries", name);
	begin("struct vocab_entry", s.text);
	for (i = 0; i < x->names.count; i++) {
		printf("\n{%u,%u,{", x->entries[i].set, x->entries[i].nparts);
		for (k = 0; k < VOCAB_PARTS_MAX; k++)
			printf("%u,", x->entries[i].parts[k]);
		printf("}},");
	}
	end(x->names.count);
	str_release(&s);
}

static void
write_sets(const struct vocab *v)
{
	begin("struct vocab_set", "sets");
	for (size_t i = 0; i < v->nsets; i++)
		printf("\n{0x%llx,%u,%u},", (unsigned long long)v->sets[i].mask,
		    v->sets[i].first, v->sets[i].count);
	end(v->nsets);
	write_numbers("symbols", v->symbols, v->nsymbols);
	write_numbers("stem_lengths", v->stem_lengths, VOCAB_BEGINNINGS);
}

static void
write_lists(const char *name, const struct phrase_list *lists, size_t count)
{
	begin("struct phrase_list", name);
	for (size_t i = 0; i < count; i++)
		printf("\n{%u,%u,%u,%u,%u},", lists[i].sure, lists[i].nsure,
		    lists[i].nall, lists[i].try, lists[i].ntries);
	end(count);
}

static void
write_lone_lists(const char *name, const struct lone_list *lists, size_t count)
{
	begin("struct lone_list", name);
	for (size_t i = 0; i < count; i++)
		printf("\n{%u,{%u,%u}},", lists[i].first,
		    lists[i].count[PHRASES_FIRST],
		    lists[i].count[PHRASES_SCALES]);
	end(count);
}

static void
write_lones(const struct phrases *p)
{
	write_lone_lists("lones", p->lones, p->vocab.nsets);
	write_lone_lists("pair_lones", p->pair_lones, p->nlists);
	printf("_Alignas(64) ");
	write_masks("masks", p->masks, PHRASE_MASKS * p->vocab.nsets);
	begin("struct phrase_mark", "marks");
	for (size_t i = 0; i < p->vocab.nsets; i++)
		printf("\n{{0x%llx,0x%llx},0x%x},",
		    (unsigned long long)p->marks[i].left[PHRASES_FIRST],
		    (unsigned long long)p->marks[i].left[PHRASES_SCALES],
		    p->marks[i].mark);
	end(p->vocab.nsets);
	write_numbers("lone_rules", p->lone_rules, p->nlone_rules);
}

static void
write_probe(const struct phrase_probe *p)
{
	printf("{{%d,%d,%d,%d},%u,%u,%u},", p->at[0], p->at[1], p->at[2],
	    p->at[3], p->rest, p->mask, p->bit);
}

static void
write_tables(const struct phrases *p)
{
	size_t i;

	begin("struct phrase", "items");
	for (i = 0; i < p->count; i++) {
		const struct phrase *x = &p->items[i];

		printf("\n{%u,%u,%u,%u,%u,%u,%u,%d,%d,%d},", x->rule, x->first,
		    x->thing, x->count, x->anchor, x->pair, x->dimension,
		    x->at_start, x->at_end, x->gapped);
	}
	end(p->count);
	begin("struct place", "places");
	for (i = 0; i < p->nplaces; i++)
		printf("\n{%u,%u},", p->places[i].symbol, p->places[i].gap);
	end(p->nplaces);
	write_masks("ranks", p->ranks, p->nranks);
	begin("struct phrase_try", "tries");
	for (i = 0; i < p->ntries; i++) {
		printf("\n{0x%llx,{", (unsigned long long)p->tries[i].rank);
		for (int k = 0; k < PROBES; k++)
			write_probe(&p->tries[i].probes[k]);
		printf("}},");
	}
	end(p->ntries);
	begin("struct phrase_bucket", "buckets");
	for (i = 0; i < p->nbuckets; i++) {
		const struct phrase_bucket *b = &p->buckets[i];

		printf("\n{{%u,%u,%u,%u},{%u,%u,%u,%u}},", b->keys[0],
		    b->keys[1], b->keys[2], b->keys[3], b->lists[0],
		    b->lists[1], b->lists[2], b->lists[3]);
	}
	end(p->nbuckets);
	write_masks("hints", p->hints, p->nbuckets / 8);
}

static void
write_index_ends(const char *name, const struct vocab_index *x)
{
	printf("\t\t.%s = {{{(char *)%s_texts, %zu, 0}, (struct names_item "
	       "*)%s_items, %zu, 0, (uint32_t *)%s_slots, %zu}, (struct "
	       "vocab_entry *)%s_entries},\n",
	    name, name, x->names.texts.len, name, x->names.count, name,
	    x->names.nslots, name);
}

static void
write_phrases(const struct phrases *p)
{
	const struct vocab *v = &p->vocab;

	write_index("words", &v->words);
	write_index("stems", &v->stems);
	write_sets(v);
	write_tables(p);
	write_lones(p);
	write_lists("set_first", p->by_set[PHRASES_FIRST], v->nsets);
	write_lists("set_scales", p->by_set[PHRASES_SCALES], v->nsets);
	write_lists("pair_first", p->by_pair[PHRASES_FIRST], p->nlists);
	write_lists("pair_scales", p->by_pair[PHRASES_SCALES], p->nlists);
	printf("static const struct phrases phrases = {\n\t.vocab = {\n");
	write_index_ends("words", &v->words);
	write_index_ends("stems", &v->stems);
	printf("\t\t.sets = sets, .nsets = %zu,\n"
	       "\t\t.symbols = symbols, .nsymbols = %zu,\n"
	       "\t\t.stem_lengths = stem_lengths},\n"
	       "\t.items = items, .count = %zu,\n"
	       "\t.places = places, .nplaces = %zu,\n"
	       "\t.barrier = %u, .joint = %u,\n"
	       "\t.ranks = ranks, .nranks = %zu,\n"
	       "\t.tries = tries, .ntries = %zu, .reach = %u,\n"
	       "\t.marks = marks, .masks = masks,\n"
	       "\t.lones = lones, .pair_lones = pair_lones, "
	       ".lone_rules = lone_rules, .nlone_rules = %zu,\n"
	       "\t.by_set = {set_first, set_scales},\n"
	       "\t.by_pair = {pair_first, pair_scales},\n"
	       "\t.nlists = %zu,\n"
	       "\t.buckets = buckets, .nbuckets = %zu, .pair_shift = %u,\n"
	       "\t.hints = hints,\n"
	       "\t.built_in = true};\n\n",
	    v->nsets, v->nsymbols, p->count, p->nplaces, p->barrier, p->joint,
	    p->nranks, p->ntries, p->reach, p->nlone_rules, p->nlists,
	    p->nbuckets, p->pair_shift);
}

int
main(int argc, char *argv[])
{
	struct lexicon *lex = lexicon_new();
	const struct phrases *phrases;
	const char *file;
	struct diag why;

	msg_init("compile-lexicon");
	for (int i = 1; i < argc; i++)
		add_file(lex, argv[i]);
	phrases = phrases_new(lex, &why, &file);
	if (phrases == NULL)
		msg_die_diag(RC_DATA, file, &why);
	puts("#include \"attrib/lexicon.h\"\n#include \"attrib/phrases.h\"\n");
	write_phrases(phrases);
	write_lexicon(lex);
	phrases_free(phrases);
	lexicon_free(lex);
	return msg_finish(RC_OK);
}
