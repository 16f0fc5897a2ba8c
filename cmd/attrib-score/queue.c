/* Statements that are read together. */
#include "model.h"
#include "score.h"

#include "base/str.h"
#include "base/utf8.h"
#include "cli/helpline.h"

#include <string.h>

/* Mostly it is empty. */
static bool
is_utf8(const char *name)
{
	return *name == '\0' || utf8_valid(name, strlen(name));
}

/* Hands on what was found. */
static void
put_result(struct run *run, const struct queued *item, struct attribution *a)
{
	struct statement s = {
	    .respondent = run->queue.names.text + item->respondent,
	    .time = run->queue.names.text + item->time,
	    .line = item->line,
	    .text = a->text,
	    .len = a->len};
	bool good = is_utf8(s.respondent) && is_utf8(s.time);

	for (int i = 0; i < CARRIED; i++) {
		s.carried[i] = run->queue.names.text + item->carried[i];
		good = good && is_utf8(s.carried[i]);
	}
	if (!good)
		a->flags |= ATTRIB_BAD_UTF8;
	if ((a->flags & ATTRIB_CRISIS) != 0 && !run->help_offered) {
		helpline_offer();
		run->help_offered = true;
	}
	run->writing = results_put(&run->results, &s, a);
}

void
queue_flush(void *arg)
{
	struct run *run = arg;
	struct queue *q = &run->queue;
	struct attribution a;
	size_t i;

	for (i = 0; i < q->count && run->writing; i++) {
		attrib_next(run->attrib, run->how, &a);
		put_result(run, &q->items[i], &a);
	}
	q->count = q->bytes = 0;
}

/* Puts down a name; the first is empty, as most are. */
static size_t
put_name(struct queue *q, const char *name)
{
	size_t at = q->names.len;

	if (*name == '\0')
		return 0;
	str_add(&q->names, name, strlen(name) + 1);
	return at;
}

void
queue_put(struct run *run, const struct statement *s)
{
	struct queue *q = &run->queue;
	struct queued *item = &q->items[q->count];

	if (q->count == 0) {
		str_clear(&q->names);
		str_addc(&q->names, '\0');
	}
	if (run->model != NULL)
		model_read(run->model, run->attrib, run->lex, s->text, s->len);
	attrib_give(run->attrib, s->text, s->len);
	item->respondent = put_name(q, s->respondent);
	item->time = put_name(q, s->time);
	item->line = s->line;
	for (int i = 0; i < CARRIED; i++)
		item->carried[i] = put_name(q, s->carried[i]);
	q->count++;
	q->bytes += s->len;
	/* A model knows of one statement at a time. */
	if (run->model != NULL || q->count == QUEUE_MAX ||
	    q->bytes >= QUEUE_BYTES)
		queue_flush(run);
}

void
queue_release(struct queue *q)
{
	str_release(&q->names);
}
