/* Journals: whatever stands in a file, reading it ends, what was read is
 * written and read again as the same, and the replay of it holds together. */
#include "base/mem.h"
#include "plan/archive.h"
#include "plan/journal.h"
#include "plan/state.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_again(const struct journal_record *r)
{
	struct str once = STR_INIT, twice = STR_INIT;
	struct journal j;
	struct journal_record again;
	struct diag err;

	journal_header(&once);
	journal_format(&once, r);
	journal_init(&j, source_mem(once.text, once.len), once.len);
	assert(journal_next(&j, &again, &err) == JOURNAL_RECORD);
	journal_header(&twice);
	journal_format(&twice, &again);
	assert(once.len == twice.len);
	assert(memcmp(once.text, twice.text, once.len) == 0);
	str_release(&twice);
	journal_release(&j);
	str_release(&once);
}

static void
read_records(const uint8_t *data, size_t size)
{
	struct journal_record r;
	struct journal j;
	struct diag err;
	int got;

	journal_init(&j, source_mem((const char *)data, size), size);
	while ((got = journal_next(&j, &r, &err)) != JOURNAL_END &&
	    got != JOURNAL_REFUSED)
		if (got == JOURNAL_RECORD)
			check_again(&r);
	journal_release(&j);
}

static void
ignore(void *arg, const struct diag *why, bool damaged)
{
	(void)arg;
	(void)damaged;
	assert(why->line > 0);
}

static void
replay(const uint8_t *data, size_t size)
{
	struct state s;
	struct state_row *rows;
	struct diag err;

	state_init(&s);
	s.full = size % 2 == 0;
	state_load(
	    &s, source_mem((const char *)data, size), ignore, NULL, &err);
	rows = mem_alloc(s.step_count, sizeof *rows);
	for (size_t i = 0; i < s.ladder_count; i++) {
		size_t n = state_rows(&s, i, 20000, rows);
		int up = 0;

		for (size_t k = 0; k < n; k++)
			up += rows[k].word <= STATE_NEXT &&
			    s.steps[rows[k].step].every.kind == EVERY_NONE &&
			    ladder_is_rung(s.steps[rows[k].step].mode);
		assert(up <= 1);
	}
	free(rows);
	state_release(&s);
}

static void
rewrite(const uint8_t *data, size_t size)
{
	struct str text = STR_INIT, other = STR_INIT, out = STR_INIT;
	struct archive a = {0}, b = {0};
	struct diag err;

	str_add(&text, (const char *)data, size);
	str_add(&other, (const char *)data, size);
	if (archive_read(&a, &text, &err) >= 0 &&
	    archive_read(&b, &other, &err) >= 0) {
		assert(archive_merge(&a, &b) == 0);
		archive_drop_undone(&a);
		archive_write(&a, &out);
	}
	archive_release(&a);
	archive_release(&b);
	str_release(&out);
	str_release(&other);
	str_release(&text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	read_records(data, size);
	replay(data, size);
	rewrite(data, size);
	return 0;
}
