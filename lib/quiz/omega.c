#include "quiz/omega.h"

#include "base/mem.h"
#include "quiz/matrix.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/*
 * The 2k parameters l, u make ln det S + tr(r W) least, where S = l l' +
 * diag(u) is implied and W its inverse.  With G = W (S - r) W, v = W l, g = G
 * l, c = l' W l and d = l' G l, derivatives as in Lawley and Maxwell 1971, ch.
 * 4:
 *
 * - the gradient is 2 g for l, diag G for u;
 * - the Hessian is E - 2 T, and 2 G more for ll;
 * - E is 2 (v v' + c W) for ll, 2 v_j W_ij for lu, W_ij^2 for uu;
 * - T is v g' + g v' + c G + d W for ll, v_j G_ij + g_j W_ij for lu, and
 *   W_ij G_ij for uu.
 *
 * E is what is expected of the Hessian where the model holds.  Newton's method
 * goes by the Hessian where that is positive definite, by E where it is not.
 */
struct fit {
	const double *r;
	size_t k;
	double *at;      /* 2k: l, then u */
	double *next;    /* 2k */
	double *step;    /* 2k: the gradient, then where to go */
	double *wl, *gl; /* k each: v and g */
	double *hessian; /* 2k x 2k */
	double *w, *g;   /* k x k each: W and G */
	double *scratch; /* k x k */
};

static void
fit_init(struct fit *f, const double *r, size_t k)
{
	f->r = r;
	f->k = k;
	f->at = mem_alloc(8 * k, sizeof(*f->at));
	f->next = f->at + 2 * k;
	f->step = f->next + 2 * k;
	f->wl = f->step + 2 * k;
	f->gl = f->wl + k;
	f->hessian = mem_alloc(4 * k * k, sizeof(*f->hessian));
	f->w = mem_alloc(3 * k * k, sizeof(*f->w));
	f->g = f->w + k * k;
	f->scratch = f->g + k * k;
}

static void
fit_release(struct fit *f)
{
	free(f->at);
	free(f->hessian);
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

/* Fills v, g and the gradient; returns its largest cell. */
static double
derive(struct fit *f)
{
	size_t k = f->k;
	const double *l = f->at;
	double largest = 0;

	invert(f);
	for (size_t i = 0; i < k; i++) {
		f->wl[i] = f->gl[i] = 0;
		for (size_t j = 0; j < k; j++) {
			f->wl[i] += f->w[i * k + j] * l[j];
			f->gl[i] += f->g[i * k + j] * l[j];
		}
		f->step[i] = 2 * f->gl[i];
		f->step[k + i] = f->g[i * k + i];
		largest = fmax(largest, fabs(f->step[i]));
		largest = fmax(largest, fabs(f->step[k + i]));
	}
	return largest;
}

/* share is 1 for the Hessian, 0 for what is expected of it. */
static void
fill_hessian(struct fit *f, double share)
{
	size_t k = f->k, n = 2 * k;
	const double *v = f->wl, *g = f->gl;
	double c = matrix_dot(f->at, v, k), d = matrix_dot(f->at, g, k), ll, lu,
	       uu;

	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			double w = f->w[i * k + j];
			double r = share * f->g[i * k + j];

			ll = 2 * (v[i] * v[j] + c * w) + 2 * r - 2 * c * r -
			    2 * share * (v[i] * g[j] + g[i] * v[j] + d * w);
			lu = 2 * v[j] * w - 2 * (v[j] * r + share * g[j] * w);
			uu = w * w - 2 * w * r;
			f->hessian[i * n + j] = ll;
			f->hessian[i * n + k + j] = lu;
			f->hessian[(k + j) * n + i] = lu;
			f->hessian[(k + i) * n + k + j] = uu;
		}
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

/* One step by the Hessian or its expectation; false where it leads nowhere. */
static bool
improve(struct fit *f, double share, double *value)
{
	fill_hessian(f, share);
	if (matrix_cholesky(f->hessian, 2 * f->k) != 0)
		return false;
	matrix_solve(f->hessian, 2 * f->k, f->step);
	return advance(f, value);
}

static int
climb(struct fit *f)
{
	const double close = 1e-13, good = 1e-9, improper = 1e-6;
	double value = discrepancy(f, f->at);

	for (int i = 0; i < 500 && derive(f) > close; i++) {
		if (improve(f, 1, &value))
			continue;
		derive(f);
		if (!improve(f, 0, &value))
			break;
	}
	for (size_t i = 0; i < f->k; i++)
		if (f->at[f->k + i] < improper)
			return -1;
	return derive(f) < good ? 0 : -1;
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
