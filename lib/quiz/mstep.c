#include "quiz/mstep.h"

#include "quiz/matrix.h"

#include <math.h>
#include <string.h>

enum {
	STEPS_MAX = 50,
	HALVINGS_MAX = 30,
	UNKNOWNS_MAX = 1 + MSTEP_GROUPS_MAX * (MSTEP_MAX - 1),
};

/* A category at theta: its logarithm, and with z_m = a theta + d_m the first
 * and second derivatives of that by z_m and z_m+1. */
struct piece {
	double log_p, u, v, uu, vv, uv;
};

static double
logistic(double z)
{
	return 1 / (1 + exp(-z));
}

/* P = s_m - s_m+1, as a product that loses no digits. */
static struct piece
piece_at(const double *par, int categories, double theta, int m)
{
	double z = m == 0 ? 0 : par[0] * theta + par[m];
	double y = m == categories - 1 ? 0 : par[0] * theta + par[m + 1];
	double low = m == 0 ? 1 : logistic(z), p = low, w = 0, x = 0;
	double high = m == categories - 1 ? 0 : logistic(y);
	struct piece s;

	if (m < categories - 1)
		p *= logistic(-y);
	if (m > 0 && m < categories - 1)
		p *= -expm1(y - z);
	p = fmax(p, 1e-300);
	if (m > 0)
		w = low * logistic(-z);
	if (m < categories - 1)
		x = high * logistic(-y);
	s.log_p = log(p);
	s.u = w / p;
	s.v = -x / p;
	s.uu = s.u * (1 - 2 * low) - s.u * s.u;
	s.vv = s.v * (1 - 2 * high) - s.v * s.v;
	s.uv = -s.u * s.v;
	return s;
}

void
mstep_scores(
    const double *par, int categories, double theta, int m, double score[3])
{
	struct piece s = piece_at(par, categories, theta, m);

	score[0] = theta * (s.u + s.v);
	score[1] = s.u;
	score[2] = s.v;
}

void
mstep_item(const double *par, struct grm_item *item)
{
	item->a = par[0];
	for (int m = 1; m < item->categories; m++)
		item->b[m - 1] = -par[m] / par[0];
}

bool
mstep_ordered(const double *par, int categories)
{
	for (int m = 2; m < categories; m++)
		if (!(par[m] < par[m - 1]))
			return false;
	return true;
}

static double
expected_loglik(const double *par, int n, const mstep_people *people)
{
	double sum = 0;

	for (int m = 0; m < n; m++)
		for (int q = 0; q < GRM_NODES; q++)
			sum += people[m][q] *
			    piece_at(par, n, grm_node(q), m).log_p;
	return sum;
}

/* Adds r times a piece to the gradient g, and takes it from the information h;
 * d_0 and d_n, which are no parameters, have derivatives of 0. */
static void
add_piece(double *g, double *h, int n, int m, double theta, double r,
    const struct piece *s)
{
	int up = m < n - 1 ? m + 1 : m;

	g[0] += r * theta * (s->u + s->v);
	h[0] -= r * theta * theta * (s->uu + s->vv + 2 * s->uv);
	if (m > 0) {
		g[m] += r * s->u;
		h[m * n] -= r * theta * (s->uu + s->uv);
		h[m * n + m] -= r * s->uu;
	}
	if (up > m) {
		g[up] += r * s->v;
		h[up * n] -= r * theta * (s->vv + s->uv);
		h[up * n + up] -= r * s->vv;
	}
	if (m > 0 && up > m)
		h[up * n + m] -= r * s->uv;
}

/* The lower triangle of h only. */
static void
derivatives(
    const double *par, int n, const mstep_people *people, double *g, double *h)
{
	memset(g, 0, (size_t)n * sizeof(*g));
	memset(h, 0, (size_t)(n * n) * sizeof(*h));
	for (int m = 0; m < n; m++)
		for (int q = 0; q < GRM_NODES; q++) {
			struct piece s = piece_at(par, n, grm_node(q), m);

			add_piece(g, h, n, m, grm_node(q), people[m][q], &s);
		}
}

void
mstep_information(const double *par, int categories, const mstep_people *people,
    double *information)
{
	double g[MSTEP_MAX];
	int n = categories;

	derivatives(par, n, people, g, information);
	for (int i = 0; i < n; i++)
		for (int j = i + 1; j < n; j++)
			information[i * n + j] = information[j * n + i];
}

/* An item of several groups. */
struct shared {
	int categories, groups, n; /* n unknowns */
	const mstep_people *const *people;
};

/* Where group g has its threshold m among all unknowns; m = 0 is the slope. */
static int
place(const struct shared *s, int g, int m)
{
	return m == 0 ? 0 : g * (s->categories - 1) + m;
}

static void
group_parameters(const struct shared *s, const double *par, int g, double *out)
{
	for (int m = 0; m < s->categories; m++)
		out[m] = par[place(s, g, m)];
}

/* NaN where thresholds are out of order. */
static double
shared_loglik(const struct shared *s, const double *par)
{
	double own[MSTEP_MAX], sum = 0;

	for (int g = 0; g < s->groups; g++) {
		group_parameters(s, par, g, own);
		if (!mstep_ordered(own, s->categories))
			return NAN;
		sum += expected_loglik(own, s->categories, s->people[g]);
	}
	return sum;
}

/* As derivatives(), over groups. */
static void
shared_derivatives(
    const struct shared *s, const double *par, double *g, double *h)
{
	double own[MSTEP_MAX], gradient[MSTEP_MAX];
	double information[MSTEP_MAX * MSTEP_MAX];
	int k = s->categories;

	memset(g, 0, (size_t)s->n * sizeof(*g));
	memset(h, 0, (size_t)(s->n * s->n) * sizeof(*h));
	for (int group = 0; group < s->groups; group++) {
		group_parameters(s, par, group, own);
		derivatives(own, k, s->people[group], gradient, information);
		for (int m = 0; m < k; m++) {
			int row = place(s, group, m);

			g[row] += gradient[m];
			for (int l = 0; l <= m; l++)
				h[row * s->n + place(s, group, l)] +=
				    information[m * k + l];
		}
	}
}

/* Newton's step, halved until it is one upwards.  False where there is none. */
static bool
climb(const struct shared *s, double *par, const double *step, double *loglik)
{
	double tried[UNKNOWNS_MAX], share = 1, reached;

	for (int i = 0; i < HALVINGS_MAX; i++, share /= 2) {
		for (int k = 0; k < s->n; k++)
			tried[k] = par[k] + share * step[k];
		reached = shared_loglik(s, tried);
		if (!(reached >= *loglik))
			continue;
		memcpy(par, tried, (size_t)s->n * sizeof(*par));
		*loglik = reached;
		return true;
	}
	return false;
}

/* Ends when a step is so small that the next would be none (it converges
 * quadratically). */
void
mstep_fit(
    double *par, int categories, const mstep_people *const *people, int groups)
{
	struct shared s = {
	    categories, groups, 1 + groups * (categories - 1), people};
	double g[UNKNOWNS_MAX], h[UNKNOWNS_MAX * UNKNOWNS_MAX], largest;
	double loglik = shared_loglik(&s, par);

	for (int step = 0; step < STEPS_MAX; step++) {
		shared_derivatives(&s, par, g, h);
		if (matrix_cholesky(h, (size_t)s.n) == -1)
			return;
		matrix_solve(h, (size_t)s.n, g);
		largest = 0;
		for (int k = 0; k < s.n; k++)
			largest = fmax(largest, fabs(g[k]));
		if (largest < 1e-7) {
			for (int k = 0; k < s.n; k++)
				par[k] += g[k];
			return;
		}
		if (!climb(&s, par, g, &loglik))
			return;
	}
}
