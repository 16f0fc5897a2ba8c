/*
 * lost - the information about parameters that is lost with theta, which nobody
 * knows (Louis 1982): what is left gives their standard errors.
 */
#ifndef QUIZ_LOST_H
#define QUIZ_LOST_H

#include "quiz/estep.h"

/*
 * Adds to lost (n x n, the lower triangle only) the information about the n
 * parameters (those of all items in order, as in mstep.h) that is lost: the sum
 * over people of the posterior covariance of the derivatives of the complete
 * log-likelihood.  e has been run at par.  Nodes where a person is with less
 * than LOST_LEAST are left out, which no standard error shows.
 */
#define LOST_LEAST 1e-12
void lost_add(struct estep *e, const double *par, double *lost, size_t n);

#endif
