#include "quiz/lint.h"

#include "base/str.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void __attribute__((format(printf, 2, 3)))
fault(struct lint *l, const char *fmt, ...)
{
	char text[DIAG_TEXT_MAX];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	l->tell(l->context, text);
	l->faults++;
}

static void
lint_head(struct lint *l, const struct instrument *in)
{
	if (in->title[0] == '\0')
		fault(l, "there is no title");
	if (in->licence[0] == '\0')
		fault(l, "there is no licence");
	if (in->citation[0] == '\0')
		fault(l, "there is no citation");
	if (in->key_only && in->rights[0] == '\0')
		fault(l,
		    "the texts are not there, and no field 'rights' says "
		    "whose they are");
}

static void
lint_concepts(struct lint *l, const struct scale *scale)
{
	const char *rest = scale->concept, *id;
	size_t len;

	while (str_split(&rest, ';', &id, &len))
		if (!l->is_concept(l->context, id, len))
			fault(l, "scale '%s': no concept '%.*s'", scale->id,
			    (int)len, id);
}

static bool
possible(const struct scale *scale, double x)
{
	return x >= scale->min && x <= scale->max;
}

/* Whether some score does. */
static bool
meets(const struct scale *scale, enum compare op, double x)
{
	if (op == CMP_EQ)
		return possible(scale, x);
	return compare_holds(op, scale->min, x) ||
	    compare_holds(op, scale->max, x);
}

static void
lint_numbers(struct lint *l, const struct scale *scale)
{
	for (size_t i = 1; i < scale->bands.count; i++)
		if (!possible(scale, scale->bands.list[i].from))
			fault(l,
			    "scale '%s': a band begins at %g, out of "
			    "%g..%g",
			    scale->id, scale->bands.list[i].from, scale->min,
			    scale->max);
	for (size_t i = 0; i < scale->nnorms; i++) {
		const struct norm *n = &scale->norms[i];

		if (!possible(scale, n->mean) ||
		    n->sd > scale->max - scale->min)
			fault(l,
			    "scale '%s': a norm has mean %g and sd %g, "
			    "out of %g..%g",
			    scale->id, n->mean, n->sd, scale->min, scale->max);
	}
	for (size_t i = 0; i < scale->ncounts; i++)
		if (!possible(scale, scale->counts[i].score))
			fault(l,
			    "scale '%s': score %g is counted, out of "
			    "%g..%g",
			    scale->id, scale->counts[i].score, scale->min,
			    scale->max);
	if (scale->alert && !meets(scale, scale->alert_op, scale->alert_number))
		fault(l, "scale '%s': the alert at %g is out of %g..%g",
		    scale->id, scale->alert_number, scale->min, scale->max);
	if (scale->advice[0] != '\0' &&
	    !meets(scale, scale->advice_op, scale->advice_number))
		fault(l, "scale '%s': the advice at %g is out of %g..%g",
		    scale->id, scale->advice_number, scale->min, scale->max);
}

/* Whether a scale or a branch looks at the item. */
static bool
counts(const struct instrument *in, size_t item)
{
	for (size_t i = 0; i < in->nscales; i++)
		for (size_t k = 0; k < in->scales[i].nterms; k++)
			if (in->scales[i].terms[k].item == item)
				return true;
	for (size_t i = 0; i < in->nitems; i++)
		for (size_t k = 0; k < in->items[i].ask_if.count; k++)
			if (in->items[i].ask_if.list[k].item == item)
				return true;
	return false;
}

/* Each condition is to be met by some answer to the item that it looks at. */
static void
lint_conditions(struct lint *l, const struct instrument *in, size_t item,
    const struct conditions *all, const char *column)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct condition *c = &all->list[i];
		const struct item *of = &in->items[c->item];
		bool met = false;

		for (int x = of->choices->min; x <= of->choices->max; x++)
			met = met ||
			    (item_allows(of, x) &&
				compare_holds(c->op, x, c->number));
		if (!met)
			fault(l,
			    "item '%s': no answer to '%s' meets its %s at %g",
			    in->items[item].id, of->id, column, c->number);
	}
}

static void
lint_items(struct lint *l, const struct instrument *in)
{
	for (size_t i = 0; i < in->nitems; i++) {
		if (!counts(in, i))
			fault(
			    l, "item '%s' counts in no scale", in->items[i].id);
		lint_conditions(l, in, i, &in->items[i].ask_if, "ask-if");
		lint_conditions(l, in, i, &in->items[i].crisis, "crisis");
	}
	for (size_t i = 0; i < in->nchoices; i++) {
		bool used = false;

		for (size_t k = 0; k < in->nitems && !used; k++)
			used = in->items[k].choices == &in->choices[i];
		if (!used)
			fault(l, "no item has the options '%s'",
			    in->choices[i].name);
	}
}

void
lint_instrument(struct lint *l, const struct instrument *in)
{
	lint_head(l, in);
	lint_items(l, in);
	for (size_t i = 0; i < in->nscales; i++) {
		lint_concepts(l, &in->scales[i]);
		lint_numbers(l, &in->scales[i]);
	}
}
