/*
 * fuzz_ledger - any bytes as the ledger of reminders: what it holds is told
 * once, and pruning keeps lines whole.
 */
#include "plan/ledger.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
check(bool holds)
{
	if (!holds)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const struct moment now = {.us = 20514 * 86400000000};
	const char *text = (const char *)data;
	struct str marks = STR_INIT, kept = STR_INIT, again = STR_INIT;
	struct ledger_leads leads;
	struct ledger l = {0};
	struct state s;

	check(ledger_leads("7,1,0", &leads));
	ledger_read(&l, text, len, now);
	if (ledger_wants(&l, &leads, "s1", 20515, now, 20514, &marks)) {
		check(marks.len > 0);
		ledger_read(&l, marks.text, marks.len, now);
	}
	check(!ledger_wants(&l, &leads, "s1", 20515, now, 20514, &marks));
	ledger_release(&l);
	state_init(&s);
	ledger_prune(&kept, text, len, &s, 20514);
	check(kept.len <= len + 32);
	check(ledger_prune(&again, kept.text, kept.len, &s, 20514) == 0);
	check(again.len == kept.len &&
	    memcmp(again.text, kept.text, kept.len) == 0);
	state_release(&s);
	str_release(&again);
	str_release(&kept);
	str_release(&marks);
	return 0;
}
