/* An instrument on paper, and as a data dictionary. */
#include "quiz.h"

#include "base/msg.h"
#include "base/str.h"

#include <string.h>

enum { BOXES_MAX = 11 };

/* What stands before and behind the number. */
static const char *const words[][2] = {
    [CMP_EQ] = {"", ""},
    [CMP_NE] = {"not ", ""},
    [CMP_LT] = {"less than ", ""},
    [CMP_LE] = {"", " or less"},
    [CMP_GT] = {"more than ", ""},
    [CMP_GE] = {"", " or more"},
};

/* "1 = Never   2 = Rarely": printed where the options change. */
static void
print_legend(const struct term *t, const struct choices *c)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < c->count; i++)
		str_addf(&text, "%s%d = %s", i == 0 ? "" : ",  ",
		    c->list[i].value, c->list[i].label);
	if (c->count == 0)
		str_addf(&text, "A whole number from %d to %d", c->min, c->max);
	fputs("\n    ", t->fp);
	term_wrap(t, text.text, 4, 4);
	fputc('\n', t->fp);
	str_release(&text);
}

/* After the boxes before it on the line, or on a new one. */
static void
print_box(const struct term *t, int value, int *at)
{
	char box[32];
	int len = snprintf(box, sizeof(box), "  [ ]%d", value);

	if (*at + len > 78) {
		fputs("\n    ", t->fp);
		*at = 4;
	}
	fputs(box, t->fp);
	*at += len;
}

static void
print_boxes(const struct term *t, const struct item *item)
{
	const struct choices *c = item->choices;
	size_t all = (size_t)(c->max - c->min) + 1;
	int at = 4;

	fputs("    ", t->fp);
	if (c->listed_only || c->count > BOXES_MAX || c->count == all)
		for (size_t i = 0; i < c->count; i++)
			print_box(t, c->list[i].value, &at);
	else if (all <= BOXES_MAX)
		for (int x = c->min; x <= c->max; x++)
			print_box(t, x, &at);
	else
		fputs("  ________", t->fp);
	fputc('\n', t->fp);
}

/* "only if question 3 is 2 or more" */
static void
print_conditions(const struct term *t, const struct conditions *c)
{
	for (size_t i = 0; i < c->count; i++)
		fprintf(t->fp, "      %s question %zu is %s%g%s\n",
		    i == 0 ? "only if" : "and", c->list[i].item + 1,
		    words[c->list[i].op][0], c->list[i].number,
		    words[c->list[i].op][1]);
}

static void
print_item(const struct term *t, const struct instrument *in, size_t i)
{
	const struct item *item = &in->items[i];
	int at;

	if (i == 0 || item->choices != in->items[i - 1].choices)
		print_legend(t, item->choices);
	at = fprintf(t->fp, "%3zu.  ", i + 1);
	term_wrap(t, item->text, at, at);
	print_conditions(t, &item->ask_if);
	print_boxes(t, item);
}

int
paper_print(const struct term *t, const struct instrument *in)
{
	if (in->key_only) {
		msg_warn("%s: its text is not ours to show (%s)", in->id,
		    in->rights);
		return RC_NO;
	}
	term_wrap(t, in->title, 0, 0);
	fputs("\nName or number: ____________________   "
	      "Date: ____________________\n\n",
	    t->fp);
	if (strcmp(in->status, "unvalidated") == 0)
		term_wrap(t, "This form is not validated.\n", 0, 0);
	if (in->instructions[0] != '\0')
		term_wrap(t, in->instructions, 0, 0);
	if (in->stem[0] != '\0') {
		fputc('\n', t->fp);
		term_wrap(t, in->stem, 0, 0);
	}
	for (size_t i = 0; i < in->nitems; i++)
		print_item(t, in, i);
	fprintf(t->fp, "\n%s", in->id);
	if (in->version[0] != '\0')
		fprintf(t->fp, ", version %s", in->version);
	fputc('\n', t->fp);
	term_wrap(t, in->citation, 0, 0);
	term_wrap(t, in->licence, 0, 0);
	return RC_OK;
}

/* The scales of an item as the instrument file writes them. */
static void
add_scales(struct str *out, const struct instrument *in, size_t item)
{
	for (size_t i = 0; i < in->nscales; i++) {
		const struct scale *s = &in->scales[i];

		for (size_t k = 0; k < s->nterms; k++) {
			const struct keyed *t = &s->terms[k];

			if (t->item != item)
				continue;
			if (out->len > 0)
				str_addc(out, ';');
			if (t->reversed != (in->items[item].key < 0))
				str_addc(out, '-');
			if (t->weight != s->weight_den)
				str_addf(out, "%g*",
				    (double)t->weight / s->weight_den);
			str_adds(out, s->id);
		}
	}
}

static void
add_options(struct str *out, const struct choices *c)
{
	for (size_t i = 0; i < c->count; i++)
		str_addf(out, "%s%d=%s", i == 0 ? "" : "; ", c->list[i].value,
		    c->list[i].label);
}

void
codebook_header(struct csvout *out)
{
	static const char *const columns[] = {"instrument", "item", "text",
	    "key", "scale", "min", "max", "options", NULL};

	csvout_header(out, columns);
}

void
codebook_write(struct csvout *out, const struct instrument *in)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < in->nitems; i++) {
		const struct item *item = &in->items[i];

		csvout_str(out, in->id);
		csvout_str(out, item->id);
		csvout_str(out, item->text);
		csvout_long(out, item->key);
		str_clear(&text);
		add_scales(&text, in, i);
		csvout_str(out, text.text);
		csvout_long(out, item->choices->min);
		csvout_long(out, item->choices->max);
		str_clear(&text);
		add_options(&text, item->choices);
		csvout_str(out, text.text);
		csvout_end(out);
	}
	str_release(&text);
}
