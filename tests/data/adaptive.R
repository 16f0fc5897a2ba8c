# The sittings of tests/unit/test_adaptive.c, from the definitions alone, without
# their code: Rscript adaptive.R.  Needs R only.

options(digits = 17)
node <- (-30:30) / 5
weight <- dnorm(node)
a <- c(1.1, 2.3, 1.7, 0.8, 2.0, 1.4, 1.9, 1.2)
b <- rbind(c(-1.5, 0.2, 1.1), c(-0.3, 0.4, 1.6), c(-2, -1, 0), c(-1, 0, 1),
  c(0.5, 1.2, 2), c(-1.2, -0.2, 0.9), c(-2.4, -1.6, -0.7), c(0.9, 1.5, 2.6))
above <- function(i, theta, k)
  if (k == 0) 1 else if (k == 4) 0 else 1 / (1 + exp(-a[i] * (theta - b[i, k])))
p <- function(i, theta, k) above(i, theta, k) - above(i, theta, k + 1)
information <- function(i, theta) sum(sapply(0:3, function(k) {
  d <- function(k) a[i] * above(i, theta, k) * (1 - above(i, theta, k))
  (d(k) - d(k + 1))^2 / p(i, theta, k)
}))
for (x in list(c(0, 1, 2, 0, 0, 1, 2, 0), c(3, 3, 3, 2, 3, 3, 3, 1),
    c(0, 0, 0, 1, 0, 0, 1, 0))) {
  theta <- 0
  post <- weight
  left <- 1:8
  repeat {
    i <- left[which.max(sapply(left, information, theta = theta))]
    left <- setdiff(left, i)
    post <- post * sapply(node, function(t) p(i, t, x[i]))
    theta <- sum(node * post) / sum(post)
    se <- sqrt(sum((node - theta)^2 * post) / sum(post))
    cat(i - 1, "")
    if (se <= 0.45 || length(left) == 0) break
  }
  cat("theta", theta, "se", se, "\n")
}
