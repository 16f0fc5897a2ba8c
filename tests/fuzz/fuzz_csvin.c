/*
 * fuzz_csvin - csvin, at the block size that the first byte asks for, against
 * libcsv alone: records, quotes, lines and faults must be the same.
 */
#include "../unit/csv_reference.h"
#include "stream/csvin.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct str expected = STR_INIT, got = STR_INIT;
	const char *text = (const char *)data + 1;
	struct csvin *in;

	if (len == 0)
		return 0;
	csv_reference_read(&expected, text, len - 1);
	in = csvin_new_mem(text, len - 1, 1);
	csvin_set_block(in, data[0] > 200 ? CSVIN_BLOCK : data[0] + 1U);
	if (data[0] % 4 > 0)
		csv_reference_expect(in, data[0] % 4U - 1, len % 2);
	csv_reference_transcribe(&got, in);
	csvin_free(in);
	if (got.len != expected.len ||
	    memcmp(got.text, expected.text, got.len) != 0)
		abort();
	str_release(&expected);
	str_release(&got);
	return 0;
}
