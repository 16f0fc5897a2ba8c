# Fits the weights of the alarm (attrib/alarm.h): logistic regression
# (scikit-learn) on the buckets of features, each weighed by how rare it is.
#
#   alarm.py BUCKETS LINES ORDINARY FOLDER [HELD] > lib/data/alarm.txt
#
# BUCKETS is the program tests/tools/buckets; LINES and HELD are CSV files of
# list, label (crisis, none) and text, lines written for this; ORDINARY is one of
# ordinary sentences, FOLDER has the labelled texts, which both stand for what
# people write else.  Lines of HELD are
# not fitted to: what is found of them is told on standard error, list by list,
# as is what is found of the texts, which are fitted to but for every fifth
# where HELD is given.
import csv
import random
import subprocess
import sys

import numpy
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

BUCKETS = 1 << 19
LEVELS = 31  # of a weight, either way
# As how many lines a text counts: nobody is to be alarmed by happy moments.
OTHERS = {
    "claff_happydb": 100,
    "isear_cause": 4,
    "enisear_appraisal": 4,
    "patternreframe_binary": 4,
    "shreevastava_span": 4,
    "burger_thoughts": 4,
    "ordinary": 4,
}
# Lines of list 0 are the plainest, which nothing is to get wrong.
PLAIN = 5
COST = 4
# As how many lines one counts that is run on with an ordinary sentence: many do
# not part what they write by marks.
RUN_ON = 0.2
# And one of words in no order: what adds up by chance speaks of nothing.
SHUFFLED = 4
# Of the limit that weighs both mistakes alike: to miss a cue is the worse one.
CARE = 0.9

program, lines, ordinary, folder = sys.argv[1:5]
held = sys.argv[5:]


def read(path):
    with open(path, encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def heard(texts):
    """Of each text what is heard by itself: how many words, their buckets."""
    flat = "".join(" ".join(text.split()) + "\n" for text in texts)
    out = subprocess.run(
        [program], input=flat, capture_output=True, text=True, check=True
    ).stdout.split("\n")[:-1]
    assert len(out) == len(texts)
    found = []
    for line in out:
        parts = [numpy.array(part.split(), dtype=int) for part in line.split(";")[1:]]
        found.append([(part[0], part[1:]) for part in parts])
    return found


def matrix(units):
    ends = numpy.cumsum([0] + [len(unit[1]) for unit in units])
    shares = [numpy.full(len(unit[1]), (unit[0] + 1) ** -0.5) for unit in units]
    counts = csr_matrix(
        (
            numpy.concatenate(shares),
            numpy.concatenate([unit[1] for unit in units]),
            ends,
        ),
        shape=(len(units), BUCKETS),
    )
    counts.sum_duplicates()
    return counts


def small(text):
    return text if text.startswith(("I ", "I'")) else text[:1].lower() + text[1:]


def run_on(rows, plain):
    """Each line and an ordinary sentence, either first, as one."""
    dice = random.Random(1)
    out = []
    for row in rows:
        both = [dice.choice(plain)["text"], row["text"]]
        dice.shuffle(both)
        join = dice.choice([", ", " and ", " and then ", ", "])
        text = both[0].rstrip(".!?") + join + small(both[1])
        out.append(dict(row, text=text, share=RUN_ON))
    return out


def shuffled(plain):
    """The words of two ordinary sentences each, in no order."""
    dice = random.Random(2)
    out = []
    for row in plain:
        words = f"{row['text']} {dice.choice(plain)['text']}".rstrip(".!?").split()
        dice.shuffle(words)
        row = {"list": "", "label": "none", "text": " ".join(words)}
        out.append(dict(row, share=SHUFFLED))
    return out


def is_whole(parts):
    """Whether the first of what is heard is all of the text (alarm_next())."""
    return len(parts) == 1 or parts[0][0] == sum(part[0] for part in parts[1:])


def examples(rows, others):
    """What is heard, its labels and how much each counts.  Of a cue of several
    sentences it is not known which speak of it: where the whole is heard, that
    alone is fitted to.  No sentence of what is no cue is one."""
    units, labels, shares = [], [], []
    for i, mine in enumerate(heard([row["text"] for row in rows + others])):
        ours = i < len(rows)
        crisis = ours and rows[i]["label"] == "crisis"
        if ours:
            share = rows[i].get("share", PLAIN if rows[i]["list"] == "0" else 1)
        else:
            share = OTHERS[others[i - len(rows)]["file"]]
        if crisis and is_whole(mine):
            mine = mine[:1]
        units += mine
        labels += [int(crisis)] * len(mine)
        shares += [share / len(mine) if crisis else share] * len(mine)
    return matrix(units), labels, shares


def fit(rows, others):
    """Weights in levels, and the limit."""
    counts, labels, shares = examples(rows, others)
    often = numpy.asarray((counts > 0).sum(0)).ravel()
    rare = numpy.log((counts.shape[0] + 1) / (often + 1)) + 1
    machine = LogisticRegression(C=COST, solver="liblinear", max_iter=300)
    machine.fit(counts @ diags(rare), labels, sample_weight=shares)
    weights = machine.coef_[0] * rare
    level = numpy.quantile(numpy.abs(weights), 0.9995) / LEVELS
    rounded = numpy.clip(numpy.round(weights / level), -LEVELS, LEVELS)
    return rounded.astype(int), -CARE * machine.intercept_[0] / level


def rings(rows, weights, limit):
    units, owners = [], []
    for i, parts in enumerate(heard([row["text"] for row in rows])):
        for unit in parts:
            units.append(unit)
            owners.append(i)
    ring = numpy.zeros(len(rows), bool)
    numpy.logical_or.at(ring, owners, matrix(units) @ weights >= limit)
    return ring


def tell(name, rows, ring):
    crisis = numpy.array([row.get("label") == "crisis" for row in rows])
    for what, mine in (("cues", crisis), ("others", ~crisis)):
        if mine.any():
            print(
                f"{name:24s} {what:6s} {ring[mine].sum():5d} of {mine.sum():5d}",
                file=sys.stderr,
            )


rows = read(lines)
others = [
    {"text": row["text"][:400], "file": name}
    for name in OTHERS
    for row in read(ordinary if name == "ordinary" else f"{folder}/{name}.csv")
]
fitted = [text for i, text in enumerate(others) if not held or i % 5 > 0]
plain = read(ordinary)
weights, limit = fit(rows + run_on(rows, plain) + shuffled(plain), fitted)
for path in held:
    kept = read(path)
    ring = rings(kept, weights, limit)
    for name in sorted({row["list"] for row in kept}):
        mine = [i for i, row in enumerate(kept) if row["list"] == name]
        tell(f"list {name}", [kept[i] for i in mine], ring[mine])
kept = others[::5]
ring = rings(kept, weights, limit)
for name in OTHERS:
    mine = [i for i, text in enumerate(kept) if text["file"] == name]
    tell(name, [kept[i] for i in mine], ring[mine])
print(
    f"""alarm: 1
title: How strongly words speak of a wish to die or to harm oneself
language: en
licence: ISC
provenance: Fitted by tests/text/alarm.py to {len(rows)} lines of our own (tests/data/crisis/lines.csv), {sum(row["label"] == "crisis" for row in rows)} of them such cues, the others no such thing, and as more of these to ordinary sentences (tests/data/ordinary.csv) and the development parts of six sets of labelled texts.
limit: {limit:.4f}
"""
)
text = "".join(chr(ord("_") + weight) for weight in weights)
for begin in range(0, BUCKETS, 64):
    print(text[begin : begin + 64])
