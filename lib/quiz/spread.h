/*
 * spread - work that is cut into parts, over threads.
 */
#ifndef QUIZ_SPREAD_H
#define QUIZ_SPREAD_H

/*
 * Calls run(context, part, job) once for each part, 0..parts - 1, and returns
 * when all are done.  job, 0..jobs - 1, is the thread's number: calls with the
 * same one never run at the same time.  Where no thread can be had, the work is
 * done all the same.
 */
void spread(int jobs, int parts, void (*run)(void *context, int part, int job),
    void *context);

#endif
