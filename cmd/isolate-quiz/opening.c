/* How a sitting begins: instruments, banks, terminal, and what was left. */
#include "taking.h"

#include "keys.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/now.h"
#include "cli/shelf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* About ten minutes. */
static const char *const default_battery[] = {"ipip-neo-120-social",
    "brfss-social", "gss-loneliness", "ons4", "project-patterns"};

/* Whether names[i] was named before.  Two of one id could not be told apart in
 * what is written. */
static bool
is_open(const struct taking *t, const char *const *names, size_t i,
    const struct instrument *in)
{
	size_t same = 0;

	while (same < t->ninstruments &&
	    strcmp(t->instruments[same]->id, in->id) != 0)
		same++;
	if (same == t->ninstruments)
		return false;
	for (size_t k = 0; k < i; k++)
		if (strcmp(names[k], names[i]) == 0)
			return true;
	opt_die(&tool, "'%s' is instrument '%s', which is named already",
	    names[i], in->id);
}

/* Opens the instruments; false where one is not there, or shows no text. */
static bool
open_instruments(struct taking *t, const char *const *names, size_t n)
{
	t->instruments = mem_zalloc(n, sizeof(*t->instruments));
	for (size_t i = 0; i < n; i++) {
		const struct instrument *in = library_open(t->set, names[i]);

		if (in == NULL)
			return false;
		if (is_open(t, names, i, in)) {
			library_free((struct instrument *)in);
			continue;
		}
		t->instruments[t->ninstruments++] = in;
		library_check_language(t->set, in);
		if (in->key_only) {
			msg_warn("%s: its text is not ours to show (%s); "
				 "score answers to it with score -i %s",
			    in->id, in->rights, in->id);
			return false;
		}
	}
	return true;
}

/* What of the usual set is there: a packager may have left some out. */
static bool
open_battery(struct taking *t)
{
	const char *there[LENGTH(default_battery)];
	struct shelf_names shelf;
	size_t n = 0;

	shelf_names(&shelf, "instruments");
	for (size_t i = 0; i < LENGTH(default_battery); i++)
		for (size_t k = 0; k < shelf.count; k++)
			if (strcmp(shelf.names[k], default_battery[i]) == 0)
				there[n++] = default_battery[i];
	shelf_names_free(&shelf);
	if (n == 0)
		msg_warn("nothing of the usual set is built in: name an "
			 "instrument");
	return n > 0 && open_instruments(t, there, n);
}

/* Without --irt the bank of an instrument has its name. */
static bool
open_bank(struct taking *t, const char *name)
{
	struct irt *irt = irt_open(t->set, name);

	if (irt == NULL)
		return false;
	t->irts = mem_realloc(t->irts, t->nirts + 1, sizeof(*t->irts));
	t->irts[t->nirts++] = irt;
	return true;
}

static bool
open_banks(struct taking *t)
{
	for (size_t i = t->nirts; i < t->ninstruments; i++)
		if (!open_bank(t, t->instruments[i]->id)) {
			msg_note("there is no bank for %s: take it without "
				 "--adaptive, or name one with --irt",
			    t->instruments[i]->id);
			return false;
		}
	return true;
}

static void
tailor(struct taking *t)
{
	const struct settings *set = t->set;
	struct adaptive_rule rule = irt_rule(set);
	const struct bank **banks = mem_alloc(t->ninstruments, sizeof(*banks));
	uint64_t seed = (uint64_t)set->seed;

	if (seed == 0 && rule.select == ADAPTIVE_RANDOM)
		seed = now_entropy();
	for (size_t i = 0; i < t->ninstruments; i++)
		banks[i] = irt_bank(t->irts[i], t->instruments[i]);
	tailor_init(&t->tailor, &t->sitting, banks, &rule, seed);
	free(banks);
}

/* A word for sex that norms do not know is no mistake, but nothing to pass over
 * in silence. */
static void
check_sex(const struct taking *t)
{
	const char *sex = t->set->sex;
	size_t i = 0;

	if (sex == NULL || person_read(sex, "").sex != SEX_ANY)
		return;
	while (i < t->ninstruments && !norms_ask_who(t->instruments[i]))
		i++;
	if (i < t->ninstruments)
		msg_note("sex '%s' is neither female nor male: norms take it "
			 "as not said",
		    sex);
}

static void
check_options(const struct settings *set, int n)
{
	irt_check_rule(set);
	if (set->adaptive && set->irt == NULL && n == 0)
		opt_die(&tool, "--adaptive needs an ID, or a bank: --irt");
	if (set->irt != NULL && n > 1)
		opt_die(&tool, "--irt is the bank of one instrument");
}

/* Keys need a terminal to read from and one to draw on; a terminal that cannot
 * move its cursor, and --plain, is asked line by line. */
static void
open_terminal(struct taking *t, struct screen *screen)
{
	const char *kind = getenv("TERM");

	if (isatty(STDIN_FILENO) != 1)
		return;
	t->tty = fopen("/dev/tty", "we");
	if (t->tty == NULL)
		t->tty = stderr;
	t->screen = screen;
	*screen = (struct screen){0};
	if (t->irts != NULL)
		screen->tailor = &t->tailor;
	term_init(&screen->term, t->tty, t->set->color, t->set->ascii);
	screen->redraw = !t->set->plain && kind != NULL && kind[0] != '\0' &&
	    strcmp(kind, "dumb") != 0;
	t->keys = screen->redraw && keys_begin(STDIN_FILENO);
}

static bool
open_named(struct taking *t, int n, char *const names[])
{
	if (n > 0)
		return open_instruments(
		    t, (const char *const *)names, (size_t)n);
	if (t->nirts > 0)
		return open_instruments(
		    t, (const char *const[]){t->irts[0]->instrument.text}, 1);
	return open_battery(t);
}

bool
taking_open(struct taking *t, struct screen *screen, int n, char *const names[])
{
	const struct settings *set = t->set;

	check_options(set, n);
	t->offered = n == 0 && !set->adaptive;
	if (set->irt != NULL && !open_bank(t, set->irt))
		return false;
	if (!open_named(t, n, names) || (set->adaptive && !open_banks(t)))
		return false;
	check_sex(t);
	sitting_init(&t->sitting, t->instruments, t->ninstruments,
	    set->adaptive ? 0 : (uint64_t)set->seed);
	if (set->adaptive)
		tailor(t);
	open_terminal(t, screen);
	return true;
}

/* What a bare "take" is about to ask. */
static bool
offer(struct taking *t)
{
	const struct term *term = &t->screen->term;
	int key;

	fputs("The usual set, about ten minutes:\n", term->fp);
	for (size_t i = 0; i < t->ninstruments; i++) {
		fputs("  ", term->fp);
		term_wrap(term, t->instruments[i]->title, 2, 2);
	}
	fputs("Enter begins, q leaves.\n", term->fp);
	do
		key = ask_key(t);
	while (key != KEY_ENTER && key != 'q' && key >= 0);
	return key == KEY_ENTER;
}

/* Goes on with a sitting that was left, unless told otherwise. */
bool
taking_begin(struct taking *t)
{
	const struct term *term;
	struct str text = STR_INIT;
	size_t done, all;
	int key;

	if (t->screen == NULL)
		return true;
	resume_open(t);
	if (t->state.len == 0)
		msg_warn("there is no place to keep what you answer: set HOME "
			 "to a full path");
	if (!resume_load(t))
		return !t->offered || offer(t);
	term = &t->screen->term;
	sitting_progress(&t->sitting, &done, &all);
	if (t->irts != NULL)
		str_addf(&text, "%zu question%s", t->sitting.nasked,
		    t->sitting.nasked == 1 ? " was" : "s were");
	else
		str_addf(&text, "%zu of %zu questions were", done, all);
	str_adds(
	    &text, " answered before. Enter goes on, n starts anew, q leaves.");
	term_wrap(term, text.text, 0, 0);
	str_release(&text);
	do
		key = ask_key(t);
	while (key != KEY_ENTER && key != 'n' && key != 'q' && key >= 0);
	if (key == 'n')
		resume_anew(t);
	return key == KEY_ENTER || key == 'n';
}
