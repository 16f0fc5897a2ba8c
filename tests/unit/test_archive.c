/* Journals rewritten: compacted, and merged from two machines. */
#include "test.h"

#include "plan/archive.h"
#include "plan/state.h"

/* A record at an hour; parts where there are several. */
struct line {
	const char *event;
	int part, parts, hour;
	enum journal_kind kind;
	const char *id, *note;
};

static void
write_journal(struct str *text, const struct line *lines, size_t n)
{
	str_init(text);
	journal_header(text);
	for (size_t i = 0; i < n; i++) {
		struct journal_record r;

		journal_blank(&r, lines[i].kind);
		r.event = lines[i].event;
		r.part = lines[i].part;
		r.parts = lines[i].parts;
		r.time.us = (int64_t)lines[i].hour * 3600 * 1000000;
		r.id = lines[i].id;
		r.note = lines[i].note == NULL ? "" : lines[i].note;
		journal_format(text, &r);
	}
}

/* "EVENT:ID ..." of what an archive would write. */
static void
list(const struct archive *a, char *said)
{
	struct str out = STR_INIT;
	struct archive again = {0};
	struct diag err;

	archive_write(a, &out);
	assert_int_equal(archive_read(&again, &out, &err), 0);
	*said = '\0';
	for (size_t i = 0; i < again.event_count; i++)
		for (size_t k = 0; k < again.events[i].count; k++) {
			const struct journal_record *r =
			    &again.records[again.events[i].first + k];

			sprintf(said + strlen(said), "%s:%s ", r->event, r->id);
		}
	archive_release(&again);
	str_release(&out);
}

#define ONE(event, hour, kind, id)                                             \
	{                                                                      \
		event, 1, 1, hour, JOURNAL_##kind, id, ""                      \
	}

static const struct line shared[] = {
    {"s", 1, 2, 1, JOURNAL_LADDER, "k", NULL},
    {"s", 2, 2, 1, JOURNAL_STEP, "k.1", NULL},
};

static void
merge(const struct line *a, size_t na, const struct line *b, size_t nb,
    char *said, size_t *fresh)
{
	struct str ours, theirs;
	struct archive x = {0}, y = {0};
	struct diag err;

	write_journal(&ours, a, na);
	write_journal(&theirs, b, nb);
	assert_int_equal(archive_read(&x, &ours, &err), 0);
	assert_int_equal(archive_read(&y, &theirs, &err), 0);
	*fresh = archive_merge(&x, &y);
	list(&x, said);
	archive_release(&x);
	archive_release(&y);
	str_release(&theirs);
	str_release(&ours);
}

static void
merges_by_time_and_never_twice(void **state)
{
	const struct line a[] = {shared[0], shared[1],
	    ONE("a1", 3, DONE, "k.1"), ONE("a2", 5, DONE, "k.1")};
	const struct line b[] = {shared[0], shared[1],
	    ONE("b1", 2, DONE, "k.1"), ONE("b2", 4, DONE, "k.1"),
	    ONE("a2", 5, DONE, "k.1")};
	static const char expected[] = "s:k s:k.1 b1:k.1 a1:k.1 b2:k.1 a2:k.1 ";
	char said[256];
	size_t fresh;

	(void)state;
	merge(a, LENGTH(a), b, LENGTH(b), said, &fresh);
	assert_string_equal(said, expected);
	assert_int_equal(fresh, 2);
	merge(b, LENGTH(b), a, LENGTH(a), said, &fresh);
	assert_string_equal(said, expected);
	assert_int_equal(fresh, 1);
	merge(a, LENGTH(a), a, LENGTH(a), said, &fresh);
	assert_int_equal(fresh, 0);
	merge(a, 0, b, LENGTH(b), said, &fresh);
	assert_int_equal(fresh, 4);
}

/* A clock that was set back does not put a try before its step. */
static void
keeps_each_machines_own_order(void **state)
{
	const struct line a[] = {shared[0], shared[1]};
	const struct line b[] = {shared[0], shared[1],
	    ONE("b1", 9, STEP, "k.2"), ONE("b2", 0, DONE, "k.2")};
	char said[256];
	size_t fresh;

	(void)state;
	merge(a, LENGTH(a), b, LENGTH(b), said, &fresh);
	assert_string_equal(said, "s:k s:k.1 b1:k.2 b2:k.2 ");
}

static void
gives_a_free_id_where_two_things_share_one(void **state)
{
	const struct line a[] = {shared[0], shared[1],
	    ONE("a1", 3, STEP, "k.2"), {"a2", 1, 2, 3, JOURNAL_LADDER, "m", ""},
	    {"a2", 2, 2, 3, JOURNAL_STEP, "m.1", ""}};
	const struct line b[] = {shared[0], shared[1],
	    ONE("b1", 4, STEP, "k.2"), {"b2", 1, 2, 4, JOURNAL_LADDER, "m", ""},
	    {"b2", 2, 2, 4, JOURNAL_STEP, "m.1", ""}, ONE("b3", 5, DONE, "k.2"),
	    ONE("b4", 5, DONE, "m.1"), ONE("b5", 6, PAUSE, "m"),
	    ONE("b6", 6, DONE, "k.1")};
	static const char expected[] =
	    "s:k s:k.1 a1:k.2 a2:m a2:m.1 b1:k.3 b2:mx2 b2:mx2.1 b3:k.3 "
	    "b4:mx2.1 b5:mx2 b6:k.1 ";
	char said[512];
	size_t fresh;

	(void)state;
	merge(a, LENGTH(a), b, LENGTH(b), said, &fresh);
	assert_string_equal(said, expected);
}

/* As where a step was taken back and the next one got its number: what was
 * done belongs to the one that stayed. */
static void
keeps_together_what_one_id_stood_for_in_turn(void **state)
{
	const struct line a[] = {
	    shared[0], shared[1], ONE("a1", 3, STEP, "k.2")};
	const struct line b[] = {shared[0], shared[1],
	    ONE("b1", 4, STEP, "k.2"), {"b2", 1, 1, 5, JOURNAL_UNDO, "", "b1"},
	    ONE("b3", 6, STEP, "k.2"), ONE("b4", 7, DONE, "k.2")};
	char said[256];
	size_t fresh;

	(void)state;
	merge(a, LENGTH(a), b, LENGTH(b), said, &fresh);
	assert_string_equal(said, "s:k s:k.1 a1:k.2 b1:k.3 b2: b3:k.3 b4:k.3 ");
	merge(a, 2, b, LENGTH(b), said, &fresh);
	assert_string_equal(said, "s:k s:k.1 b1:k.2 b2: b3:k.2 b4:k.2 ");
	/* b1 was there already, under another name */
	merge(a, LENGTH(a), b, 3, said, &fresh);
	assert_string_equal(said, "s:k s:k.1 a1:k.2 b1:k.3 ");
}

/* What came in under another name is still known when the other machine's
 * journal comes again, longer. */
static void
remembers_what_it_renamed(void **state)
{
	const struct line merged[] = {shared[0], shared[1],
	    ONE("a1", 3, STEP, "k.2"), ONE("b1", 4, STEP, "k.3")};
	const struct line b[] = {shared[0], shared[1],
	    ONE("b1", 4, STEP, "k.2"), ONE("b2", 5, DONE, "k.2")};
	char said[256];
	size_t fresh;

	(void)state;
	merge(merged, LENGTH(merged), b, LENGTH(b), said, &fresh);
	assert_string_equal(said, "s:k s:k.1 a1:k.2 b1:k.3 b2:k.3 ");
	assert_int_equal(fresh, 1);
}

static void
compacts_what_was_undone_or_never_finished(void **state)
{
	const struct line lines[] = {shared[0], shared[1],
	    ONE("d1", 2, DONE, "k.1"),
	    {"half", 1, 2, 3, JOURNAL_LADDER, "z", NULL},
	    {"u", 1, 1, 4, JOURNAL_UNDO, "", "d1"}, ONE("d2", 5, DONE, "k.1")};
	struct archive a = {0};
	struct str text;
	struct diag err;
	char said[256];

	(void)state;
	write_journal(&text, lines, LENGTH(lines));
	str_adds(&text, "1,torn");
	assert_int_equal(archive_read(&a, &text, &err), 1);
	assert_int_equal(a.event_count, 4);
	archive_drop_undone(&a);
	list(&a, said);
	assert_string_equal(said, "s:k s:k.1 d2:k.1 ");
	archive_release(&a);
	str_release(&text);
}

static void
refuses_to_rewrite_what_is_damaged(void **state)
{
	struct archive a = {0};
	struct str text;
	struct diag err;

	(void)state;
	write_journal(&text, shared, LENGTH(shared));
	str_adds(&text, "1,broken\n");
	assert_int_equal(archive_read(&a, &text, &err), -1);
	assert_int_equal(err.line, 4);
	archive_release(&a);
	str_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(merges_by_time_and_never_twice),
	    cmocka_unit_test(keeps_each_machines_own_order),
	    cmocka_unit_test(gives_a_free_id_where_two_things_share_one),
	    cmocka_unit_test(keeps_together_what_one_id_stood_for_in_turn),
	    cmocka_unit_test(remembers_what_it_renamed),
	    cmocka_unit_test(compacts_what_was_undone_or_never_finished),
	    cmocka_unit_test(refuses_to_rewrite_what_is_damaged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
