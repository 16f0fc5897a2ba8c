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

# 100 people through 18 items, for tests/cli/isolate-quiz/adaptive-reference.sh:
# adaptive-bank.csv, adaptive-answers.csv and adaptive-orders.csv, written into
# the current folder.  The generator is that of Park and Miller (1988), which is
# exact in doubles.
state <- 20261122
even <- function() {
  state <<- (state * 16807) %% 2147483647
  state / 2147483647
}
n <- 18
m <- 4
a <- round(0.8 + 1.6 * replicate(n, even()), 2)
b <- t(replicate(n, round(-1.7 + 1.6 * even() + cumsum(c(0, 0.5 + 0.7 *
  replicate(m - 1, even()))), 2)))
area <- c(rep("one", 8), rep("two", 5), rep("three", 3), rep("four", 2))
above <- function(i, theta, k)
  if (k == 0) 1 else if (k > m) 0 else 1 / (1 + exp(-a[i] * (theta - b[i, k])))
p <- function(i, theta, k) above(i, theta, k) - above(i, theta, k + 1)
information <- function(i, theta) sum(sapply(0:m, function(k) {
  d <- function(k) a[i] * above(i, theta, k) * (1 - above(i, theta, k))
  (d(k) - d(k + 1))^2 / p(i, theta, k)
}))
# Of the estimate against each node, by the definition, weighted.
divergence <- function(i, theta, post) {
  here <- sapply(0:m, function(k) p(i, theta, k))
  k <- sapply(node, function(t)
    sum(here * log(here / sapply(0:m, function(k) p(i, t, k)))))
  sum(k * post) / sum(post)
}
sitting <- function(x, select, balance, se_goal, change) {
  theta <- 0
  post <- weight
  order <- integer()
  repeat {
    left <- setdiff(seq_len(n), order)
    if (length(left) == 0) break
    if (balance) {
      # Kingsbury and Zara: the area furthest below its share, in hundredths of
      # a hundredth of a share, so that equal ones are equal.
      now <- if (length(order) == 0) rep(0, n) else sapply(seq_len(n),
        function(i) sum(area[order] == area[i]) / length(order))
      gap <- if (length(order) == 0) rep(0, n) else
        round(1e6 * (sapply(area, function(s) mean(area == s)) - now))
      left <- left[gap[left] == max(gap[left])]
    }
    value <- sapply(left, function(i) if (select == "kl")
      divergence(i, theta, post) else information(i, theta))
    i <- left[which.max(value)]
    order <- c(order, i)
    post <- post * sapply(node, function(t) p(i, t, x[i]))
    before <- theta
    theta <- sum(node * post) / sum(post)
    se <- sqrt(sum((node - theta)^2 * post) / sum(post))
    if (length(order) >= 3 &&
      (se <= se_goal || abs(theta - before) < change)) break
  }
  data.frame(order = paste0("i", order, collapse = ";"), theta, se)
}
people <- t(replicate(100, {
  theta <- sum(replicate(12, even())) - 6
  sapply(seq_len(n), function(i) {
    u <- even()
    sum(sapply(1:m, function(k) u < above(i, theta, k)))
  })
}))
items <- paste0("i", seq_len(n))
colnames(people) <- items
write.csv(data.frame(scale = "s", item = items, a, b1 = b[, 1], b2 = b[, 2],
  b3 = b[, 3], b4 = b[, 4], area), "adaptive-bank.csv", quote = FALSE,
  row.names = FALSE)
write.csv(data.frame(respondent = 1:100, people), "adaptive-answers.csv",
  quote = FALSE, row.names = FALSE)
rules <- list(fisher = list("fisher", FALSE, 0.3, 0),
  kl = list("kl", FALSE, 0.3, 0), balance = list("fisher", TRUE, 0.3, 0),
  change = list("fisher", FALSE, 0, 0.02))
orders <- do.call(rbind, lapply(names(rules), function(rule)
  do.call(rbind, lapply(1:100, function(k) data.frame(respondent = k, rule,
    do.call(sitting, c(list(people[k, ]), rules[[rule]])))))))
orders$theta <- sprintf("%.15g", orders$theta)
orders$se <- sprintf("%.15g", orders$se)
write.csv(orders, "adaptive-orders.csv", quote = FALSE, row.names = FALSE)
