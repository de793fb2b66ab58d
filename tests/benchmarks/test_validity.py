"""The comparisons with people, on sets small enough to work out by hand."""

import json
import math

import numpy as np
import pytest

from benchmarks import peers
from benchmarks.validity import __main__ as command
from benchmarks.validity import (
    frames,
    gold,
    links,
    loaded,
    page,
    reading_level,
    sentence_ends,
    tone,
)
from benchmarks.validity.result import Part, Row, quoted
from benchmarks.validity.scores import (
    Hits,
    Score,
    auc,
    auc_within,
    cut_macro_f1,
    macro_f1,
    pearson,
    share,
)
from toolkit.measures.validity import Validity

EASY = "The cat sat on the mat. It was a big cat. The dog ran to the cat."
HARD = (
    "Extraordinarily sophisticated international negotiations deteriorated notwithstanding"
    " considerable administrative determination, parliamentary representatives acknowledged."
)
MIDDLE = "The government said on Monday that the new bridge would open in the following year."


@pytest.fixture
def sets(tmp_path, monkeypatch):
    """A folder of tiny sets in the form of the real ones; call it to write one."""
    monkeypatch.setenv(gold.VARIABLE, str(tmp_path))

    def write(folder: str, name: str, text: str) -> None:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(text, encoding="utf-8")

    return write


@pytest.fixture(scope="module")
def others(textstat_oracle, nltk_vader):
    return peers.Peers(textstat_oracle, nltk_vader, peers.punkt(), None)


def value(part: Part, who: str, source: str = "measured here") -> float:
    return next(r.score.value for r in part.rows if r.who == who and r.source == source)


# ------------------------------------------------------------ without the sets


def test_missing_sets_are_one_clear_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(gold.VARIABLE, str(tmp_path / "nothing"))
    assert command.main() == 2
    printed = capsys.readouterr().err.splitlines()
    assert len(printed) == 1
    assert "there is no folder 'nothing'" in printed[0]
    assert gold.VARIABLE in printed[0]


def test_one_missing_set_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv(gold.VARIABLE, str(tmp_path))
    with pytest.raises(gold.NoGold, match=r"golden_rules/golden_rules\.json is not in the folder"):
        sentence_ends.golden_rules()


def test_without_the_variable_the_folder_beside_the_repository_is_meant(monkeypatch, repo):
    monkeypatch.delenv(gold.VARIABLE, raising=False)
    assert gold.folder() == repo.parent / "shared" / "gold"


# ------------------------------------------------------------ statistics


def test_pearson_leaves_undefined_items_out():
    x = np.array([1.0, 2.0, 3.0, 4.0, 5.0, math.nan])
    score = pearson(x, np.array([2.0, 1.0, 4.0, 3.0, 5.0, 100.0]))
    assert score.items == 5
    assert score.value == pytest.approx(0.8)
    assert -1 < score.low < 0.8 < score.high < 1


def test_pearson_of_too_few_is_undefined():
    assert math.isnan(pearson(np.array([1.0, 2.0]), np.array([1.0, 2.0])).value)


def test_a_share_of_nothing_is_undefined():
    assert math.isnan(share(0, 0).value)


def test_the_interval_of_a_share_holds_the_share():
    for hits in range(11):
        score = share(hits, 10)
        assert -1e-12 <= score.low <= score.value <= score.high <= 1 + 1e-12, hits


def test_hits_are_counted_over_all_texts():
    hits = Hits()
    hits.add({1, 2, 3}, {2, 3, 4})
    hits.add(set(), {9})
    assert (hits.right, hits.too_many, hits.missed) == (2, 1, 2)
    assert hits.precision.value == pytest.approx(2 / 3)
    assert hits.recall.value == 0.5
    assert hits.f1.value == pytest.approx(4 / 7)


def test_macro_f1_counts_every_class_alike():
    assert macro_f1(["a"] * 4, ["a", "a", "a", "b"]).value == pytest.approx((6 / 7) / 2)


def test_auc_is_the_share_of_pairs_in_the_right_order():
    rng = np.random.default_rng(0)
    values, labels = rng.integers(0, 6, 60).astype(float), rng.random(60) < 0.4
    pairs = [
        (values[k] > values[n]) + (values[k] == values[n]) / 2
        for k in np.flatnonzero(labels)
        for n in np.flatnonzero(~labels)
    ]
    score = auc(values, labels)
    assert score.value == pytest.approx(sum(pairs) / len(pairs))
    assert score.low < score.value < score.high


def test_auc_takes_what_is_undefined_for_0_and_needs_both_labels():
    assert auc(np.array([math.nan, 1.0]), np.array([False, True])).value == 1
    assert math.isnan(auc(np.array([1.0, 2.0]), np.array([True, True])).value)


def test_auc_within_groups_weighs_them_by_size_and_leaves_out_those_of_one_label():
    values = np.array([1.0, 2, 2, 1, 1, 9, 9])
    labels = np.array([False, True, False, True, True, True, True])
    groups = np.array([*"aabbbcc"])
    score = auc_within(values, labels, groups)
    assert score.value == pytest.approx((2 * 1 + 3 * 0) / 5)
    assert score.items == 5
    assert math.isnan(auc_within(values[:1], labels[:1], groups[:1]).value)


def test_a_cut_is_never_found_on_the_items_it_is_used_on():
    values = np.array([0.0, 9, 0, 9, 0, 9, 0, 9, 0, 9])
    assert cut_macro_f1(values, values > 5).value == 1
    turned = values.copy()
    turned[0] = 9  # the only one of its fold with 5; the others still set the cut
    assert cut_macro_f1(turned, values > 5).value < 1


# ------------------------------------------------------------ each comparison


def test_loaded_words_are_compared_inside_each_outlet(sets):
    rows = [
        ("A shameful plan.", "Biased", "Wire"),
        ("A plan.", "Non-biased", "Wire"),
        ("The regime met.", "Biased", "Post"),
        ("The utterly vile regime met.", "Non-biased", "Post"),
    ]
    lines = "".join(f'{k},"{text}",{label},{who},[]\n' for k, (text, label, who) in enumerate(rows))
    sets("babe_sg1", "babe_sg1.csv", f"id,text,label,outlet,biased_words\n{lines}")
    part = loaded.wording()
    assert value(part, "loaded words, AUC inside one outlet") == 0.5
    assert value(part, "- of the kind *judgement* only") == 0.5
    assert value(part, "sentences with a loaded word: precision") == pytest.approx(2 / 3)
    assert value(part, "sentences with a loaded word: recall") == 1
    assert "50 in 100 have such a word" in part.not_means
    assert set(page.records([part])) == {"loaded_sentences", "loaded_words"}


def test_each_frame_has_its_cues(sets):
    texts = ("The cost of a job.", "Critics slammed it.", "The bridge is old.")
    frame = ({"EC": 1}, {"CO": 1}, {"RE": 1, "HI": 1, "MO": 1})
    lines = "".join(
        f'{k},s,d,"{text}",' + ",".join(str(has.get(x, 0)) for x in frames.LABELS) + "\n"
        for k, (text, has) in enumerate(zip(texts, frame, strict=True))
    )
    name = "narrative_frames_open"
    sets(name, f"{name}.csv", f"id,source,date,text,RE,HI,CO,MO,EC\n{lines}")
    part = frames.articles()
    assert value(part, "cues of economic consequences (1 articles)") == 1
    assert value(part, "cues of conflict (1 articles)") == 1
    assert value(part, "cues of morality (1 articles)") == 0.5
    assert value(part, "mean of the five") == pytest.approx(3.5 / 5)


def test_readability_follows_teachers_when_they_agree(sets, others):
    texts = [(EASY, 2.0), (MIDDLE, 0.5), (MIDDLE + " " + HARD, -1.0), (HARD, -2.0)]
    rows = "".join(f'{k},t,a,Info,"{t}",{ease},\n' for k, (t, ease) in enumerate(texts))
    sets(
        "clear_open",
        "clear_open.csv",
        f"id,title,author,category,excerpt,bt_easiness,licence\n{rows}",
    )
    part = reading_level.clear(others)
    assert value(part, "Flesch reading ease") > 0.9
    assert value(part, "Flesch-Kincaid grade") > 0.9
    assert "on all excerpts" in part.means
    mine = {row.measure for row in part.rows if row.measure}
    assert mine == set(peers.FORMULAS)


def test_three_levels_in_order_count_and_a_tie_does_not(sets, others):
    rising = {"id": "x", "elementary": EASY, "intermediate": MIDDLE, "advanced": HARD}
    tied = rising | {"intermediate": EASY}
    sets("onestop", "onestop.jsonl", "".join(json.dumps(row) + "\n" for row in (rising, tied)))
    part = reading_level.onestop(others)
    assert value(part, "Flesch-Kincaid grade") == 0.5
    assert value(part, "Flesch reading ease") == 0.5


def test_the_opening_ends_with_a_sentence():
    text = "One two three. " * 100
    assert reading_level.opening(text, 150) == ("One two three. " * 50).strip()
    assert reading_level.opening("Short.", 150) == "Short."


def test_tone_follows_readers_when_they_agree(sets, others):
    lines = [("good", 2.0), ("a great success", 3.0), ("a table", 0.0), ("a terrible crime", -3.5)]
    rows = "id\tmean_rating\ttext\n" + "".join(f"{k}\t{r}\t{t}\n" for k, (t, r) in enumerate(lines))
    for name, *_ in tone.KINDS:
        sets("vader_ground_truth", f"{name}_GroundTruth.tsv", rows)
    part = tone.sentences(others)
    assert value(part, "tweets") > 0.9
    assert value(part, "- called positive: precision") == 1.0
    assert value(part, "- called negative: recall") == 1.0
    assert "equal NLTK's on 16 of 16 texts; for the 0 among them" in part.means
    assert all("per sentence" in row.dataset for row in part.rows if row.measure)


def test_tone_towards_somebody_takes_the_sentence_for_each(sets):
    row = {
        "sentence_normalized": "He wrecked the wonderful, lovely party.",
        "targets": [{"polarity": 2.0}, {"polarity": 6.0}],
    }
    sets("newsmtsc", "devtest_mt.jsonl", json.dumps(row) + "\n")
    assert tone.towards_a_person().rows[0].score == Score(pytest.approx(1 / 3), 2)


def test_sentence_ends_count_only_inside_paragraphs(sets):
    text = "Dr. Holt came. She left.\n\nNobody saw her."
    row = {"doc": "x", "text": text, "sentences": [[0, 14], [15, 24], [26, 41]]}
    sets("sentences_gum_open", "sentences_gum_open.jsonl", json.dumps(row) + "\n")
    part = sentence_ends.gum()
    assert part.rows[0].score == Score(1.0, 1)
    assert value(part, sentence_ends.PLAIN) == pytest.approx(2 / 3)  # cuts after “Dr.”


def test_golden_rules_count_when_met_exactly(sets):
    cases = [
        {"text": "Hello. Bye.", "sentences": ["Hello.", "Bye."]},
        {"text": "Hello. Bye.", "sentences": ["Hello. Bye."]},
    ]
    sets("golden_rules", "golden_rules.json", json.dumps(cases))
    assert sentence_ends.golden_rules().rows[0].score.value == 0.5


ALIKE = "The harbour bridge will close on Monday for repairs."
OTHER = "A petition with two thousand names was handed in."


def test_links_are_found_in_any_order(sets):
    kept = {"a": [ALIKE, OTHER], "b": [ALIKE, OTHER], "links": [[0, 0], [1, 1]], "order": "kept"}
    shuffled = kept | {"b": [OTHER, ALIKE], "links": [[0, 1], [1, 0]], "order": "shuffled"}
    lines = "".join(json.dumps(row) + "\n" for row in (kept, kept, shuffled, shuffled))
    sets("spliced_mrpc_open", "spliced_mrpc_open.jsonl", lines)
    found = {row.who: row.score.value for row in links.spliced().rows}
    assert found["this toolkit, same order: F1"] == 1.0
    assert found["this toolkit, shuffled: F1"] == 1.0
    assert found["rapidfuzz token_set_ratio, greedy, shuffled: F1"] == 1.0


def test_a_paragraph_of_two_sentences_is_one_item():
    assert links.spliced_links([ALIKE + " " + OTHER], [OTHER]) == {(0, 0)}


def test_pack_links_come_from_the_key(tmp_path):
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Headline\n\n{ALIKE} {OTHER}\n", encoding="utf-8")
    (folder / "b.txt").write_text(f"{OTHER}\n", encoding="utf-8")
    (folder / "key.toml").write_text(
        f'[[fact]]\nin = {{ a = ["{OTHER}"], b = ["{OTHER}"] }}\n'
        '[[heading]]\ntelling = "a"\nkind = "headline"\ntext = "Headline"\n',
        encoding="utf-8",
    )
    part = links.packs(tmp_path)
    assert [row.score.value for row in part.rows] == [1.0, 1.0, 1.0]


# ------------------------------------------------------------ what is written


def parts() -> list[Part]:
    rows = [
        Row(
            "ours", Score(0.12345, 10), True, measure="lix", statistic="Pearson r", dataset="texts"
        ),
        Row(
            "ours", Score(math.nan, 0), True, measure="ari", statistic="Pearson r", dataset="texts"
        ),
        quoted("theirs", 0.5, 10),
    ]
    return [Part("Title", "compared", "number", rows, "means", "not", ("GUM",))]


def test_records_are_rounded_sorted_and_never_undefined():
    written = json.loads(page.records_json(parts()))
    assert written == {
        "lix": [{"dataset": "texts", "statistic": "Pearson r", "value": 0.123, "items": 10}]
    }
    assert str(Validity(**written["lix"][0])) == "Pearson r 0.12 with texts (n = 10)"


def test_the_page_says_what_was_quoted_and_what_was_measured():
    text = page.page(parts())
    assert "| **ours** | **0.123** |" in text
    assert "| theirs | 0.500 |  | 10 | *quoted* |" in text
    assert "not defined" in text
    assert page.SETS["GUM"][1] in text


def test_the_shipped_records_are_those_of_known_measures():
    from toolkit.measures import validity
    from toolkit.measures.catalogue import MEASURES

    names = {record.name for record in MEASURES} | {"target_tone"}  # which needs a name to be one
    written = json.loads(validity.FILE.read_text(encoding="utf-8"))
    assert list(written) == sorted(written)
    assert set(written) <= names
    for name in written:
        assert all(-1 <= found.value <= 1 and found.items > 0 for found in validity.of(name))
