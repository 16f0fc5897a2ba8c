/* isolate-quiz show: an instrument for the eye. */
#include "quiz.h"

#include "base/msg.h"
#include "base/str.h"
#include "cli/shelf.h"

#include <stdio.h>
#include <string.h>

static void
put(const struct term *term, const char *name, const char *text)
{
	if (text[0] == '\0')
		return;
	term_style(term, TERM_DIM);
	printf("%-14s", name);
	term_style(term, 0);
	term_wrap(term, text, 14, 14);
}

static void
show_choices(const struct term *term, const struct choices *c)
{
	printf("  answers %d..%d%s%s\n", c->min, c->max,
	    c->name[0] == '\0' ? "" : ", ", c->name);
	for (size_t i = 0; i < c->count; i++) {
		printf("  %6d  ", c->list[i].value);
		term_wrap(term, c->list[i].label, 10, 10);
	}
}

/* As the instrument file writes them. */
static void
show_bands(const struct term *term, const char *what, const struct bands *bands)
{
	struct str text = STR_INIT;

	if (bands->count == 0)
		return;
	for (size_t i = 0; i < bands->count; i++) {
		const struct band *b = &bands->list[i];

		if (i > 0)
			str_addf(&text, " %s %g %s ", b->above ? "<=" : "<",
			    b->from, b->above ? "<" : "<=");
		str_adds(&text, b->label);
	}
	fprintf(term->fp, "    %s: ", what);
	term_wrap(term, text.text, 6, 6 + (int)strlen(what));
	str_release(&text);
}

static void
show_scale(const struct term *term, const struct scale *scale)
{
	static const char *const kinds[] = {"sum", "mean", "cosine", "sine"};
	static const char *const ends[] = {
	    "", ", high is the concern", ", low is the concern"};
	char reliability[32] = "";

	if (scale->reliability == scale->reliability)
		snprintf(reliability, sizeof(reliability), ", reliability %.2g",
		    scale->reliability);
	printf("  %s: %s of %zu, %g..%g%s%s; missing: %s\n", scale->id,
	    kinds[scale->kind], scale->units, scale->min, scale->max,
	    ends[scale->direction], reliability, scale->missing);
	if (scale->title[0] != '\0') {
		fputs("    ", stdout);
		term_wrap(term, scale->title, 4, 4);
	}
	printf("    concept: %s\n",
	    scale->concept[0] == '\0' ? "none" : scale->concept);
	show_bands(term, "bands", &scale->bands);
	show_bands(term, "bands of T", &scale->bands_t);
	if (scale->nnorms > 0)
		printf("    norms: %zu, by sex and age\n", scale->nnorms);
	if (scale->ncounts > 0)
		printf("    percentiles: from a counted distribution\n");
}

static void
show_item(const struct term *term, const struct instrument *in, size_t i)
{
	const struct item *item = &in->items[i];
	int at = printf("%c %-12s ", item->key < 0 ? '-' : ' ', item->id);

	term_wrap(term, in->key_only ? "(text not shown)" : item->text, 15, at);
}

/* Where there is a bank of its name. */
static void
show_short_way(const struct term *term, const struct instrument *in)
{
	struct shelf_names banks = {NULL, 0};
	struct str text = STR_INIT;

	shelf_names(&banks, "banks");
	for (size_t i = 0; i < banks.count; i++)
		if (strcmp(banks.names[i], in->id) == 0)
			str_addf(
			    &text, "isolate-quiz take --adaptive %s", in->id);
	put(term, "the short way", text.text);
	str_release(&text);
	shelf_names_free(&banks);
}

static void
show_head(const struct term *term, const struct instrument *in)
{
	put(term, "instrument", in->id);
	put(term, "title", in->title);
	put(term, "status", in->status);
	put(term, "licence", in->licence);
	put(term, "granted by", in->licence_source);
	put(term, "source", in->source);
	put(term, "citation", in->citation);
	put(term, "rights", in->rights);
	put(term, "norms", in->norms[0] == '\0' ? "no norms" : in->norms);
	put(term, "notes", in->notes);
	show_short_way(term, in);
	put(term, "time frame", in->timeframe);
	put(term, "instructions", in->instructions);
	put(term, "stem", in->stem);
}

static void
show_text(const struct term *term, const struct instrument *in)
{
	show_head(term, in);
	putchar('\n');
	for (size_t i = 0; i < in->nchoices; i++)
		show_choices(term, &in->choices[i]);
	putchar('\n');
	for (size_t i = 0; i < in->nitems; i++)
		show_item(term, in, i);
	putchar('\n');
	for (size_t i = 0; i < in->nscales; i++)
		show_scale(term, &in->scales[i]);
}

static int
show_one(const struct settings *set, const struct term *term,
    struct csvout *out, const struct instrument *in)
{
	library_check_language(set, in);
	if (set->codebook)
		codebook_write(out, in);
	else if (set->paper)
		return paper_print(term, in);
	else
		show_text(term, in);
	return RC_OK;
}

int
show_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct csvout out;
	struct term term;
	bool shown = false;
	int rc = RC_OK;

	if (n == 0)
		opt_die(&tool, "name an instrument");
	term_init(&term, stdout, set->color, set->ascii);
	csvout_init(&out, stdout);
	if (set->codebook)
		codebook_header(&out);
	for (int i = 0; i < n; i++) {
		struct instrument *in = library_open(set, operands[i]);

		if (in != NULL && shown && !set->codebook)
			putchar('\n');
		shown = shown || in != NULL;
		if (in == NULL || show_one(set, &term, &out, in) != RC_OK)
			rc = RC_NO;
		library_free(in);
	}
	csvout_release(&out);
	return rc;
}
