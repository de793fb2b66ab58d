"""The story packs in data/ agree with their answer keys."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
REAL_ARTICLES = ROOT.parent / "shared" / "stories" / "peacekeepers"
PACKS = ("peacekeepers", "harbour-bridge")

DIFFERENCE_KINDS = {
    "quote-reworded",
    "quote-truncated",
    "quote-to-paraphrase",
    "quote-other-speaker",
    "number-changed",
    "number-vague",
    "fact-left-out",
    "fact-added",
    "order-changed",
    "wording",
    "certainty",
    "attribution",
    "furniture",
}
FURNITURE_KINDS = {"advert", "byline", "source-link", "newsletter", "share", "cookie"}
HEADING_KINDS = {"headline", "standfirst", "subheading"}
RELATIONS = {"verbatim", "near-verbatim", "reworded", "split", "merged"}


class Pack:
    def __init__(self, name: str) -> None:
        folder = DATA / name
        self.story = tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))
        self.key = tomllib.loads((folder / "key.toml").read_text(encoding="utf-8"))
        self.texts = {f.stem: f.read_text(encoding="utf-8") for f in sorted(folder.glob("*.txt"))}

    def lines(self, telling: str) -> list[str]:
        return self.texts[telling].split("\n")

    def fact_sentences(self) -> list[tuple[str, str]]:
        return [
            (telling, sentence)
            for fact in self.key["fact"]
            for telling, sentences in fact["in"].items()
            for sentence in sentences
        ]

    def around(self, telling: str) -> list[str]:
        """The lines of a telling that are not its sentences."""
        rows = self.key["furniture"] + self.key["heading"]
        return [row["text"] for row in rows if row["telling"] == telling]


@pytest.fixture(params=PACKS)
def pack(request: pytest.FixtureRequest) -> Pack:
    return Pack(request.param)


def test_story_lists_every_text_once_and_knows_its_headline(pack: Pack) -> None:
    files = [telling["file"] for telling in pack.story["telling"]]
    assert sorted(files) == sorted(f"{name}.txt" for name in pack.texts)
    for telling in pack.story["telling"]:
        assert telling["headline"] in pack.lines(Path(telling["file"]).stem)
        assert all(telling[field] for field in ("outlet", "note", "author", "published"))


def test_story_says_that_it_was_written_for_teaching(pack: Pack) -> None:
    assert pack.story["licence"].startswith("CC0-1.0. Written for teaching")
    assert all("written for teaching" in t["note"].lower() for t in pack.story["telling"])


def test_reworded_quotes_of_real_people_are_announced() -> None:
    bait = next(t for t in Pack("peacekeepers").story["telling"] if t["file"] == "newsfizzer.txt")
    assert "rewords the quotes of real people on purpose" in bait["note"]


def test_texts_are_plain_and_of_classroom_length(pack: Pack) -> None:
    for name, text in pack.texts.items():
        assert 350 <= len(text.split()) <= 900, name
        assert text == text.rstrip() + "\n", name
        assert "\n\n\n" not in text, name
        assert text.replace("\n", "").isprintable(), name


def test_every_difference_passage_occurs_once(pack: Pack) -> None:
    for difference in pack.key["difference"]:
        for passage in difference["passage"]:
            found = pack.texts[passage["telling"]].count(passage["text"])
            assert found == 1, (difference["id"], passage, found)


def test_differences_are_many_named_and_of_a_known_kind(pack: Pack) -> None:
    differences = pack.key["difference"]
    assert len(differences) >= 15
    assert len({d["id"] for d in differences}) == len(differences)
    for difference in differences:
        assert difference["kind"] in DIFFERENCE_KINDS
        assert difference["note"].endswith(".")
        told = {p["telling"] for p in difference["passage"]}
        missing = set(difference.get("missing", []))
        assert told.isdisjoint(missing), difference["id"]
        assert missing <= set(pack.texts), difference["id"]
        assert len(told) + len(missing) >= 2 or difference["kind"] == "furniture", difference["id"]


def test_every_kind_of_difference_is_planted_somewhere() -> None:
    planted = {d["kind"] for name in PACKS for d in Pack(name).key["difference"]}
    assert planted == DIFFERENCE_KINDS


def test_every_fact_sentence_occurs_once(pack: Pack) -> None:
    for telling, sentence in pack.fact_sentences():
        assert pack.texts[telling].count(sentence) == 1, (telling, sentence)
        assert sentence == sentence.strip(), sentence
        assert sentence[-1] in '.?!”"', sentence


def test_facts_are_named_once_and_hold_known_relations(pack: Pack) -> None:
    facts = pack.key["fact"]
    assert len({f["id"] for f in facts}) == len(facts)
    for fact in facts:
        assert fact["note"].endswith(".")
        assert fact["in"]
        if "relation" in fact:
            assert fact["relation"] in RELATIONS
            assert len(fact["in"]) >= 2, fact["id"]
        if fact.get("relation") == "verbatim":
            assert len({tuple(sentences) for sentences in fact["in"].values()}) == 1, fact["id"]


def test_sentences_furniture_and_headings_cover_every_telling(pack: Pack) -> None:
    sentences = set(pack.fact_sentences())
    for name in pack.texts:
        aside = Counter(pack.around(name))
        body = [line for line in pack.lines(name) if line.strip() and not aside[line]]
        rest = "\n".join(body)
        for telling, sentence in sentences:
            if telling == name:
                assert rest.count(sentence) == 1, sentence
                rest = rest.replace(sentence, "")
        assert rest.strip() == "", (name, rest.strip())


def test_furniture_and_headings_are_whole_lines(pack: Pack) -> None:
    for table, kinds in (("furniture", FURNITURE_KINDS), ("heading", HEADING_KINDS)):
        for row in pack.key[table]:
            assert pack.lines(row["telling"]).count(row["text"]) == 1, row
            assert row["kind"] in kinds, row
    for row in pack.key["heading"]:
        assert row["text"][-1] not in ".!?", row


def test_every_telling_has_one_headline(pack: Pack) -> None:
    headlines = {h["telling"]: h["text"] for h in pack.key["heading"] if h["kind"] == "headline"}
    listed = {Path(t["file"]).stem: t["headline"] for t in pack.story["telling"]}
    assert headlines == listed
    assert sum(h["kind"] == "headline" for h in pack.key["heading"]) == len(listed)


def test_the_bait_page_is_wrapped_in_one_product_and_every_kind_of_furniture() -> None:
    pack = Pack("peacekeepers")
    lines = [line for line in pack.lines("newsfizzer") if line]
    rows = [r for r in pack.key["furniture"] if r["telling"] == "newsfizzer"]
    adverts = [r["text"] for r in rows if r["kind"] == "advert"]
    assert adverts == [lines[0], lines[-1]]
    assert all("Parcelmint" in advert for advert in adverts)
    assert {r["kind"] for r in rows} == FURNITURE_KINDS


def test_one_telling_uses_straight_quotes_and_the_others_curly() -> None:
    texts = Pack("harbour-bridge").texts | Pack("peacekeepers").texts
    straight = {name for name, text in texts.items() if '"' in text or "'" in text}
    curly = {name for name, text in texts.items() if re.search("[“”‘’]", text)}
    assert straight == {"bridge-friends"}
    assert curly == set(texts) - straight


def test_the_television_site_copies_paragraphs_of_the_press_release() -> None:
    texts = Pack("harbour-bridge").texts
    shared = set(texts["saltmere-council"].split("\n\n")) & set(
        texts["tern-coast-tv"].split("\n\n")
    )
    assert sum(len(paragraph.split()) >= 40 for paragraph in shared) >= 2


def runs(text: str, length: int = 6) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.replace("’", "'").casefold())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def outside_quotes(text: str) -> list[str]:
    return re.split(r'“[^”\n]*”|"[^"\n]*"|\n', text)


@pytest.mark.skipif(not REAL_ARTICLES.is_dir(), reason="the real articles are not kept here")
def test_no_six_words_in_a_row_come_from_the_real_articles(pack: Pack) -> None:
    files = sorted(REAL_ARTICLES.glob("*.txt"))
    assert files
    real = set().union(*(runs(f.read_text(encoding="utf-8")) for f in files))
    for name, text in pack.texts.items():
        ours = set().union(*(runs(part) for part in outside_quotes(text)))
        assert not ours & real, (name, ours & real)
