#include "base/avx512.h"

static bool forbidden;

#ifdef HAVE_AVX512
bool
avx512_here(void)
{
	return !forbidden && __builtin_cpu_supports("avx512f") &&
	    __builtin_cpu_supports("avx512bw") &&
	    __builtin_cpu_supports("avx512dq") &&
	    __builtin_cpu_supports("avx512vl") &&
	    __builtin_cpu_supports("avx512vbmi2");
}
#else
bool
avx512_here(void)
{
	return false;
}
#endif

void
avx512_allow(bool allowed)
{
	forbidden = !allowed;
}
