# Five sums of ten items each, every third item reversed: what
# "generate instrument" describes.
library(data.table)
setDTthreads(1)
argv <- commandArgs(TRUE)
max <- as.integer(argv[1])
total <- max + if (max == 5L) 1L else 0L
d <- fread(argv[2])
for (i in seq(3L, 50L, by = 3L)) set(d, j = i + 1L, value = total - d[[i + 1L]])
out <- data.table(respondent = d$respondent)
for (s in 1:5) {
	set(out, j = paste0("s", s), value = rowSums(d[, (s * 10L - 8L):(s * 10L + 1L), with = FALSE]))
}
fwrite(out, "/dev/stdout")
