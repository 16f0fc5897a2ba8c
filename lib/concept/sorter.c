#include "concept/sorter.h"

#include "base/mem.h"
#include "base/str.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { RUN_BUFFER = 64 * 1024 };

/* A sorted run in the scratch file, read through a window. */
struct run {
	off_t at, end;   /* of what is not yet in the window */
	char *window;    /* RUN_BUFFER and a record */
	size_t pos, len; /* of the window */
	size_t record;   /* bytes of the current record, at pos */
};

/* A record of the arena.  Most records differ in their first bytes: with these
 * at hand, sorting seldom has to go and look for the rest. */
struct item {
	uint64_t head; /* the first bytes, the first one highest; 0 behind */
	size_t at;
};

struct sorter {
	sorter_scratch *scratch;
	FILE *file;
	struct str arena; /* records: two bytes of length, then the bytes */
	struct item *order;
	size_t count, cap, memory;
	struct run *runs;
	size_t nruns, runs_cap;
	size_t *heap; /* of runs, the least first */
	size_t nheap;
	size_t given; /* records of the arena that were handed out */
	bool started;
	int error;
};

struct sorter *
sorter_new(sorter_scratch *scratch)
{
	struct sorter *s = mem_zalloc(1, sizeof *s);

	s->scratch = scratch;
	s->memory = SORTER_MEMORY;
	str_init(&s->arena);
	return s;
}

void
sorter_free(struct sorter *s)
{
	if (s == NULL)
		return;
	for (size_t i = 0; i < s->nruns; i++)
		free(s->runs[i].window);
	if (s->file != NULL)
		fclose(s->file);
	free(s->heap);
	free(s->runs);
	free(s->order);
	str_release(&s->arena);
	free(s);
}

void
sorter_set_memory(struct sorter *s, size_t bytes)
{
	s->memory = bytes;
}

int
sorter_failed(const struct sorter *s)
{
	return s->error;
}

static size_t
length_at(const char *record)
{
	return (size_t)(unsigned char)record[0] |
	    (size_t)(unsigned char)record[1] << 8;
}

/* Of two records, each with its length in front. */
static int
compare(const char *a, const char *b)
{
	size_t alen = length_at(a), blen = length_at(b);
	int order = memcmp(a + 2, b + 2, alen < blen ? alen : blen);

	return order != 0 ? order : (alen > blen) - (alen < blen);
}

static uint64_t
head_of(const unsigned char *bytes, size_t len)
{
	uint64_t head = 0;

	for (size_t i = 0; i < sizeof head; i++)
		head = head << 8 | (i < len ? bytes[i] : 0);
	return head;
}

static int
compare_items(const void *one, const void *other, void *arena)
{
	const struct item *a = one, *b = other;

	if (a->head != b->head)
		return a->head < b->head ? -1 : 1;
	return compare(
	    (const char *)arena + a->at, (const char *)arena + b->at);
}

static void
sort(struct sorter *s)
{
	if (s->count > 0)
		qsort_r(s->order, s->count, sizeof s->order[0], compare_items,
		    s->arena.text);
}

static void
fail(struct sorter *s)
{
	if (s->error == 0)
		s->error = errno != 0 ? errno : EIO;
}

/* Moves what is held to the scratch file, as one more run. */
static void
spill(struct sorter *s)
{
	struct run run = {0};

	errno = 0;
	if (s->file == NULL && (s->file = s->scratch()) == NULL) {
		fail(s);
		return;
	}
	sort(s);
	run.at = ftello(s->file);
	for (size_t i = 0; i < s->count; i++) {
		const char *record = s->arena.text + s->order[i].at;

		if (fwrite(record, 1, length_at(record) + 2, s->file) == 0)
			fail(s);
	}
	run.end = ftello(s->file);
	s->runs =
	    mem_grow(s->runs, &s->runs_cap, s->nruns + 1, sizeof s->runs[0]);
	s->runs[s->nruns++] = run;
	s->count = 0;
	str_clear(&s->arena);
}

void
sorter_add(struct sorter *s, const void *bytes, size_t len)
{
	assert(len <= SORTER_RECORD_MAX && !s->started);
	if (s->scratch != NULL && s->error == 0 && s->count > 0 &&
	    s->arena.len + len + s->count * sizeof s->order[0] > s->memory)
		spill(s);
	s->order =
	    mem_grow(s->order, &s->cap, s->count + 1, sizeof s->order[0]);
	s->order[s->count++] = (struct item){head_of(bytes, len), s->arena.len};
	str_addc(&s->arena, (char)(len & 0xff));
	str_addc(&s->arena, (char)(len >> 8));
	str_add(&s->arena, bytes, len);
}

static const char *
current(const struct run *run)
{
	return run->window + run->pos;
}

/* Moves the window so that it begins with the next record; false at the end
 * of the run. */
static bool
advance(struct sorter *s, struct run *run)
{
	size_t size = RUN_BUFFER + SORTER_RECORD_MAX + 2, want, got;

	run->pos += run->record;
	want = run->len - run->pos;
	if (want < 2 || want < length_at(current(run)) + 2) {
		memmove(run->window, current(run), want);
		run->pos = 0;
		run->len = want;
		want = size - run->len;
		if ((off_t)want > run->end - run->at)
			want = (size_t)(run->end - run->at);
		if (fseeko(s->file, run->at, SEEK_SET) != 0)
			fail(s);
		got = fread(run->window + run->len, 1, want, s->file);
		if (got < want)
			fail(s);
		run->at += (off_t)got;
		run->len += got;
	}
	if (run->len - run->pos < 2)
		return false;
	run->record = length_at(current(run)) + 2;
	return run->record <= run->len - run->pos;
}

static bool
before(const struct sorter *s, size_t a, size_t b)
{
	return compare(current(&s->runs[s->heap[a]]),
		   current(&s->runs[s->heap[b]])) < 0;
}

static void
sink(struct sorter *s, size_t at)
{
	size_t least, hold;

	for (;;) {
		least = at;
		for (size_t kid = 2 * at + 1; kid <= 2 * at + 2; kid++)
			if (kid < s->nheap && before(s, kid, least))
				least = kid;
		if (least == at)
			return;
		hold = s->heap[at];
		s->heap[at] = s->heap[least];
		s->heap[least] = hold;
		at = least;
	}
}

static void
start(struct sorter *s)
{
	s->started = true;
	if (s->nruns == 0) {
		sort(s);
		return;
	}
	if (s->count > 0)
		spill(s);
	s->heap = mem_alloc(s->nruns, sizeof s->heap[0]);
	for (size_t i = 0; i < s->nruns; i++) {
		s->runs[i].window =
		    mem_alloc(RUN_BUFFER + SORTER_RECORD_MAX + 2, 1);
		if (advance(s, &s->runs[i]))
			s->heap[s->nheap++] = i;
	}
	for (size_t i = s->nheap; i > 0; i--)
		sink(s, i - 1);
}

const void *
sorter_next(struct sorter *s, size_t *len)
{
	const char *record;

	if (!s->started)
		start(s);
	else if (s->nheap > 0) {
		if (!advance(s, &s->runs[s->heap[0]]))
			s->heap[0] = s->heap[--s->nheap];
		sink(s, 0);
	}
	if (s->error != 0)
		return NULL;
	if (s->nruns > 0) {
		if (s->nheap == 0)
			return NULL;
		record = current(&s->runs[s->heap[0]]);
	} else {
		if (s->given == s->count)
			return NULL;
		record = s->arena.text + s->order[s->given++].at;
	}
	*len = length_at(record);
	return record + 2;
}
