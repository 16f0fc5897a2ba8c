#include "corpus.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/msg.h"
#include "cli/io.h"
#include "stream/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *
cell_of(void *row, const char *name)
{
	struct table *t = row;

	return table_cell(t, table_find(t, name));
}

/* The same group falls into the same fold in every run. */
static int
fold_of(const char *group)
{
	uint64_t h = hash_add(HASH_INIT, group, strlen(group));

	h = (h ^ h >> 31) * 0x9E3779B97F4A7C15ULL;
	return (int)((h >> 33) % FOLDS);
}

static void
take_hits(struct example *e, const struct attribution *a,
    const struct lexicon_rule *rules)
{
	size_t i;

	e->hits = mem_alloc(a->ncues + 1, sizeof(*e->hits));
	for (i = 0; i < a->ncues; i++) {
		const struct cue *cue = &a->cues[i];
		double loudness = cue->weight / rules[cue->rule].weight;

		if (!isnan(cue->value))
			loudness *= (cue->value - 4) / 3;
		e->hits[e->nhits++] =
		    (struct hit){cue->rule, loudness, cue->start, cue->end};
	}
}

void
corpus_add(struct corpus *c, const struct corpus_source *from,
    struct attrib *reader, const struct lexicon *lex)
{
	struct io_rows rows = {.strict = true};
	struct str path = STR_INIT;
	struct attribution a;
	struct table *t;
	FILE *fp;
	size_t n;

	str_addf(&path, "%s/%s.csv", from->folder, from->name);
	fp = io_open(path.text);
	t = io_table(&rows, fp, path.text, ',');
	if (t == NULL)
		msg_die(RC_DATA, "%s: no table", path.text);
	while (io_next(&rows, t, path.text)) {
		struct example e = {.label = from->label(cell_of, t),
		    .fold = fold_of(cell_of(t, from->group)),
		    .set = from->set};
		const char *text = cell_of(t, "text");

		if (e.label < 0)
			continue;
		attrib_read(reader, text, strlen(text),
		    ATTRIB_ASSUME_CAUSE | ATTRIB_CUES, &a);
		take_hits(&e, &a, lexicon_rules(lex, &n));
		c->items = mem_grow(
		    c->items, &c->cap, c->count + 1, sizeof(*c->items));
		c->items[c->count++] = e;
	}
	table_free(t);
	io_close(fp);
	str_release(&path);
}

void
corpus_free(struct corpus *c)
{
	size_t i;

	for (i = 0; i < c->count; i++)
		free(c->items[i].hits);
	free(c->items);
	*c = (struct corpus){0};
}

bool
example_is_in(const struct example *e, int leave_out, unsigned sets)
{
	return e->weight > 0 && e->fold != leave_out &&
	    (sets >> e->set & 1) != 0;
}
