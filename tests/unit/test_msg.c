#include "base/msg.h"

#include "test.h"

#include "base/mem.h"

#include <fcntl.h>

/*
 * Runs body with standard error in a file; returns what it wrote there, valid
 * until the next call, and its exit status.
 */
static const char *
capture(void (*body)(void), int *status)
{
	static char text[4096];
	FILE *fp;
	size_t len;
	int saved = dup(STDERR_FILENO);
	int err = open("err", O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_int_not_equal(dup2(err, STDERR_FILENO), -1);
	close(err);
	*status = test_run(body);
	assert_int_not_equal(dup2(saved, STDERR_FILENO), -1);
	close(saved);
	fp = fopen("err", "rb");
	assert_non_null(fp);
	len = fread(text, 1, sizeof text - 1, fp);
	fclose(fp);
	text[len] = '\0';
	return text;
}

static void
say_all(void)
{
	struct diag d = {17, "not a number: 'x'"};

	msg_init("count-rows");
	msg_note("read %d rows", 3);
	msg_warn("row refused");
	msg_diag("scores.csv", &d);
	d.line = 0;
	msg_diag("scores.csv", &d);
	msg_quiet(true);
	msg_note("not this");
	msg_warn("but this");
}

static void
names_tool_file_and_line_and_is_quiet_only_in_notes(void **state)
{
	int status;

	(void)state;
	assert_string_equal(capture(say_all, &status),
	    "count-rows: read 3 rows\n"
	    "count-rows: row refused\n"
	    "count-rows: scores.csv:17: not a number: 'x'\n"
	    "count-rows: scores.csv: not a number: 'x'\n"
	    "count-rows: but this\n");
	assert_int_equal(status, 0);
}

static void
say_evil(void)
{
	const struct diag d = {1, "field '\033]0;pwned\a'"};

	msg_init("count-rows");
	msg_diag("a\nb.csv", &d);
}

static void
say_to_nobody(void)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	dup2(ends[1], STDERR_FILENO);
	msg_init("count-rows");
	msg_outlive_reader();
	msg_warn("row refused");
	msg_note("read 3 rows");
	exit(msg_finish(RC_NO));
}

static void
goes_on_without_a_reader_where_that_is_wanted(void **state)
{
	int status;

	(void)state;
	assert_string_equal(capture(say_to_nobody, &status), "");
	assert_int_equal(status, RC_NO);
}

static void
escapes_names_and_texts(void **state)
{
	int status;

	(void)state;
	assert_string_equal(capture(say_evil, &status),
	    "count-rows: a\\x0Ab.csv:1: field '\\x1B]0;pwned\\x07'\n");
}

static void
say_much(void)
{
	char text[3000];

	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	msg_init("t");
	msg_warn("%s", text);
}

static void
cuts_no_message(void **state)
{
	int status;

	(void)state;
	assert_int_equal(strlen(capture(say_much, &status)), 2999 + 4);
}

static void
die(void)
{
	msg_init("count-rows");
	assert_non_null(freopen("out", "wb", stdout));
	printf("kept");
	msg_die(RC_DATA, "bad '%s'", "x");
}

static void
dies_with_a_message_and_flushed_output(void **state)
{
	char out[16] = "";
	FILE *fp;
	int status;

	(void)state;
	assert_string_equal(capture(die, &status), "count-rows: bad 'x'\n");
	assert_int_equal(status, RC_DATA);
	fp = fopen("out", "rb");
	assert_non_null(fp);
	assert_non_null(fgets(out, sizeof out, fp));
	fclose(fp);
	assert_string_equal(out, "kept");
}

static void
die_diag(void)
{
	const struct diag d = {2, "ragged"};

	msg_init("count-rows");
	msg_die_diag(RC_USAGE, "f", &d);
}

static void
dies_of_a_fault_with_its_place(void **state)
{
	int status;

	(void)state;
	assert_string_equal(
	    capture(die_diag, &status), "count-rows: f:2: ragged\n");
	assert_int_equal(status, RC_USAGE);
}

static void
ask_too_much(void)
{
	msg_init("count-rows");
	mem_alloc(SIZE_MAX, 2);
}

static void
ends_with_rc_system_when_memory_runs_out(void **state)
{
	int status;

	(void)state;
	assert_string_equal(capture(ask_too_much, &status),
	    "count-rows: out of memory (18446744073709551615 bytes wanted)\n");
	assert_int_equal(status, RC_SYSTEM);
}

static void
finish_well(void)
{
	msg_init("count-rows");
	assert_non_null(freopen("out", "wb", stdout));
	printf("data\n");
	_exit(msg_finish(RC_NO));
}

static void
finish_on_a_full_disk(void)
{
	msg_init("count-rows");
	assert_non_null(freopen("/dev/full", "wb", stdout));
	printf("data\n");
	_exit(msg_finish(RC_OK));
}

/* More than the buffer holds: the error came before the last flush. */
static void
finish_long_after_a_full_disk(void)
{
	msg_init("count-rows");
	assert_non_null(freopen("/dev/full", "wb", stdout));
	for (int i = 0; i < 100000; i++)
		printf("data\n");
	fflush(stdout);
	_exit(msg_finish(RC_OK));
}

static void
finish_closed_with_nothing_said(void)
{
	close(STDOUT_FILENO);
	msg_init("count-rows");
	_exit(msg_finish(RC_OK));
}

static void
finish_closed_with_words_lost(void)
{
	close(STDOUT_FILENO);
	msg_init("count-rows");
	printf("data\n");
	_exit(msg_finish(RC_OK));
}

static void
reports_lost_output_and_nothing_else(void **state)
{
	const char *text;
	int status;

	(void)state;
	assert_string_equal(capture(finish_well, &status), "");
	assert_int_equal(status, RC_NO);
	assert_string_equal(
	    capture(finish_closed_with_nothing_said, &status), "");
	assert_int_equal(status, RC_OK);
	text = capture(finish_on_a_full_disk, &status);
	assert_string_equal(
	    text, "count-rows: standard output: No space left on device\n");
	assert_int_equal(status, RC_SYSTEM);
	text = capture(finish_long_after_a_full_disk, &status);
	assert_non_null(strstr(text, "count-rows: standard output: "));
	assert_int_equal(status, RC_SYSTEM);
	text = capture(finish_closed_with_words_lost, &status);
	assert_string_equal(
	    text, "count-rows: standard output: Bad file descriptor\n");
	assert_int_equal(status, RC_SYSTEM);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		names_tool_file_and_line_and_is_quiet_only_in_notes),
	    cmocka_unit_test(goes_on_without_a_reader_where_that_is_wanted),
	    cmocka_unit_test(escapes_names_and_texts),
	    cmocka_unit_test(cuts_no_message),
	    cmocka_unit_test(dies_with_a_message_and_flushed_output),
	    cmocka_unit_test(dies_of_a_fault_with_its_place),
	    cmocka_unit_test(ends_with_rc_system_when_memory_runs_out),
	    cmocka_unit_test(reports_lost_output_and_nothing_else),
	};

	return cmocka_run_group_tests(
	    tests, test_enter_folder, test_leave_folder);
}
