# Makes spi-social.csv and spi-social.means.csv anew, in the current folder:
#
#   Rscript spi-social.R
#
# Needs R with psych and psychTools (Debian: r-cran-psych, r-cran-psychtools).

library(psych)
library(psychTools)

keys <- list(
  sociability = c("q_1904", "-q_312", "-q_1923", "-q_684"),
  charisma = c("q_1045", "q_254", "-q_1242", "-q_901", "q_131"),
  expressiveness = c("q_219", "-q_1081", "q_803", "-q_1635", "q_1706"),
  trust = c("q_1855", "q_377", "q_379", "-q_871"),
  wellbeing = c("-q_578", "-q_811", "q_2765", "q_820", "q_1371"),
  conformity = c("q_152", "q_1300", "q_1653", "q_747", "q_2005"))
items <- sub("^-", "", unlist(keys, use.names = FALSE))

data(spi)
# The codebook: age in years; sex 1 = male, 2 = female.
people <- spi[!is.na(spi$age) & spi$age >= 16, ]
answers <- people[, items]
stopifnot(all(is.na(answers) | (answers >= 1 & answers <= 6)))

sheet <- data.frame(
  respondent = seq_len(nrow(people)),
  sex = c("male", "female")[people$sex],
  age = people$age,
  answers)
write.table(sheet, "spi-social.csv", sep = ",", quote = FALSE, na = "",
  row.names = FALSE)

# scoreItems reverses by min + max - x and gives each person's mean.
scores <- scoreItems(keys, answers, impute = "none", min = 1, max = 6)$scores
complete <- sapply(keys, function(k)
  complete.cases(answers[, sub("^-", "", k)]))
means <- data.frame(
  scale = names(keys),
  n = colSums(complete),
  mean = sapply(names(keys), function(s)
    sprintf("%.17g", mean(scores[complete[, s], s]))),
  sd = sapply(names(keys), function(s)
    sprintf("%.17g", sd(scores[complete[, s], s]))))
write.table(means, "spi-social.means.csv", sep = ",", quote = FALSE,
  row.names = FALSE)
