/*
 * people - twelve invented people's answers to five items, and what R 4.2.2
 * (cov, cor) and psych 2.2.9 (alpha, smc) make of them.
 */
#ifndef TEST_PEOPLE_H
#define TEST_PEOPLE_H

enum { PEOPLE = 12, QUESTIONS = 5 };

static const int people[PEOPLE][QUESTIONS] = {
    {1, 2, 1, 2, 1},
    {2, 2, 3, 2, 2},
    {3, 3, 2, 4, 3},
    {4, 5, 4, 4, 5},
    {5, 4, 5, 5, 4},
    {2, 1, 2, 3, 1},
    {3, 4, 3, 2, 4},
    {4, 4, 5, 3, 5},
    {1, 1, 2, 1, 2},
    {5, 5, 4, 5, 5},
    {3, 2, 3, 4, 3},
    {2, 3, 1, 2, 3},
};

#endif
