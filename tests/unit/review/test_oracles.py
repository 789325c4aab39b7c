"""Our statistics against nltk, statsmodels, scikit-learn, irrCAC and krippendorff.

On 1,000 random tables, most of them with missing values, within 1e-9. irrCAC prints five
digits; told to, it rounds to fifteen, and those are compared. The programs run apart, in
``.venv-oracles``: irrCAC forces an old numpy.

What is compared with what:

- alpha: ``krippendorff``, nltk's ``alpha``, irrCAC's ``krippendorff``;
- Fleiss' kappa, over the items that everybody tagged: statsmodels' ``fleiss_kappa``, irrCAC's ``fleiss``,
  and nltk's ``pi``, which is the same statistic under Scott's name. nltk's ``multi_kappa`` is Davies
  and Fleiss (1982), another statistic: it averages Cohen's chance over pairs, each analyst keeping
  the own shares. It is not compared, but shown to differ.
- Cohen's kappa of two: scikit-learn, statsmodels, and nltk's ``kappa``; its interval: statsmodels;
- AC1: irrCAC's ``gwet``, over items with at least one tag, told that there are three tags.

irrCAC works out a variance with everything, and so has no answer where a single item is counted.
"""

import json
import random
import subprocess

import pytest

from annotator.review.agreement import agreement
from annotator.review.table import OUR_TAGS, Table
from unit.test_architecture import ROOT

PYTHON = ROOT / ".venv-oracles" / "bin" / "python"
ORACLES = ROOT / "tests" / "unit" / "review" / "oracles.py"
TABLES = 1_000
NEAR = 1e-9


def random_columns(chance):
    """Two to five analysts, one to forty items, tags from common to never, gaps from none to half."""
    items = range(chance.randint(1, 40))
    shares = [chance.choice((0, 1, 1, 5, 25)) for _ in OUR_TAGS]
    shares[chance.randrange(3)] += 1
    missing, alike = chance.choice((0, 0.1, 0.3, 0.5)), chance.random()
    truth = [tag(chance, shares) for _ in items]
    return [
        [
            0
            if chance.random() < missing
            else truth[item]
            if chance.random() < alike
            else tag(chance, shares)
            for item in items
        ]
        for _ in range(chance.randint(2, 5))
    ]


def tag(chance, shares):
    return chance.choices((1, 2, 3), shares)[0]


def made(columns):
    names = tuple("ABCDE"[: len(columns)])
    return Table(names, range(len(columns[0])), OUR_TAGS, tuple(map(bytes, columns)))


@pytest.fixture(scope="module")
def compared():
    """Each table: our agreement, and what the oracles say."""
    if not PYTHON.exists():
        pytest.fail("The oracles are missing: `python3 .ci/setup.py --test` fetches them.")
    chance = random.Random(1969)
    tables = [random_columns(chance) for _ in range(TABLES)]
    done = subprocess.run(
        [PYTHON, ORACLES], input=json.dumps(tables), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [
        (agreement(made(columns)), oracle)
        for columns, oracle in zip(tables, json.loads(done.stdout), strict=True)
    ]


def assert_same(compared, part, items, ours, *names):
    """Wherever ours is defined every oracle has it, and has the same."""
    seen = 0
    for found, oracle in compared:
        value = ours(found)
        if value is None:
            continue
        seen += 1
        for name in names:
            if items(found) > 1 or not name.startswith("irrCAC"):
                assert oracle[part][name] == pytest.approx(value, abs=NEAR), (name, found.table)
    assert seen > TABLES / 2, "the tables are not all of one kind"


def tagged(found):
    return sum(map(any, zip(*found.table.columns, strict=True)))


def shared(found):
    return found.units


def complete(found):
    return found.complete


def first(found):
    return found.pairs[0].measures


def both(found):
    return first(found).units


def test_alpha_is_theirs(compared):
    names = ("krippendorff.alpha", "nltk.alpha", "irrCAC.krippendorff")
    assert_same(compared, "all", shared, lambda found: found.alpha, *names)


def test_ac1_and_percent_are_irrcac_s(compared):
    def share(found):
        return None if found.percent is None else found.percent / 100

    assert_same(compared, "all", tagged, lambda found: found.ac1, "irrCAC.gwet")
    assert_same(compared, "all", tagged, share, "irrCAC.gwet.pa")


def test_fleiss_kappa_is_theirs(compared):
    names = ("statsmodels.fleiss", "irrCAC.fleiss", "nltk.pi")
    assert_same(compared, "complete", complete, lambda found: found.fleiss_kappa, *names)


def test_nltk_s_multi_kappa_is_another_statistic(compared):
    both = [
        (found.fleiss_kappa, oracle["complete"]["nltk.multi_kappa"])
        for found, oracle in compared
        if found.fleiss_kappa is not None
    ]
    assert any(abs(fleiss - davies) > 0.01 for fleiss, davies in both)


def test_cohen_s_kappa_is_theirs(compared):
    names = ("sklearn.kappa", "statsmodels.kappa", "nltk.kappa")
    assert_same(compared, "pair", both, lambda found: first(found).kappa, *names)


def test_a_pair_s_alpha_and_ac1_are_theirs(compared):
    assert_same(compared, "pair", both, lambda found: first(found).alpha, "krippendorff.alpha")
    assert_same(compared, "pair", both, lambda found: first(found).ac1, "irrCAC.gwet")


def uncertain(measures):
    """Theirs keeps a trace of rounding where the interval has no width: up to 1e-8, or the root of less than 0."""
    return measures.kappa is not None and measures.low != measures.high


def test_kappa_s_interval_is_statsmodels(compared):
    def low(found):
        return first(found).low if uncertain(first(found)) else None

    def high(found):
        return first(found).high if uncertain(first(found)) else None

    assert_same(compared, "pair", both, low, "statsmodels.kappa_low")
    assert_same(compared, "pair", both, high, "statsmodels.kappa_upp")
    for found, oracle in compared:
        if first(found).kappa is not None and not uncertain(first(found)):
            assert (oracle["pair"]["statsmodels.std_kappa"] or 0) == pytest.approx(0, abs=1e-7)


def test_one_tag_or_not_is_theirs(compared):
    seen = 0
    for found, oracle in compared:
        theirs = oracle["pair"]
        if not theirs:
            continue
        ours = found.pairs[0].tag_or_not(OUR_TAGS[theirs["tag"] - 1])
        if ours.units > 1:
            assert theirs["irrCAC.or_not.gwet"] == pytest.approx(ours.ac1, abs=NEAR)
        if ours.kappa is not None:
            seen += 1
            assert theirs["statsmodels.or_not.kappa"] == pytest.approx(ours.kappa, abs=NEAR)
        if uncertain(ours):
            interval = (
                theirs["statsmodels.or_not.kappa_low"],
                theirs["statsmodels.or_not.kappa_upp"],
            )
            assert interval == pytest.approx((ours.low, ours.high), abs=NEAR)
    assert seen > TABLES / 2


def test_ours_is_undefined_only_where_one_tag_or_nothing_is_shared(compared):
    for found, _ in compared:
        rows = list(zip(*found.table.columns, strict=True))
        pairable = [row for row in rows if len(row) - row.count(0) > 1]
        assert (found.percent is None) == (not pairable)
        assert (found.ac1 is None) == (not pairable)
        assert (found.alpha is None) == (tags_in(pairable) < 2)
        assert (found.fleiss_kappa is None) == (tags_in(row for row in rows if all(row)) < 2)
        assert (first(found).kappa is None) == (tags_in(r[:2] for r in rows if all(r[:2])) < 2)


def tags_in(rows):
    return len(set().union(*rows) - {0})
