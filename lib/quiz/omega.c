#include "quiz/omega.h"

#include "base/mem.h"
#include "quiz/matrix.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/*
 * Fisher scoring (Joreskog 1967; Lawley and Maxwell 1971, ch. 4) of the 2k
 * parameters l, u.  With W the inverse of the implied S = l l' + diag(u),
 * G = W (S - r) W, v = W l, c = l' W l:
 *   gradient     l: 2 G l                  u: diag G
 *   information  ll: 2 (v v' + c W)        lu: 2 v_j W_ij    uu: W_ij^2
 */
struct fit {
	const double *r;
	size_t k;
	double *at;      /* 2k: l, then u */
	double *next;    /* 2k */
	double *step;    /* 2k */
	double *info;    /* 2k x 2k */
	double *w;       /* k x k: W */
	double *g;       /* k x k: G, and scratch before */
	double *scratch; /* k x k */
};

static void
fit_init(struct fit *f, const double *r, size_t k)
{
	f->r = r;
	f->k = k;
	f->at = mem_alloc(6 * k, sizeof(*f->at));
	f->next = f->at + 2 * k;
	f->step = f->next + 2 * k;
	f->info = mem_alloc(4 * k * k, sizeof(*f->info));
	f->w = mem_alloc(3 * k * k, sizeof(*f->w));
	f->g = f->w + k * k;
	f->scratch = f->g + k * k;
}

static void
fit_release(struct fit *f)
{
	free(f->at);
	free(f->info);
	free(f->w);
}

/* The centroid of the correlations is near enough to begin with. */
static void
start(struct fit *f)
{
	double root = sqrt(fabs(matrix_sum(f->r, f->k))), l;

	for (size_t i = 0; i < f->k; i++) {
		l = matrix_row_sum(f->r, f->k, i) / root;
		l = fmin(fmax(l, -0.9), 0.9);
		f->at[i] = l;
		f->at[f->k + i] = 1 - l * l;
	}
}

static void
implied(const double *at, size_t k, double *s)
{
	for (size_t i = 0; i < k; i++) {
		for (size_t j = 0; j < k; j++)
			s[i * k + j] = at[i] * at[j];
		s[i * k + i] += at[k + i];
	}
}

/* ln det S + tr(r W), what is made least; infinite where S is improper. */
static double
discrepancy(const struct fit *f, const double *at)
{
	size_t k = f->k;
	double c = 0, logdet = 0, trace = 0, w, v = 0;

	for (size_t i = 0; i < k; i++) {
		if (!(at[k + i] > 0))
			return INFINITY;
		c += at[i] * at[i] / at[k + i];
		logdet += log(at[k + i]);
	}
	for (size_t i = 0; i < k; i++) {
		trace += f->r[i * k + i] / at[k + i];
		for (size_t j = 0; j < k; j++) {
			w = at[i] / at[k + i] * at[j] / at[k + j];
			v += f->r[i * k + j] * w;
		}
	}
	return logdet + log1p(c) + trace - v / (1 + c);
}

/* W, by the formula of Sherman and Morrison, and G = W - W r W. */
static void
invert(struct fit *f)
{
	size_t k = f->k;
	const double *l = f->at, *u = f->at + k;
	double c = 0, x;

	for (size_t i = 0; i < k; i++)
		c += l[i] * l[i] / u[i];
	for (size_t i = 0; i < k; i++) {
		for (size_t j = 0; j < k; j++)
			f->w[i * k + j] =
			    -(l[i] / u[i]) * (l[j] / u[j]) / (1 + c);
		f->w[i * k + i] += 1 / u[i];
	}
	implied(f->at, k, f->g);
	for (size_t i = 0; i < k * k; i++)
		f->g[i] -= f->r[i];
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			x = 0;
			for (size_t m = 0; m < k; m++)
				x += f->w[i * k + m] * f->g[m * k + j];
			f->scratch[i * k + j] = x;
		}
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			x = 0;
			for (size_t m = 0; m < k; m++)
				x += f->scratch[i * k + m] * f->w[m * k + j];
			f->g[i * k + j] = x;
		}
}

/* Fills the gradient into step and the information into info; returns the
 * largest cell of the gradient. */
static double
derive(struct fit *f)
{
	size_t k = f->k, n = 2 * k;
	const double *l = f->at;
	double c = 0, largest = 0, *v = f->next;

	invert(f);
	for (size_t i = 0; i < k; i++) {
		f->step[i] = v[i] = 0;
		for (size_t j = 0; j < k; j++) {
			f->step[i] += 2 * f->g[i * k + j] * l[j];
			v[i] += f->w[i * k + j] * l[j];
		}
		f->step[k + i] = f->g[i * k + i];
		c += v[i] * l[i];
		largest = fmax(largest, fabs(f->step[i]));
		largest = fmax(largest, fabs(f->step[k + i]));
	}
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			double w = f->w[i * k + j];

			f->info[i * n + j] = 2 * (v[i] * v[j] + c * w);
			f->info[i * n + k + j] = 2 * v[j] * w;
			f->info[(k + j) * n + i] = 2 * v[j] * w;
			f->info[(k + i) * n + k + j] = w * w;
		}
	return largest;
}

/* Goes along step, half as far as long as that does not lead downhill. */
static bool
advance(struct fit *f, double *value)
{
	double share = 1, reached;

	for (int halvings = 0; halvings < 40; halvings++, share /= 2) {
		for (size_t i = 0; i < 2 * f->k; i++)
			f->next[i] = f->at[i] - share * f->step[i];
		reached = discrepancy(f, f->next);
		if (reached <= *value + 1e-14 * fabs(*value)) {
			memcpy(f->at, f->next, 2 * f->k * sizeof(*f->at));
			*value = reached;
			return true;
		}
	}
	return false;
}

static int
climb(struct fit *f)
{
	const double close = 1e-12, improper = 1e-6;
	double value = discrepancy(f, f->at), gradient, last = INFINITY;
	int stalled = 0;

	for (int i = 0; i < 500 && stalled < 5; i++) {
		gradient = derive(f);
		stalled = gradient < last / 2 ? 0 : stalled + 1;
		last = fmin(gradient, last);
		if (gradient < close)
			break;
		if (matrix_cholesky(f->info, 2 * f->k) != 0)
			return -1;
		matrix_solve(f->info, 2 * f->k, f->step);
		if (!advance(f, &value))
			break;
	}
	for (size_t i = 0; i < f->k; i++)
		if (f->at[f->k + i] < improper)
			return -1;
	return derive(f) < 1e-9 ? 0 : -1;
}

int
omega_fit(const double *r, size_t k, double *l, double *u)
{
	struct fit f;
	double sum = 0;
	int rc = -1;

	if (k < 3)
		return -1;
	fit_init(&f, r, k);
	memcpy(f.scratch, r, k * k * sizeof(*r));
	if (matrix_cholesky(f.scratch, k) == 0) {
		start(&f);
		rc = climb(&f);
	}
	for (size_t i = 0; i < k; i++)
		sum += f.at[i];
	for (size_t i = 0; rc == 0 && i < k; i++) {
		l[i] = sum < 0 ? -f.at[i] : f.at[i];
		u[i] = f.at[k + i];
	}
	fit_release(&f);
	return rc;
}

static void
set_omegas(const double *c, const double *r, size_t k, const double *l,
    const double *u, struct omega *out)
{
	double common = 0, unique = 0, common_raw = 0, unique_raw = 0, rest = 0;

	for (size_t i = 0; i < k; i++) {
		common += l[i];
		unique += u[i];
		common_raw += l[i] * sqrt(c[i * k + i]);
		unique_raw += u[i] * c[i * k + i];
		rest += 1 - l[i] * l[i];
	}
	out->std = common * common / (common * common + unique);
	out->raw =
	    common_raw * common_raw / (common_raw * common_raw + unique_raw);
	out->observed = 1 - rest / matrix_sum(r, k);
}

int
omega_compute(const double *c, const double *r, size_t k, struct omega *out)
{
	double *l = mem_alloc(2 * k, sizeof(*l)), *u = l + k;
	int rc = omega_fit(r, k, l, u);

	*out = (struct omega){NAN, NAN, NAN};
	if (rc == 0)
		set_omegas(c, r, k, l, u, out);
	free(l);
	return rc;
}
