/* goal-plan export - prints what other programs need to remind; changes
 * nothing. */
#include "export.h"
#include "plan.h"

#include "base/mem.h"
#include "base/msg.h"
#include "plan/export.h"
#include "plan/words.h"

#include <stdio.h>
#include <stdlib.h>

/* What may be said of a step. */
static void
put_what(
    const struct settings *set, const struct state_step *step, struct str *what)
{
	if (set->show_text)
		words_whole(what, step);
	else
		str_adds(what, "a step is due");
}

static void
put_item(const struct settings *set, const struct state *s,
    const struct state_row *row, struct str *out)
{
	const struct state_step *step = &s->steps[row->step];
	struct str what = STR_INIT;
	struct export_item item = {.id = step->id,
	    .day = row->day,
	    .minute = set->at_minute,
	    .duration = step->minutes,
	    .every = step->every,
	    .first = step->first_day,
	    .leads = &set->leads};

	put_what(set, step, &what);
	item.what = what.text;
	if (set->exports == EXPORT_REMIND)
		export_remind(out, &item, today(set));
	else
		export_todo(out, &item, today(set));
	str_release(&what);
}

void
export_steps(const struct settings *set, const struct state *s,
    export_step *take, struct str *out)
{
	struct state_row *rows = mem_alloc(s->step_count, sizeof *rows);

	for (size_t i = 0; i < s->ladder_count; i++) {
		size_t n = s->ladders[i].removed
		    ? 0
		    : state_up(s, i, today(set), rows);

		for (size_t k = 0; k < n; k++)
			take(set, s, &rows[k], out);
	}
	free(rows);
}

/* What is up, for a program that keeps its own list. */
static int
export_list(const struct settings *set)
{
	struct str out = STR_INIT;
	struct book b;
	int rc;

	book_read(&b, set);
	if (set->exports == EXPORT_ICS) {
		export_ics(set, &b.state);
	} else {
		export_steps(set, &b.state, put_item, &out);
		fputs(out.text, stdout);
	}
	str_release(&out);
	rc = book_verdict(&b);
	book_close(&b);
	return rc;
}

#define FORMATS                                                                \
	"--crontab, --systemd, --notify, --ics, --remind, --todo or --csv"

int
verb_export(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;

	if (n > 0)
		opt_die(&tool, "export takes no operands");
	if (set->exports == 0)
		opt_die(&tool, "say what to export: " FORMATS);
	if ((set->exports & (set->exports - 1)) != 0)
		opt_die(&tool, "one export at a time: " FORMATS);
	switch (set->exports) {
	case EXPORT_CSV:
		return verb_list(settings, n, operands);
	case EXPORT_CRONTAB:
		reminder_crontab(set);
		return RC_OK;
	case EXPORT_SYSTEMD:
		reminder_units(set);
		return RC_OK;
	case EXPORT_NOTIFY:
		reminder_notify(set);
		return RC_OK;
	default:
		return export_list(set);
	}
}
