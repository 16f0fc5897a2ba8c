/*
 * fuzz_meta - the head of a data file: what is read, written out plainly and
 * read again is the same.
 */
#include "base/str.h"
#include "stream/meta.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
check(int holds)
{
	if (!holds)
		abort();
}

static void
write_plainly(struct str *out, const struct meta *m)
{
	for (size_t i = 0; i < m->count; i++)
		str_addf(
		    out, "%s: %s\n", m->fields[i].name, m->fields[i].value);
	str_addc(out, '\n');
	str_add(out, m->body, m->body_len);
}

static void
check_same(const struct meta *a, const struct meta *b)
{
	check(a->count == b->count && a->body_len == b->body_len);
	check(memcmp(a->body, b->body, a->body_len) == 0);
	for (size_t i = 0; i < a->count; i++) {
		check(strcmp(a->fields[i].name, b->fields[i].name) == 0);
		check(strcmp(a->fields[i].value, b->fields[i].value) == 0);
		check(a->fields[i].line < a->body_line);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct str plain = STR_INIT;
	struct meta m, again;
	struct diag err = {0};

	if (meta_parse(&m, (const char *)data, len, &err) == 0) {
		write_plainly(&plain, &m);
		check(meta_parse(&again, plain.text, plain.len, &err) == 0);
		check_same(&m, &again);
		meta_release(&again);
	} else {
		check(err.line > 0 && err.text[0] != '\0');
	}
	meta_release(&m);
	str_release(&plain);
	return 0;
}
