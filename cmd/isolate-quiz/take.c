#include "quiz.h"
int
take_run(void *settings, int n, char *const operands[])
{
	(void)settings;
	(void)n;
	(void)operands;
	return 0;
}
