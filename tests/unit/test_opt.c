/*
 * The option table, through command lines given to a process of its own.
 */
#include "child.h"

#include "base/msg.h"
#include "base/str.h"
#include "cli/opt.h"

enum { OPT_TOP = OPT_LONG, OPT_SHARE, OPT_WHEN };

static const struct opt_spec options[] = {
    OPT_COMMON,
    {'f', "file", "FILE",
	"read FILE instead of what would be read otherwise, "
	"which is a text long enough to wrap",
	NULL},
    {OPT_TOP, "top", "N", "the first N rows", "score"},
    {OPT_SHARE, "share", "X", "a share", NULL},
    {OPT_WHEN, "when", "WHEN", "now or then", NULL},
    {'w', "wide-option-with-a-very-long-name", "VALUE", "a wide one", "list"},
    {0},
};

static const struct opt_verb verbs[] = {
    {"list", "", "list what there is", NULL},
    {"score", "[FILE ...]", "score the answers", NULL},
    {0},
};

static const struct opt_pair apart[] = {
    {OPT_WHEN, 'f', NULL},
    {OPT_TOP, OPT_SHARE, "score"},
    {0},
};

static const struct opt_pair needs[] = {
    {OPT_ASCII, 'q', "list"},
    {0},
};

static const struct opt_tool with_verbs = {.name = "tool",
    .summary = "Does it.",
    .opts = options,
    .verbs = verbs,
    .apart = apart,
    .needs = needs};
static const struct opt_tool without_verbs = {.name = "tool",
    .operands = "[FILE ...]",
    .summary = "Does it.",
    .opts = options};

static const char *const words[] = {"now", "then", NULL};

/* What a tool's main does, told line by line. */
static void
parse(const struct opt_tool *tool, void *line)
{
	char name[] = "tool", *argv[32] = {name}, *const * operands;
	const struct opt_verb *verb;
	int argc = 1, code, n;
	struct opt o;

	for (char *word = strtok(line, " "); word != NULL;
	     word = strtok(NULL, " "))
		argv[argc++] = word;
	msg_init("tool");
	opt_init(&o, tool, argc, argv);
	while ((code = opt_next(&o)) != -1) {
		printf("--%s", o.spec->name);
		if (code == OPT_TOP)
			printf("=%ld", opt_long(&o, 1, 100));
		else if (code == OPT_SHARE)
			printf("=%g", opt_double(&o, 0, 1));
		else if (code == OPT_WHEN)
			printf("=%d", opt_choice(&o, words));
		else if (o.value != NULL)
			printf("=%s", o.value);
		printf("\n");
	}
	if ((verb = opt_verb(&o, NULL)) != NULL)
		printf("verb %s\n", verb->name);
	operands = opt_operands(&o, &n);
	for (int i = 0; i < n; i++)
		printf("operand %s\n", operands[i]);
}

static void
parse_verbs(void *line)
{
	parse(&with_verbs, line);
}

/* A tool refuses what opt takes. */
static void
parse_refused(void *line)
{
	parse(&with_verbs, line);
	opt_die(&with_verbs, "refused");
}

static void
parse_plain(void *line)
{
	parse(&without_verbs, line);
}

static void
try(struct child *c, void (*body)(void *), const char *line)
{
	char copy[256];

	snprintf(copy, sizeof copy, "%s", line);
	child_run(c, body, copy);
}

static void
mixes_options_and_operands(void **state)
{
	static const struct {
		const char *line, *out;
	} rows[] = {
	    {"", ""},
	    {"a -q b", "--quiet\noperand a\noperand b\n"},
	    {"--file=x a", "--file=x\noperand a\n"},
	    {"--file x a", "--file=x\noperand a\n"},
	    {"-fx a", "--file=x\noperand a\n"},
	    {"a -qf x -", "--quiet\n--file=x\noperand a\noperand -\n"},
	    {"-q -- -f", "--quiet\noperand -f\n"},
	    {"-q -q --quiet", "--quiet\n--quiet\n--quiet\n"},
	    {"--file --quiet", "--file=--quiet\n"},
	    {"--top 100 --share=.5 --when then",
		"--top=100\n--share=0.5\n--when=1\n"},
	};
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		try(&c, parse_plain, rows[i].line);
		assert_string_equal(c.err, "");
		assert_string_equal(c.out, rows[i].out);
		assert_int_equal(c.code, RC_OK);
	}
}

static void
finds_the_verb_among_options(void **state)
{
	struct child c;

	(void)state;
	try(&c, parse_verbs, "--top 3 score a -q b");
	assert_string_equal(c.err, "");
	assert_string_equal(
	    c.out, "--top=3\n--quiet\nverb score\noperand a\noperand b\n");
}

static void
refuses_with_exit_2_and_a_hint(void **state)
{
	static const struct {
		const char *line, *err;
	} rows[] = {
	    {"list --topp=3", "unknown option '--topp'; did you mean '--top'?"},
	    {"list --qiuet",
		"unknown option '--qiuet'; did you mean '--quiet'?"},
	    {"list --qui", "unknown option '--qui'; did you mean '--quiet'?"},
	    {"list --fil x", "unknown option '--fil'; did you mean '--file'?"},
	    {"list --fil=x", "unknown option '--fil'; did you mean '--file'?"},
	    {"list --xyzzy", "unknown option '--xyzzy'\n"},
	    {"list -x", "unknown option '-x'"},
	    {"list -qx", "unknown option '-x'"},
	    {"list --quiet=3", "option '--quiet' takes no value"},
	    {"list --file", "option '--file' needs a value: FILE"},
	    {"list -f", "option '--file' needs a value: FILE"},
	    {"scroe", "unknown verb 'scroe'; did you mean 'score'?"},
	    {"xyzzy", "unknown verb 'xyzzy'\n"},
	    {"", "a verb is missing"},
	    {"list --top=3",
		"'list' does not take option '--top' (only: score)"},
	    {"score --top=0", "option '--top': too small: '0'"},
	    {"score --top=101", "option '--top': too large: '101'"},
	    {"score --top=x", "option '--top': not a whole number: 'x'"},
	    {"score --top=", "option '--top': not a whole number: ''"},
	    {"score --share=2", "option '--share': too large: '2'"},
	    {"score --share=a", "option '--share': not a number: 'a'"},
	    {"list --when=now -f x", "--when does not go with --file\n"},
	    {"score --share=1 --top=2", "--top does not go with --share\n"},
	    {"list --ascii", "--ascii needs --quiet\n"},
	    {"score --when=soon",
		"option '--when': one of now, then, not 'soon'"},
	};
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		try(&c, parse_verbs, rows[i].line);
		assert_contains(c.err, rows[i].err);
		assert_contains(c.err, "\nTry 'tool ");
		assert_int_equal(c.code, RC_USAGE);
	}
}

/* Of two bytes each, so that a cut goes through one of them or of the next. */
static void
cuts_long_words_between_characters(void **state)
{
	static const char *const begins[] = {"score --top=", "score --top=x"};
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(begins); i++) {
		struct str line = STR_INIT;

		str_adds(&line, begins[i]);
		while (line.len < 1000)
			str_adds(&line, "\u00e9");
		child_run(&c, parse_verbs, line.text);
		assert_contains(c.err, "\u00e9...\nTry");
		str_release(&line);
	}
}

static void
points_to_the_help_of_the_verb_that_is_named(void **state)
{
	static const struct {
		const char *line, *help;
	} rows[] = {
	    {"score --xyzzy", "Try 'tool score --help'\n"},
	    {"--xyzzy score", "Try 'tool score --help'\n"},
	    {"--xyzzy --bad -x --file score", "Try 'tool --help'\n"},
	    {"--xyzzy --file score list", "Try 'tool list --help'\n"},
	    {"list a --top=3", "Try 'tool list --help'\n"},
	    {"score --top=x list", "Try 'tool score --help'\n"},
	    {"-- score list --top", "Try 'tool score --help'\n"},
	    {"-- --quiet score", "Try 'tool --help'\n"},
	    {"scroe", "Try 'tool --help'\n"},
	    {"--share=2", "Try 'tool --help'\n"},
	    {"", "Try 'tool --help'\n"},
	};
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		try(&c, parse_refused, rows[i].line);
		assert_contains(c.err, rows[i].help);
		assert_int_equal(c.code, RC_USAGE);
	}
}

static void
lets_options_go_together(void **state)
{
	static const char *const lines[] = {"score --ascii --top=2 -f x",
	    "list --ascii -q", "list --share=1 --when=now", "score -f x -f y"};
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(lines); i++) {
		try(&c, parse_verbs, lines[i]);
		assert_string_equal(c.err, "");
		assert_int_equal(c.code, RC_OK);
	}
}

static void
escapes_what_it_quotes(void **state)
{
	struct child c;

	(void)state;
	try(&c, parse_verbs, "list --\033[31m");
	assert_contains(c.err, "unknown option '--\\x1B[31m'");
}

static void
helps_with_all_verbs_and_options(void **state)
{
	static const char expected[] =
	    "Usage: tool VERB [OPTION ...] [OPERAND ...]\n"
	    "Does it.\n"
	    "\n"
	    "Verbs:\n"
	    "  list   list what there is\n"
	    "  score  score the answers\n"
	    "\n"
	    "'tool VERB --help' tells the operands and options of one.\n"
	    "\n"
	    "Options:\n"
	    "  -q, --quiet             leave out notes on standard error\n"
	    "      --color=WHEN        colour: auto, always or never\n"
	    "      --ascii             draw with ASCII characters only\n"
	    "      --spreadsheet-safe  write CSV in which no cell is a "
	    "formula\n"
	    "  -f, --file=FILE         read FILE instead of what would be read "
	    "otherwise,\n"
	    "                          which is a text long enough to wrap\n"
	    "      --top=N             the first N rows\n"
	    "      --share=X           a share\n"
	    "      --when=WHEN         now or then\n"
	    "  -w, --wide-option-with-a-very-long-name=VALUE\n"
	    "                          a wide one\n"
	    "  -h, --help              show this help\n"
	    "  -V, --version           show the version\n"
	    "\n"
	    "If things are dark right now, 'concept-lookup help' says who to "
	    "talk to.\n";
	struct child c;

	(void)state;
	try(&c, parse_verbs, "--help");
	assert_string_equal(c.out, expected);
	assert_string_equal(c.err, "");
	assert_int_equal(c.code, RC_OK);
	try(&c, parse_verbs, "-h");
	assert_string_equal(c.out, expected);
}

static void
helps_with_one_verb_and_its_options(void **state)
{
	static const char *const lines[] = {"score --help", "--help score",
	    "-q score -h", "--help score --bad"};
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(lines); i++) {
		try(&c, parse_verbs, lines[i]);
		assert_int_equal(c.code, RC_OK);
		assert_contains(c.out,
		    "Usage: tool score [OPTION ...] [FILE ...]\n"
		    "score the answers\n\nOptions:\n");
		assert_contains(c.out, "--top=N");
		assert_null(strstr(c.out, "--wide"));
		assert_null(strstr(c.out, "Verbs:"));
	}
}

static void
helps_without_verbs(void **state)
{
	struct child c;

	(void)state;
	try(&c, parse_plain, "--help");
	assert_contains(c.out,
	    "Usage: tool [OPTION ...] [FILE ...]\nDoes it.\n\nOptions:\n");
}

static void
tells_version_and_licence(void **state)
{
	struct child c;

	(void)state;
	try(&c, parse_verbs, "--version");
	assert_int_equal(strncmp(c.out, "tool (reconnect) " VERSION "\n",
			     strlen("tool (reconnect) " VERSION "\n")),
	    0);
	assert_contains(c.out, "Copyright");
	assert_contains(c.out, "ISC");
	assert_contains(c.out, "no warranty");
	assert_int_equal(c.code, RC_OK);
	try(&c, parse_plain, "a -V");
	assert_contains(c.out, "(reconnect)");
}

static void
fall_back(void *line)
{
	char name[] = "tool", *argv[] = {name, line, NULL};
	struct opt o;
	int n;

	msg_init("tool");
	opt_init(&o, &with_verbs, line != NULL ? 2 : 1, argv);
	assert_int_equal(opt_next(&o), -1);
	printf("%s", opt_verb(&o, "list")->name);
	opt_operands(&o, &n);
	printf(" %d", n);
}

static void
takes_the_fallback_without_operands(void **state)
{
	char score[] = "score";
	struct child c;

	(void)state;
	child_run(&c, fall_back, NULL);
	assert_string_equal(c.out, "list 0");
	child_run(&c, fall_back, score);
	assert_string_equal(c.out, "score 0");
}

static void
fill_output(void *arg)
{
	char name[] = "tool", help[] = "--help", *argv[] = {name, help, NULL};
	struct opt o;

	(void)arg;
	if (freopen("/dev/full", "w", stdout) == NULL)
		_exit(99);
	msg_init("tool");
	opt_init(&o, &with_verbs, 2, argv);
	opt_next(&o);
}

static void
help_on_a_full_disk_is_a_failure(void **state)
{
	struct child c;

	(void)state;
	child_run(&c, fill_output, NULL);
	assert_int_equal(c.code, RC_SYSTEM);
	assert_contains(c.err, "tool: ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(mixes_options_and_operands),
	    cmocka_unit_test(finds_the_verb_among_options),
	    cmocka_unit_test(refuses_with_exit_2_and_a_hint),
	    cmocka_unit_test(points_to_the_help_of_the_verb_that_is_named),
	    cmocka_unit_test(lets_options_go_together),
	    cmocka_unit_test(cuts_long_words_between_characters),
	    cmocka_unit_test(escapes_what_it_quotes),
	    cmocka_unit_test(helps_with_all_verbs_and_options),
	    cmocka_unit_test(helps_with_one_verb_and_its_options),
	    cmocka_unit_test(helps_without_verbs),
	    cmocka_unit_test(tells_version_and_licence),
	    cmocka_unit_test(takes_the_fallback_without_operands),
	    cmocka_unit_test(help_on_a_full_disk_is_a_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
