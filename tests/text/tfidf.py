# The macro-F1 of a usual classifier of texts, to compare with: a linear support
# vector machine (scikit-learn; classes balanced, C = 0.3) on sublinear TF-IDF
# of words, those of one letter too, and of each two that follow one another.
#
#   tfidf.py LABEL FOLDER
#
# A line for each of five folds: trained on FOLDER/rows.N, tried on others.N.
import csv
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

label, folder = sys.argv[1:]


def read(name):
    with open(f"{folder}/{name}", encoding="utf-8", newline="") as rows:
        rows = [row for row in csv.DictReader(rows) if row[label]]
    return [row["text"] for row in rows], [row[label] for row in rows]


for fold in range(5):
    machine = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+"),
        LinearSVC(C=0.3, class_weight="balanced"),
    )
    machine.fit(*read(f"rows.{fold}"))
    texts, labels = read(f"others.{fold}")
    print(f1_score(labels, machine.predict(texts), average="macro"))
