# The figures of tests/unit/test_dif.c: four items of two categories in two
# groups, from the definitions alone, without their code:
#
#   Rscript dif.R
#
# Needs R only.  Every likelihood is maximised by nlminb over all parameters at
# once.

options(digits = 15)
node <- (-30:30) / 5
x <- as.matrix(expand.grid(0:1, 0:1, 0:1, 0:1)[, 4:1])
reference <- c(80, 22, 14, 9, 30, 19, 12, 16, 18, 9, 8, 10, 21, 24, 15, 61)
focal <- c(38, 9, 21, 12, 14, 8, 19, 22, 7, 4, 13, 12, 9, 11, 31, 90)

loglik <- function(n, a, d, mean, sd) {
  weight <- dnorm(node, mean, sd)
  weight <- weight / sum(weight)
  l <- sapply(1:16, function(k) {
    p <- weight
    for (i in 1:4) {
      up <- 1 / (1 + exp(-(a[i] * node + d[i])))
      p <- p * if (x[k, i] == 1) up else 1 - up
    }
    sum(p)
  })
  sum(n * log(l))
}
# par: a (4), d (4), mean, log sd; then the focal d, and a, of the item.
minus <- function(par, item, free) {
  a <- b <- par[1:4]
  d <- e <- par[5:8]
  if (free >= 1) e[item] <- par[11]
  if (free == 2) b[item] <- par[12]
  -loglik(reference, a, d, 0, 1) - loglik(focal, b, e, par[9], exp(par[10]))
}
fit <- function(item, free) {
  par <- c(rep(1.2, 4), rep(0, 4), 0, 0, c(0, 1.2)[seq_len(free)])
  for (i in 1:6)
    par <- nlminb(par, minus, item = item, free = free, control =
      list(rel.tol = 1e-15, x.tol = 1e-14, eval.max = 9999, iter.max = 9999))$par
  par
}
base <- fit(1, 0)
l0 <- -minus(base, 1, 0)
cat("log-likelihood", l0, "mean", base[9], "sd", exp(base[10]), "\n")
for (item in 1:4) {
  one <- fit(item, 1)
  all <- fit(item, 2)
  l1 <- -minus(one, item, 1)
  l2 <- -minus(all, item, 2)
  weight <- dnorm(node, all[9], exp(all[10]))
  weight <- weight / sum(weight)
  off <- plogis(all[12] * node + all[11]) -
    plogis(all[item] * node + all[4 + item])
  cat("item", item, "chi2", 2 * (l2 - l0), 2 * (l1 - l0), 2 * (l2 - l1),
    "p", pchisq(2 * (l2 - l0), 2, lower.tail = FALSE),
    "difference", sum(weight * off), "area", sum(weight * abs(off)), "\n")
}
cat("adjusted", p.adjust(c(0.01, 0.04, 0.03, NA, 0.005, 0.9), "BH"), "\n")
