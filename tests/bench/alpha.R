# The reliability of the items of a file, by psych.
suppressPackageStartupMessages(library(psych))
d <- read.csv(commandArgs(TRUE)[1])[-1]
print(alpha(d)$total$raw_alpha, digits = 15)
