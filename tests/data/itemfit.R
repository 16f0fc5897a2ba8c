# The figures of tests/unit/test_itemfit.c and test_q3.c: S-X2, Q3 and the
# reliability of a bank, from the definitions alone, without their code:
#
#   Rscript itemfit.R
#
# Needs R only.  Sums are not taken by a recursion but over all patterns of the
# other items, one by one.

options(digits = 17)
node <- (-30:30) / 5
weight <- dnorm(node) / sum(dnorm(node))
a <- c(1.2, 2.5, 0.7, 1.6)
b <- list(c(-1, 0.5), c(-0.4, 0.1, 1.3), 0.8, c(-1.5, 0, 1))
top <- lengths(b)

probabilities <- function(i, theta) {
  above <- cbind(1, outer(theta, b[[i]],
    function(t, b) 1 / (1 + exp(-a[i] * (t - b)))), 0)
  above[, -ncol(above), drop = FALSE] - above[, -1, drop = FALSE]
}

# People of each pattern, the last item running fastest, by a rule that anyone
# can repeat; and three with gaps.
x <- as.matrix(expand.grid(0:3, 0:1, 0:3, 0:2)[, 4:1])
k <- seq_len(nrow(x)) - 1
n <- (k * 37) %% 11 * ((k * 53) %% 7 < 4) + 6 * (abs(x[, 1] - x[, 4]) < 2)
gaps <- rbind(c(1, NA, 0, 2), c(NA, 3, NA, 3), c(0, 0, 1, NA))

likelihood <- function(x) {
  l <- weight
  for (i in seq_along(a))
    if (!is.na(x[i])) l <- l * probabilities(i, node)[, x[i] + 1]
  l
}

itemfit <- function(i) {
  score <- rowSums(x)
  joint <- apply(x, 1, function(row) sum(likelihood(row)))
  sums <- 1:(sum(top) - 1)
  people <- sapply(sums, function(s) sum(n[score == s]))
  o <- t(sapply(sums, function(s) sapply(0:top[i], function(z)
    sum(n[score == s & x[, i] == z]))))
  e <- t(sapply(sums, function(s) sapply(0:top[i], function(z)
    sum(joint[score == s & x[, i] == z])) / sum(joint[score == s])))
  e <- e * people
  settle <- function(o, e) {
    cell <- integer(0)
    at <- 1
    held <- 0
    for (z in seq_along(e)) {
      cell[z] <- at
      held <- held + e[z]
      if (held >= 1 && z < length(e)) {
        at <- at + 1
        held <- 0
      }
    }
    if (at > 1 && held < 1) cell[cell == at] <- at - 1
    list(o = tapply(o, cell, sum), e = tapply(e, cell, sum))
  }
  chi2 <- 0
  df <- -(top[i] + 1)
  peak <- which.max(people)
  take <- function(r) {
    s <- settle(o[r, ], e[r, ])
    if (length(s$e) == 1) return(FALSE)
    chi2 <<- chi2 + sum((s$o - s$e)^2 / s$e)
    df <<- df + length(s$e) - 1
    TRUE
  }
  give <- function(from, to) {
    o[to, ] <<- o[to, ] + o[from, ]
    e[to, ] <<- e[to, ] + e[from, ]
  }
  if (peak > 1) for (r in 1:(peak - 1)) if (!take(r)) give(r, r + 1)
  if (peak < length(sums))
    for (r in length(sums):(peak + 1)) if (!take(r)) give(r, r - 1)
  take(peak)
  c(n = sum(n), chi2 = chi2, df = df,
    p = pchisq(chi2, df, lower.tail = FALSE),
    rmsea = sqrt(max(0, chi2 - df) / (df * (sum(n) - 1))))
}
for (scale in c(1, 0.1)) {
  cat("people", sum(ceiling(n * scale)), "\n")
  all <- n
  n <- ceiling(n * scale)
  for (i in seq_along(a)) cat("item", i, itemfit(i), "\n")
  n <- all
}

eap <- function(x) {
  post <- likelihood(x)
  sum(post * node) / sum(post)
}
everyone <- rbind(x[rep(seq_len(nrow(x)), n), ], gaps)
theta <- apply(everyone, 1, eap)
residual <- sapply(seq_along(a), function(i)
  everyone[, i] - probabilities(i, theta) %*% (0:top[i]))
print(cor(residual, use = "pairwise.complete.obs"))
