# The figures of tests/unit/test_grm.c, test_eap.c and test_calibrate.c,
# computed from the definitions alone, without their code:
#
#   Rscript grm.R
#
# Needs R only.

options(digits = 17)
node <- (-30:30) / 5
weight <- dnorm(node) / sum(dnorm(node))

# P(X = m) by the definition; a row a theta, a column a category.
probabilities <- function(a, b, theta) {
  above <- cbind(1, outer(theta, b, function(t, b) 1 / (1 + exp(-a * (t - b)))),
    0)
  above[, -ncol(above), drop = FALSE] - above[, -1, drop = FALSE]
}
a <- c(1.2, 2.5, 0.7)
b <- list(c(-1, 0.5), c(-0.4, 0.1, 1.3), 0.8)
likelihood <- function(x, theta) {
  l <- rep(1, length(theta))
  for (i in seq_along(a))
    if (!is.na(x[i])) l <- l * probabilities(a[i], b[[i]], theta)[, x[i] + 1]
  l
}
# Fisher information, the derivative taken in closed form of each logistic.
information <- function(i, theta) {
  p <- probabilities(a[i], b[[i]], theta)
  above <- sapply(b[[i]], function(t) 1 / (1 + exp(-a[i] * (theta - t))))
  slope <- c(0, a[i] * above * (1 - above), 0)
  sum((slope[-length(slope)] - slope[-1])^2 / p)
}
cat("information at 0.3:", sapply(1:3, information, theta = 0.3), "\n")
cat("expected at 0.3:", sapply(1:3, function(i)
  sum(probabilities(a[i], b[[i]], 0.3) * 0:length(b[[i]]))), "\n")
for (x in list(c(2, 1, 0), c(NA, 3, 1), c(0, NA, NA))) {
  post <- weight * likelihood(x, node)
  eap <- sum(post * node) / sum(post)
  cat("x", x, "log", log(sum(post)), "eap", eap, "se",
    sqrt(sum(post * (node - eap)^2) / sum(post)), "\n")
  for (prior in 0:1) {
    if (prior == 0 && all(is.na(x) | x == 0)) next
    if (prior == 0 && is.na(x[1])) next
    t <- uniroot(function(t) {
      h <- 1e-6
      f <- function(t) log(likelihood(x, t)) - prior * t^2 / 2
      (f(t + h) - f(t - h)) / (2 * h)
    }, c(-5, 5), tol = 1e-12)$root
    i <- sum(sapply(which(!is.na(x)), information, theta = t)) + prior
    cat("  prior", prior, "theta", t, "se", 1 / sqrt(i), "\n")
  }
}
i <- sapply(node, function(t) sum(sapply(1:3, information, theta = t)))
cat("marginal reliability:", sum(weight * i / (1 + i)), "\n")

# A calibration: three items of three categories; people of each pattern, the
# last item running fastest.  The maximum by nlminb on the marginal likelihood.
n <- c(31, 9, 2, 12, 11, 4, 1, 4, 3, 10, 8, 3, 9, 21, 10, 3, 12, 9,
  2, 5, 2, 3, 11, 14, 1, 8, 27)
x <- as.matrix(expand.grid(0:2, 0:2, 0:2)[, 3:1])
minus <- function(par) {
  l <- 0
  for (k in 1:27) {
    p <- weight
    for (i in 1:3)
      p <- p * probabilities(par[3 * i - 2],
        -par[3 * i - 1:0] / par[3 * i - 2], node)[, x[k, i] + 1]
    l <- l + n[k] * log(sum(p))
  }
  -l
}
fit <- nlminb(rep(c(1.5, 1, -1), 3), minus,
  control = list(rel.tol = 1e-15, x.tol = 1e-12, eval.max = 9999,
    iter.max = 9999))
fit <- nlminb(fit$par, minus, control = list(rel.tol = 1e-15, x.tol = 1e-12))
cov <- solve(optimHess(fit$par, minus, control = list(ndeps = rep(1e-4, 9))))
cat("log-likelihood:", -fit$objective, "\n")
for (i in 1:3) {
  k <- 3 * i - 2
  s <- fit$par[k]
  th <- -fit$par[k + 1:2] / s
  se <- sapply(1:2, function(m)
    sqrt(cov[k + m, k + m] + th[m]^2 * cov[k, k] + 2 * th[m] * cov[k, k + m]))
  cat("a", s, "b", th, "se", sqrt(cov[k, k]), se / s, "\n")
}
