# A researcher, from a raw file with every usual fault to a table, in a real
# terminal.  Twelve people (made up) answered the three questions of the UCLA
# scale, half of them again after three months, some of these in a group; the
# first time they also wrote why they are alone.
#
# Alpha and omega of the first wave, from R:
#
#   library(psych)
#   x <- read.csv("wave1.csv")[c("companionship", "left.out", "isolated")]
#   alpha(x)$total$raw_alpha
#   l <- fa(x, 1, fm = "ml")$loadings[, 1]
#   sum(l)^2 / (sum(l)^2 + sum(1 - l^2))
. "$TOP"/tests/terminal.sh
terminal 100 30 C.UTF-8

cat >raw.csv <<EOF
respondent,time,arm,direct,companion,left-out,isolated,why
p01,2026-01-10,group,3,3,3,3,Because I'm boring.
p02,2026-01-10,group,2,3,2,3,Because I'm stupid.
p03,2026-01-10,wait,2,"1,5",1,2,Because of the move to another town.
p04,2026-01-11,wait,3,2,4,2,Because my friends moved away.
p05,2026-01-11,group,2,2,-9,2,Because I'm too shy.
p06,2026-01-11,group,1,1,1,2,Because of the snow this week.
p07,2026-01-12,wait,1,1,2,1,Because of the rain all week.
p08,2026-01-12,wait,3,3,3,2,Because I'm a failure.
p09,2026-01-12,group,2,2,1,2,Because my family lives far away.
p10,2026-01-13,wait,1,1,1,1,Because I wanted a quiet week.
p11,2026-01-13,group,3,2,3,3,Because I'm ugly.
p12,2026-01-13,group,2,2,2,1,Because nobody asked me.
p01,2026-01-10,group,3,3,3,3,Because I'm boring.
EOF
cat >wave2.csv <<EOF
respondent,time,arm,direct,companionship,left-out,isolated
p01,2026-04-10,group,1,1,1,2
p02,2026-04-10,group,2,2,2,3
p06,2026-04-11,group,1,1,1,1
p07,2026-04-12,wait,2,3,2,3
p08,2026-04-12,wait,3,3,3,2
p11,2026-04-13,group,1,1,2,1
EOF

# A column of no name that is asked for: which are there is said.
run 3 'isolate-quiz score -i gss-loneliness --wide raw.csv'
see companionship
run 0 'sed "1s/companion,/companionship,/" raw.csv > named.csv'

# Each bad row with its line; the good ones go on.
run 1 'isolate-quiz score -i gss-loneliness --wide named.csv > scores.csv'
screen refused | sed '/ended:/d'
run 0 'wc -l scores.csv'
see '10 scores.csv'

# Mended: what stood on paper, the code for missing named, the copy taken out.
run 0 "sed 's/\"1,5\"/1/; /p04/s/,4,/,3,/; \$d' named.csv > wave1.csv"
run 0 'isolate-quiz score -i gss-loneliness --na=-9 --wide wave1.csv > scores.csv'
run 0 'wc -l scores.csv'
see '13 scores.csv'

# Two answers of three make no sum.
run 0 'grep ^p05 scores.csv'
screen p05 | sed '/ended:/d'

# How well do the questions go together?  Which change is more than error?
run 0 'isolate-quiz stats -i gss-loneliness --na=-9 wave1.csv > stats.csv'
run 0 'grep -E "ucla3,,,(n|alpha_raw|omega1_ml_std)," stats.csv'
screen statistics | awk -F, '/^==/; NF == 7 {printf "%s %.6g\n", $6, $7}'
run 0 'isolate-quiz change -i gss-loneliness --scale ucla3 --reliability .81 --na=-9 wave1.csv wave2.csv > change.csv'

# Where did they put the cause before, on 1 (circumstances) to 7 (oneself)?
run 0 'attrib-score -c why wave1.csv > said.csv'
run 0 'cut -d, -f 1,5 said.csv > cause.csv'

# All in one table.
run 0 'cut -d, -f 1,7,8,14 change.csv | join -t, --header - cause.csv > table.csv'
run 0 'column -s, -t table.csv'
screen table | awk '$1 ~ /^p[0-9]/ {$5 = $5 > 4.5 ? "oneself" : $5 < 3.5 ? "outside" : "between"}
	!/ended:/ {$1 = $1; print}'
