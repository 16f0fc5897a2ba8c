# The figures of tests/data/eval/pairs.csv by scikit-learn.
#   python3 reference.py pairs.csv > reference.csv
import csv, sys
from sklearn.metrics import (accuracy_score, cohen_kappa_score, f1_score,
    precision_recall_fscore_support, brier_score_loss)
rows = list(csv.DictReader(open(sys.argv[1])))
right = [r['right'] for r in rows]
told = [r['told'] for r in rows]
p = [float(r['p']) for r in rows]
labels = sorted(set(right) | set(told))
def put(measure, label, n, value):
    print('%s,%s,%d,%.15g' % (measure, label, n, value))
n = len(rows)
put('accuracy', '', n, accuracy_score(right, told))
put('kappa', '', n, cohen_kappa_score(right, told))
for mean in ('macro', 'weighted'):
    s = precision_recall_fscore_support(right, told, labels=labels, average=mean, zero_division=0)
    for name, x in zip(('precision', 'recall', 'f1'), s):
        put(mean + '-' + name, '', n, x)
put('micro-f1', '', n, f1_score(right, told, average='micro'))
put('brier', '', n, brier_score_loss([r == t for r, t in zip(right, told)], p))
s = precision_recall_fscore_support(right, told, labels=labels, zero_division=0)
for i, label in enumerate(labels):
    for k, name in enumerate(('precision', 'recall', 'f1')):
        put(name, label, s[3][i], s[k][i])
