#include "heed.h"

#include "attrib/crisis.h"
#include "base/msg.h"
#include "cli/helpline.h"

#include <string.h>

bool
heed_text(const char *text)
{
	bool heard = crisis_heard(text, strlen(text));

	if (heard)
		helpline_offer();
	return heard;
}

static bool
heed_record(const struct journal_record *r)
{
	const char *const texts[] = {r->text, r->setting, r->note, r->cue,
	    r->prediction, r->how, r->plan};
	struct str all = STR_INIT;
	bool heard;

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (texts[i] != NULL && *texts[i] != '\0')
			str_addf(&all, "%s.\n", texts[i]);
	heard = heed_text(all.text);
	str_release(&all);
	return heard;
}

void
heed_append(struct book *b, const struct settings *set,
    struct journal_record *records, size_t n)
{
	struct journal_record all[3];
	bool rest = heed_record(&records[n - 1]) && !b->state.resting;

	memcpy(all, records, n * sizeof *all);
	journal_blank(&all[n], JOURNAL_REST);
	book_append(b, set, all, rest ? n + 1 : n);
	memcpy(records, all, n * sizeof *all);
	if (rest)
		msg_note("all ladders rest; 'goal-plan resume' when you feel "
			 "ready");
}
