#include "child.h"

#include "base/msg.h"
#include "cli/io.h"

#include <sys/stat.h>

static void
put(const char *path, const char *text)
{
	FILE *fp = fopen(path, "w");

	assert_non_null(fp);
	fputs(text, fp);
	assert_int_equal(fclose(fp), 0);
}

static void
copy_file(void *path)
{
	struct str s = STR_INIT;

	msg_init("tool");
	io_read(path, 10, &s);
	fwrite(s.text, 1, s.len, stdout);
	str_release(&s);
}

static void
reads_a_file_up_to_the_limit(void **state)
{
	char path[] = "f";
	struct child c;

	(void)state;
	put(path, "0123456789");
	child_run(&c, copy_file, path);
	assert_string_equal(c.out, "0123456789");
	assert_int_equal(c.code, RC_OK);
	put(path, "0123456789x");
	child_run(&c, copy_file, path);
	assert_string_equal(c.out, "");
	assert_string_equal(c.err, "tool: f: File too large\n");
	assert_int_equal(c.code, RC_SYSTEM);
}

static void
reads_standard_input(void *text)
{
	char dash[] = "-";

	put("in", text);
	if (freopen("in", "r", stdin) == NULL)
		_exit(99);
	copy_file(dash);
}

static void
dash_is_standard_input(void **state)
{
	char text[] = "hello";
	struct child c;

	(void)state;
	child_run(&c, reads_standard_input, text);
	assert_string_equal(c.out, "hello");
	assert_string_equal(io_name("-"), "standard input");
	assert_string_equal(io_name("./-"), "./-");
}

static void
dies_of_what_cannot_be_opened(void **state)
{
	char none[] = "none", folder[] = "folder";
	struct child c;

	(void)state;
	child_run(&c, copy_file, none);
	assert_string_equal(c.err, "tool: none: No such file or directory\n");
	assert_int_equal(c.code, RC_SYSTEM);
	mkdir(folder, 0700);
	child_run(&c, copy_file, folder);
	assert_string_equal(c.err, "tool: folder: Is a directory\n");
	assert_int_equal(c.code, RC_SYSTEM);
}

/* Prints the first cell of every good row. */
static void
walk(void *path, bool strict)
{
	struct io_rows rows = {.strict = strict};
	struct table *t;
	FILE *fp;

	msg_init("tool");
	fp = io_open(path);
	t = io_table(&rows, fp, path, ',');
	while (t != NULL && io_next(&rows, t, path)) {
		printf("%s\n", table_cell(t, 0));
		if (strcmp(table_cell(t, 0), "odd") == 0) {
			struct diag why;

			diag_set(&why, table_line(t), "odd row");
			io_refuse(&rows, path, &why);
		}
	}
	table_free(t);
	io_close(fp);
	exit(msg_finish((enum rc)io_verdict(&rows)));
}

static void
walk_on(void *path)
{
	walk(path, false);
}

static void
walk_strictly(void *path)
{
	walk(path, true);
}

static void
tells_and_counts_refused_rows(void **state)
{
	char path[] = "f";
	struct child c;

	(void)state;
	put(path, "a,b\n1,2\n3\nodd,5\n6,7\n");
	child_run(&c, walk_on, path);
	assert_string_equal(c.out, "1\nodd\n6\n");
	assert_contains(c.err, "tool: f:3: ");
	assert_contains(c.err, "tool: f:4: odd row\n");
	assert_contains(c.err, "tool: 2 of 4 rows refused\n");
	assert_int_equal(c.code, RC_NO);
}

static void
strict_stops_at_the_first(void **state)
{
	char path[] = "f";
	struct child c;

	(void)state;
	put(path, "a,b\n1,2\n3\nodd,5\n");
	child_run(&c, walk_strictly, path);
	assert_string_equal(c.out, "1\n");
	assert_contains(c.err, "tool: f:3: ");
	assert_null(strstr(c.err, "odd"));
	assert_int_equal(c.code, RC_DATA);
}

static void
a_broken_file_ends_with_3(void **state)
{
	static const char *const broken[] = {
	    "", "a,a\n1,2\n", "a,b\n1,2\n\"x\"y,3\n4,5\n", "a,b\n1,\"2\n"};
	char path[] = "f";
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(broken); i++) {
		put(path, broken[i]);
		child_run(&c, walk_on, path);
		assert_contains(c.err, "tool: f:");
		assert_null(strstr(c.out, "4"));
		assert_int_equal(c.code, RC_DATA);
		child_run(&c, walk_strictly, path);
		assert_int_equal(c.code, RC_DATA);
	}
}

static void
walk_unreadable(void *path)
{
	struct io_rows rows = {0};
	FILE *fp;

	put("sink", "");
	msg_init("tool");
	fp = fopen("sink", "a"); /* open, but not for reading */
	io_table(&rows, fp, path, ',');
}

static void
a_failed_read_of_the_header_ends_with_4(void **state)
{
	char path[] = "sink";
	struct child c;

	(void)state;
	child_run(&c, walk_unreadable, path);
	assert_string_equal(c.err, "tool: sink: Bad file descriptor\n");
	assert_int_equal(c.code, RC_SYSTEM);
}

static void
a_good_file_ends_with_0(void **state)
{
	static const char *const good[] = {"a,b\n", "a,b\n1,2", "a\n"};
	char path[] = "f";
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(good); i++) {
		put(path, good[i]);
		child_run(&c, walk_on, path);
		assert_string_equal(c.err, "");
		assert_int_equal(c.code, RC_OK);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_a_file_up_to_the_limit),
	    cmocka_unit_test(dash_is_standard_input),
	    cmocka_unit_test(dies_of_what_cannot_be_opened),
	    cmocka_unit_test(tells_and_counts_refused_rows),
	    cmocka_unit_test(strict_stops_at_the_first),
	    cmocka_unit_test(a_broken_file_ends_with_3),
	    cmocka_unit_test(a_failed_read_of_the_header_ends_with_4),
	    cmocka_unit_test(a_good_file_ends_with_0),
	};

	return cmocka_run_group_tests(
	    tests, test_enter_folder, test_leave_folder);
}
