#include "model.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/str.h"
#include "data/data.h"

#include <stdlib.h>
#include <string.h>

/* Labels that are concepts raise them, so that goal-plan can go by them. */
static void
find_concepts(struct model *m)
{
	const struct classifier *c = &m->classifier;
	struct str path = STR_INIT;
	const struct data_file *file;

	for (size_t i = 0; i < c->nlabels; i++) {
		str_clear(&path);
		str_addf(&path, "concepts/%s.txt", c->labels[i]);
		file = data_find(path.text);
		m->concepts[i] = file != NULL;
		m->biases[i] =
		    file != NULL && strstr(file->bytes, "\nkind: bias\n");
	}
	str_release(&path);
}

struct model *
model_open(const struct settings *set, const struct lexicon *lex)
{
	struct str text = STR_INIT;
	struct model *m;
	struct diag err;
	size_t n;

	if (set->model == NULL)
		return NULL;
	io_read(set->model, CLASSIFIER_BYTES_MAX, &text);
	m = mem_zalloc(1, sizeof *m);
	m->features.senses = lexicons_senses();
	if (classifier_read(&m->classifier, text.text, text.len, &err) == -1)
		msg_die_diag(RC_DATA, io_name(set->model), &err);
	str_release(&text);
	if (m->classifier.lexicon != features_lexicon(lex))
		msg_note("%s: trained with other rules than those of this "
			 "lexicon; train it again for the best",
		    io_name(set->model));
	n = m->classifier.nlabels;
	m->told = mem_zalloc(n, sizeof *m->told);
	m->probabilities = mem_zalloc(n, sizeof *m->probabilities);
	m->concepts = mem_zalloc(n, sizeof *m->concepts);
	m->biases = mem_zalloc(n, sizeof *m->biases);
	m->order = mem_zalloc(n, sizeof *m->order);
	find_concepts(m);
	return m;
}

void
model_close(struct model *m)
{
	if (m == NULL)
		return;
	classifier_release(&m->classifier);
	features_release(&m->features);
	free(m->told);
	free(m->probabilities);
	free(m->concepts);
	free(m->biases);
	free(m->order);
	free(m);
}

static void
order_labels(struct model *m)
{
	size_t n = m->classifier.nlabels, i, k;

	for (i = 0; i < n; i++) {
		for (k = i; k > 0 &&
		     m->probabilities[m->order[k - 1]] < m->probabilities[i];
		     k--)
			m->order[k] = m->order[k - 1];
		m->order[k] = i;
	}
}

void
model_read(struct model *m, struct attrib *reader, const struct lexicon *lex,
    const char *text, size_t len)
{
	features_read(&m->features, reader, lex, text, len);
	m->judged = m->features.judged;
	if (!m->judged) {
		memset(m->told, 0, m->classifier.nlabels * sizeof *m->told);
		return;
	}
	features_weigh(&m->features, classifier_idf, &m->classifier);
	classifier_apply(
	    &m->classifier, &m->features, m->told, m->probabilities);
	order_labels(m);
}

static int
compare_places(const void *a, const void *b)
{
	const struct model_cue *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

static int
compare_values(const void *a, const void *b)
{
	const struct model_cue *x = a, *y = b;

	if (x->value != y->value)
		return x->value > y->value ? -1 : 1;
	return compare_places(a, b);
}

size_t
model_cues(
    const struct model *m, size_t label, struct model_cue cues[MODEL_CUES])
{
	const struct features *f = &m->features;
	struct model_cue *all = mem_alloc(f->count + 1, sizeof *all);
	size_t i, count, n = 0;

	for (i = 0; i < f->count && f->items[i].kind != FEATURE_SENSE; i++)
		all[i] = (struct model_cue){f->items[i].start, f->items[i].end,
		    f->items[i].value *
			classifier_weight(
			    &m->classifier, f->items[i].bucket, label)};
	count = i;
	qsort(all, count, sizeof *all, compare_places);
	for (i = 0; i < count; i++) {
		if (n > 0 && compare_places(&all[n - 1], &all[i]) == 0)
			all[n - 1].value += all[i].value;
		else
			all[n++] = all[i];
	}
	qsort(all, n, sizeof *all, compare_values);
	for (i = 0; i < n && i < MODEL_CUES && all[i].value > 0; i++)
		cues[i] = all[i];
	free(all);
	return i;
}
