# Makes spi-banks.csv, the answers that the banks ipip-spi-extraversion and
# ipip-spi-neuroticism (lib/data/banks) are calibrated on, in the current folder:
#
#   Rscript spi-banks.R
#   isolate-quiz calibrate -i ipip-spi-extraversion spi-banks.csv
#
# Needs R with psychTools (Debian: r-cran-psychtools).  The data set is under
# the GNU General Public License and is not shipped with the programs.

library(psychTools)
data(spi)
# The codebook: age in years; sex 1 = male, 2 = female.
people <- spi[!is.na(spi$age) & spi$age >= 16, ]
items <- unlist(lapply(c("Extra", "Neuro"), function(domain) {
  i <- sub("^-", "", spi.keys[[domain]])
  i[spi.dictionary[i, "item_scale"] == "IPIP"]
}))
stopifnot(length(items) == 25)
write.table(data.frame(
  respondent = seq_len(nrow(people)),
  sex = c("male", "female")[people$sex],
  age = people$age,
  people[, items]), "spi-banks.csv", sep = ",", quote = FALSE, na = "",
  row.names = FALSE)
