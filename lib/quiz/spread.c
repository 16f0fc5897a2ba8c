#include "quiz/spread.h"

#include "base/mem.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

struct worker {
	pthread_t thread;
	bool started;
	int job, jobs, parts;
	void (*run)(void *context, int part, int job);
	void *context;
};

static void *
work(void *argument)
{
	const struct worker *w = argument;

	for (int part = w->job; part < w->parts; part += w->jobs)
		w->run(w->context, part, w->job);
	return NULL;
}

void
spread(int jobs, int parts, void (*run)(void *context, int part, int job),
    void *context)
{
	struct worker *w = mem_zalloc((size_t)jobs, sizeof(*w));

	for (int i = 0; i < jobs; i++)
		w[i] = (struct worker){.job = i,
		    .jobs = jobs,
		    .parts = parts,
		    .run = run,
		    .context = context};
	for (int i = 1; i < jobs; i++)
		w[i].started =
		    pthread_create(&w[i].thread, NULL, work, &w[i]) == 0;
	work(&w[0]);
	for (int i = 1; i < jobs; i++) {
		if (w[i].started)
			pthread_join(w[i].thread, NULL);
		else
			work(&w[i]);
	}
	free(w);
}
