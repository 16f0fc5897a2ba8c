#include "cli/opt.h"

#include "base/msg.h"
#include "base/near.h"
#include "base/num.h"
#include "base/str.h"
#include "cli/term.h"
#include "cli/usage.h"
#include "stream/csvout.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of the process, as getopt_long()'s own state is: the line that is being read,
 * and once it is read, NULL and the verb that it names. */
static const struct opt *reading;
static const struct opt_verb *named;

static const struct opt_spec own_opts[] = {
    {'h', "help", NULL, "show this help", NULL},
    {'V', "version", NULL, "show the version", NULL},
    {0},
};

const struct opt_spec *
opt_row(const struct opt_tool *tool, size_t i)
{
	size_t n = 0;

	while (tool->opts[n].code != 0)
		n++;
	if (i < n)
		return &tool->opts[i];
	return own_opts[i - n].code != 0 ? &own_opts[i - n] : NULL;
}

static const struct opt_spec *
spec_of(const struct opt_tool *tool, int code)
{
	const struct opt_spec *spec;

	for (size_t i = 0; (spec = opt_row(tool, i)) != NULL; i++)
		if (spec->code == code)
			return spec;
	return NULL;
}

void
opt_init(struct opt *o, const struct opt_tool *tool, int argc, char **argv)
{
	const struct opt_spec *spec;
	struct term err;
	char *letter;

	term_init(&err, stderr, TERM_NEVER, false);
	msg_width(err.tty ? err.width : 0);
	memset(o, 0, sizeof *o);
	reading = o;
	named = NULL;
	letter = o->letters;
	o->tool = tool;
	o->argc = argc;
	o->argv = argv;
	/* or getopt_long() would stop at the verb, as at any operand */
	unsetenv("POSIXLY_CORRECT");
	*letter++ = ':';
	for (size_t i = 0; (spec = opt_row(tool, i)) != NULL; i++) {
		assert(i < OPT_MAX);
		o->longs[i].name = spec->name;
		o->longs[i].has_arg =
		    spec->arg != NULL ? required_argument : no_argument;
		o->longs[i].val = spec->code;
		if (spec->code < OPT_LONG) {
			*letter++ = (char)spec->code;
			if (spec->arg != NULL)
				*letter++ = ':';
		}
	}
	opterr = 0;
	optind = 0; /* makes glibc and musl forget an earlier command line */
}

static bool
is_of(const struct opt_verb *verb, const char *words)
{
	const char *part;
	size_t len;

	if (verb == NULL || words == NULL)
		return true;
	while (str_split(&words, ' ', &part, &len))
		if (str_equal(part, len, verb->name))
			return true;
	return false;
}

bool
opt_takes(const struct opt_verb *verb, const struct opt_spec *spec)
{
	return is_of(verb, spec->verbs);
}

static const struct opt_verb *
find_verb(const struct opt_tool *tool, const char *name)
{
	for (const struct opt_verb *v = tool->verbs;
	     v != NULL && v->name != NULL; v++)
		if (strcmp(v->name, name) == 0)
			return v;
	return NULL;
}

static void
end_reading(const struct opt *o)
{
	reading = NULL;
	named = optind < o->argc ? find_verb(o->tool, o->argv[optind]) : NULL;
}

/* It may stand before an option that is wrong, or asks for help, or behind it:
 * the rest is read for it, and what is wrong there does not matter. */
static const struct opt_verb *
named_verb(void)
{
	const struct opt *o = reading;

	if (o != NULL) {
		while (getopt_long(
			   o->argc, o->argv, o->letters, o->longs, NULL) != -1)
			continue;
		end_reading(o);
	}
	return named;
}

void
opt_die(const struct opt_tool *tool, const char *fmt, ...)
{
	const struct opt_verb *verb;
	struct diag d;
	va_list ap;

	va_start(ap, fmt);
	diag_vset(&d, 0, fmt, ap);
	va_end(ap);
	msg_warn("%s", d.text);
	verb = named_verb();
	fprintf(stderr, "Try '%s%s%s --help'\n", tool->name,
	    verb != NULL ? " " : "", verb != NULL ? verb->name : "");
	exit(RC_USAGE);
}

/* The verb that the first operand names, or else the tool's otherwise; NULL
 * where there is none. */
static const struct opt_verb *
chosen_verb(const struct opt *o)
{
	const struct opt_verb *verb = NULL;

	if (optind < o->argc)
		verb = find_verb(o->tool, o->argv[optind]);
	if (verb == NULL && o->tool->otherwise != NULL)
		verb = find_verb(o->tool, o->tool->otherwise);
	return verb;
}

/* "; did you mean 'WORD'?" for the candidate nearest to word, or "". */
static const char *
suggestion(struct str *buf, const char *dashes, const char *word,
    const char *const *names, size_t n)
{
	const char *best = near_best(word, names, n);

	if (best != NULL)
		str_addf(buf, "; did you mean '%s%s'?", dashes, best);
	return buf->text;
}

static _Noreturn void
unknown_long(const struct opt *o, const char *word)
{
	const char *names[OPT_MAX];
	struct str name = STR_INIT, hint = STR_INIT;
	size_t n = 0;

	str_add(&name, word, strcspn(word, "="));
	for (; o->longs[n].name != NULL; n++)
		names[n] = o->longs[n].name;
	for (size_t i = 0; i < n && hint.len == 0; i++)
		if (strncmp(names[i], name.text + 2, name.len - 2) == 0)
			str_addf(&hint, "; did you mean '--%s'?", names[i]);
	if (hint.len == 0)
		suggestion(&hint, "--", name.text + 2, names, n);
	opt_die(o->tool, "unknown option '%s'%s", name.text, hint.text);
}

/* What getopt_long() refused with '?': it says which option only where it
 * knows the letter. */
static _Noreturn void
refuse(const struct opt *o)
{
	const struct opt_spec *spec = spec_of(o->tool, optopt);
	const char *word = o->argv[optind - 1];

	if (optopt == 0 || strncmp(word, "--", 2) == 0) {
		if (spec == NULL)
			unknown_long(o, word);
		opt_die(o->tool, "option '--%s' takes no value", spec->name);
	}
	opt_die(o->tool, "unknown option '-%c'", optopt);
}

/* getopt_long() takes any unique beginning of a long name; scripts that rely
 * on one would break when a new option is added, so it is refused. */
static void
refuse_shortened(const struct opt *o)
{
	const char *word = o->argv[optind - 1];

	if (o->value != NULL && o->value == word)
		word = o->argv[optind - 2];
	if (!str_equal(word + 2, strcspn(word + 2, "="), o->spec->name))
		unknown_long(o, word);
}

bool
opt_given(const struct opt *o, int code)
{
	for (size_t i = 0; i < o->ngiven; i++)
		if (o->given[i]->code == code)
			return true;
	return false;
}

static void
remember(struct opt *o)
{
	if (!opt_given(o, o->spec->code))
		o->given[o->ngiven++] = o->spec;
}

/* Options that stand with a verb that does not take them.  Verbs that are
 * missing or unknown are left to opt_verb(). */
static void
check_verb(const struct opt *o)
{
	const struct opt_verb *verb = chosen_verb(o);

	if (verb == NULL)
		return;
	for (size_t i = 0; i < o->ngiven; i++)
		if (!opt_takes(verb, o->given[i]))
			opt_die(o->tool,
			    "'%s' does not take option '--%s' (only: %s)",
			    verb->name, o->given[i]->name, o->given[i]->verbs);
}

static void
check_pairs(const struct opt *o, const struct opt_pair *pairs, bool together,
    const char *fault)
{
	const struct opt_verb *verb = chosen_verb(o);

	for (; pairs != NULL && pairs->code != 0; pairs++)
		if (is_of(verb, pairs->verbs) && opt_given(o, pairs->code) &&
		    opt_given(o, pairs->other) == together)
			opt_die(o->tool, "--%s %s --%s",
			    spec_of(o->tool, pairs->code)->name, fault,
			    spec_of(o->tool, pairs->other)->name);
}

int
opt_next(struct opt *o)
{
	int index = -1, code;

	code = getopt_long(o->argc, o->argv, o->letters, o->longs, &index);
	o->value = optarg;
	if (code == -1) {
		end_reading(o);
		check_verb(o);
		check_pairs(o, o->tool->apart, true, "does not go with");
		check_pairs(o, o->tool->needs, false, "needs");
		return -1;
	}
	if (code == '?')
		refuse(o);
	if (code == ':')
		opt_die(o->tool, "option '--%s' needs a value: %s",
		    spec_of(o->tool, optopt)->name,
		    spec_of(o->tool, optopt)->arg);
	o->spec = spec_of(o->tool, code);
	if (index >= 0)
		refuse_shortened(o);
	if (code == 'h')
		usage_help(o->tool, named_verb());
	if (code == 'V')
		usage_version(o->tool);
	remember(o);
	if (code == OPT_SAFE)
		csvout_guard_formulas();
	return code;
}

char *const *
opt_operands(const struct opt *o, int *n)
{
	int first = optind;

	if (o->tool->verbs != NULL && first < o->argc &&
	    (o->tool->otherwise == NULL ||
		find_verb(o->tool, o->argv[first]) != NULL))
		first++;
	*n = o->argc - first;
	return o->argv + first;
}

static _Noreturn void
unknown_verb(const struct opt_tool *tool, const char *word)
{
	const char *names[OPT_MAX];
	struct str hint = STR_INIT;
	size_t n = 0;

	for (; n < OPT_MAX && tool->verbs[n].name != NULL; n++)
		names[n] = tool->verbs[n].name;
	opt_die(tool, "unknown verb '%s'%s", word,
	    suggestion(&hint, "", word, names, n));
}

const struct opt_verb *
opt_verb(const struct opt *o, const char *fallback)
{
	const struct opt_verb *verb;
	const char *word = optind < o->argc ? o->argv[optind] : fallback;

	if (o->tool->verbs == NULL)
		return NULL;
	if (o->tool->otherwise != NULL)
		return chosen_verb(o);
	if (word == NULL)
		opt_die(o->tool, "a verb is missing");
	if ((verb = find_verb(o->tool, word)) == NULL)
		unknown_verb(o->tool, word);
	return verb;
}

void
opt_refuse(const struct opt *o, const char *what)
{
	opt_die(
	    o->tool, "option '--%s': %s: '%s'", o->spec->name, what, o->value);
}

long
opt_long(const struct opt *o, long min, long max)
{
	long x;
	const char *fault = num_long(o->value, strlen(o->value), min, max, &x);

	if (fault != NULL)
		opt_refuse(o, fault);
	return x;
}

double
opt_double(const struct opt *o, double min, double max)
{
	double x;
	const char *fault =
	    num_double(o->value, strlen(o->value), min, max, &x);

	if (fault != NULL)
		opt_refuse(o, fault);
	return x;
}

int
opt_choice(const struct opt *o, const char *const *words)
{
	struct str list = STR_INIT;

	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], o->value) == 0)
			return i;
	for (int i = 0; words[i] != NULL; i++)
		str_addf(&list, "%s%s", i > 0 ? ", " : "", words[i]);
	opt_die(o->tool, "option '--%s': one of %s, not '%s'", o->spec->name,
	    list.text, o->value);
}
