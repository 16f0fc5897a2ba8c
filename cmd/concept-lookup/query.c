/*
 * Names looked up, and what was found shown.
 */
#include "lookup.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/io.h"
#include "concept/search.h"
#include "concept/typo.h"

#include <stdlib.h>
#include <string.h>

static void
list_show(struct run *run, size_t i)
{
	const char *id = glossary_entry(&run->lib.glossary, i).id;

	if (run->term.tty)
		term_text(&run->term, id, strlen(id));
	else
		fputs(id, run->term.fp);
	fputc(run->set->end, run->term.fp);
}

void
run_show(struct run *run, size_t i)
{
	static void (*const show[])(struct run *, const struct concept *) = {
	    [FORM_TEXT] = text_show,
	    [FORM_CSV] = csv_show,
	    [FORM_JSON] = json_show,
	    [FORM_MDOC] = mdoc_show,
	    [FORM_MAN] = man_show,
	};
	const struct settings *set = run->set;
	struct concept c;

	if ((run->shown[i] && !set->repeat) ||
	    (set->kinds != 0 &&
		(set->kinds &
		    1U << glossary_entry(&run->lib.glossary, i).kind) == 0))
		return;
	run->shown[i] = true;
	if (set->form == FORM_LIST)
		list_show(run, i);
	else {
		library_read(&run->lib, i, &c);
		show[set->form](run, &c);
		concept_release(&c);
	}
	run->count++;
}

/* What is spelled most like a name that was not found, to be said. */
static void
add_near(const struct run *run, const char *name, struct str *hint)
{
	enum { NAMED = 3 };
	const struct glossary *g = &run->lib.glossary;
	struct search near = {.stage = SEARCH_NONE, .mended = STR_INIT};
	struct str key = STR_INIT;
	size_t limit;

	glossary_form_key(g->form, &key, name);
	limit = key.len / 3 > 0 ? key.len / 3 : 1;
	if (limit > TYPO_LIMIT_MAX)
		limit = TYPO_LIMIT_MAX;
	search_typo(&near, g, 0, key.text, key.len, limit);
	for (size_t i = 0; i < near.count && i < NAMED; i++)
		str_addf(hint, "%s'%s'", i == 0 ? "; did you mean " : " or ",
		    glossary_entry(g, near.hits[i].entry).id);
	if (near.count > 0)
		str_addc(hint, '?');
	search_release(&near);
	str_release(&key);
}

/* A concept of that name, whatever its kind; NULL: there is none. */
static const char *
kind_of(const struct run *run, const char *name)
{
	static const struct search_scope any = {SEARCH_ALIAS, 0};
	const struct glossary *g = &run->lib.glossary;
	const char *kind = NULL;
	struct search s;

	search_run(&s, g, &any, name);
	if (s.count > 0)
		kind =
		    concept_kind_words[glossary_entry(g, s.hits[0].entry).kind];
	search_release(&s);
	return kind;
}

/* Appends what is to be said of a name that was not found. */
static void
add_miss(const struct run *run, const char *name, struct str *text)
{
	struct str hint = STR_INIT;

	add_near(run, name, &hint);
	str_addf(text, "no concept '%s'%s", name,
	    hint.len > 0 ? hint.text : " (concept-lookup --list names all)");
	str_release(&hint);
}

static void
miss(struct run *run, const char *name)
{
	const char *kind = kind_of(run, name);
	struct str text = STR_INIT;

	run->missed = true;
	if (kind != NULL)
		str_addf(&text, "'%s' is of kind %s", name, kind);
	else
		add_miss(run, name, &text);
	msg_warn("%s", text.text);
	str_release(&text);
}

/* Says how hits that no name led to were found, and what was guessed. */
static void
tell_stage(const struct search *s, const char *name, size_t shown)
{
	static const char *const by[] = {[SEARCH_ID] = "names",
	    [SEARCH_TITLE] = "names",
	    [SEARCH_ALIAS] = "names",
	    [SEARCH_PREFIX] = "begins a name of",
	    [SEARCH_TYPO] = "is spelled nearly like",
	    [SEARCH_TEXT] = "stands in the text of"};
	const char *how = by[s->stage];
	struct str note = STR_INIT;

	str_addf(&note, "'%s'", name);
	if (s->mended.len > 0)
		str_addf(&note, ", read as '%s',", s->mended.text);
	if (s->weak && s->stage == SEARCH_TEXT)
		how = "is a little like the text of";
	if (s->count > 1)
		str_addf(&note, " %s %zu concepts", how, s->count);
	else
		str_addf(&note, " %s one concept%s", how,
		    s->weak ? ", perhaps not the one that is meant" : "");
	if (shown < s->count)
		str_addf(&note, "; the first %zu", shown);
	msg_note("%s", note.text);
	str_release(&note);
}

static bool
is_guess(const struct search *s)
{
	return s->stage >= SEARCH_PREFIX || s->mended.len > 0;
}

static void
take_hits(struct run *run, const struct search *s, const char *name)
{
	bool guessed = is_guess(s);
	size_t n = s->count, most = run->set->most;
	void (*show)(struct run *, size_t) = run_show;

	if (run->set->task == TASK_RELATED)
		show = related_show;
	if (run->set->task == TASK_TREE) {
		show = branch_show;
		most = 1;
	}
	if (guessed && n > most)
		n = most;
	if (guessed)
		tell_stage(s, name, n);
	run->stage = s->stage;
	run->query = name;
	run->read_as = s->mended.len > 0 ? s->mended.text : NULL;
	run->brief = run->set->extent == EXTENT_SHORT ||
	    (run->set->extent == EXTENT_AUTO && guessed && (n > 1 || s->weak));
	for (size_t i = 0; i < n; i++)
		show(run, s->hits[i].entry);
}

static struct search
find(const struct run *run, const char *name, bool exactly)
{
	struct search_scope scope = {
	    exactly ? SEARCH_ALIAS : SEARCH_TEXT, run->set->kinds};
	struct search s;

	if (run->set->task == TASK_RELATED)
		scope.kinds = 0; /* it is the neighbours who are chosen */
	search_run(&s, &run->lib.glossary, &scope, name);
	return s;
}

static struct search
guess(const struct run *run, const char *name)
{
	struct search s = find(run, name, false);

	if (is_guess(&s) || s.count == 0)
		offer_help(name);
	return s;
}

void
run_name(struct run *run, const char *name)
{
	struct search s = guess(run, name);

	if (s.count > 0)
		take_hits(run, &s, name);
	else
		miss(run, name);
	search_release(&s);
}

void
run_id(struct run *run, const char *id, const char *path, unsigned long line)
{
	struct search s = find(run, id, true);
	struct str text = STR_INIT;

	if (s.count > 0)
		take_hits(run, &s, id);
	else if (kind_of(run, id) == NULL) {
		run->missed = true;
		add_miss(run, id, &text);
		msg_warn("%s:%lu: %s", io_name(path), line, text.text);
	}
	str_release(&text);
	search_release(&s);
}

bool
run_best(struct run *run, const char *name, size_t *entry)
{
	struct search s = guess(run, name);
	bool found = s.count > 0;

	if (found) {
		*entry = s.hits[0].entry;
		if (is_guess(&s))
			tell_stage(&s, name, 1);
	} else
		miss(run, name);
	search_release(&s);
	return found;
}

static bool
names_one(const struct run *run, const char *name)
{
	struct search s = find(run, name, true);
	bool found = s.count > 0;

	search_release(&s);
	return found;
}

static bool
is_stdin(const char *name)
{
	return strcmp(name, "-") == 0;
}

static void
run_operand(struct run *run, const char *name)
{
	if (is_stdin(name))
		names_lines(run, name);
	else
		run_name(run, name);
}

void
run_operands(struct run *run, char *const names[], int n)
{
	struct str query = STR_INIT;
	bool reads = false;
	int known = 0;

	for (int i = 0; i < n; i++) {
		str_addf(&query, "%s%s", i > 0 ? " " : "", names[i]);
		known += n > 1 && names_one(run, names[i]);
		reads |= is_stdin(names[i]);
	}
	/* Ids do not hold blanks: such operands are names, not words. */
	if (reads ||
	    (n > 1 && (known == n || strchr(query.text, '-') != NULL) &&
		!names_one(run, query.text)))
		for (int i = 0; i < n; i++)
			run_operand(run, names[i]);
	else
		run_name(run, query.text);
	str_release(&query);
}
