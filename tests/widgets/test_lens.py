"""The lenses: every control changes what is said, and one failing panel fails alone."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.article import Article, Story
from toolkit.reading import load_story, story_names
from toolkit.widgets.lens import (
    OWN,
    OverlapLens,
    ReadabilityLens,
    StoryExplorer,
    ToneLens,
    VoicesLens,
)

HOSTILE = '<img src=x onerror="window.PWNED=1"><script>window.PWNED=1</script>'


def story(*texts: str, outlet: str = "Outlet") -> Story:
    articles = [Article(f"t{k}", text, outlet=f"{outlet} {k}") for k, text in enumerate(texts, 1)]
    return Story("mine", "My own story", tuple(articles))


def test_every_shipped_story_can_be_chosen():
    lens = StoryExplorer()
    for name in story_names():
        lens.story.value = name
        assert lens.summary().startswith(f"story: {name}\n")
        for article in load_story(name):
            assert article.outlet in lens.glance.words()
        assert [panel.problem.error for panel in lens.panels] == [None] * len(lens.panels)


def test_a_story_of_ones_own_and_a_folder(tmp_path):
    (tmp_path / "north-star.txt").write_text("The dam broke on Monday. Nobody was hurt.")
    (tmp_path / "south-star.txt").write_text("On Monday the dam broke. The mayor wept.")
    lens = OverlapLens(tmp_path)
    assert "North Star and South Star: 1 link" in lens.overlap.words()
    lens = OverlapLens(story("The dam broke on Monday.", "The dam broke on Monday."))
    assert "100% of A in B" in lens.overlap.words()


def test_difficulty_follows_formula_and_telling():
    lens = ReadabilityLens("harbour-bridge")
    before = lens.difficulty.words()
    lens.difficulty.formula.value = "lix"
    assert lens.difficulty.words() != before
    assert "LIX" in lens.difficulty.bars.value
    lens.difficulty.telling.value = 3
    assert "hardest sentences of Tern Coast TV" in lens.difficulty.words()
    assert "The hardest sentences of Tern Coast TV by LIX" in lens.difficulty.sentences.value


def test_hardest_means_hardest_whichever_way_a_formula_counts():
    text = "The cat sat. " + "International negotiations concerning reconstruction continued. " * 1
    lens = ReadabilityLens(story(text + "We ran home fast.", "A. B c d e."))
    for formula in ("flesch_reading_ease", "flesch_kincaid_grade"):
        lens.difficulty.formula.value = formula
        assert lens.difficulty.hardest()[0][0] == 2


def test_short_texts_and_unmeasured_agreement_say_so():
    lens = ReadabilityLens(story("One short sentence here.", "Another one."))
    assert "has only 4 words" in lens.difficulty.bars.value


def test_tone_shows_the_sentence_it_is_about():
    lens = ToneLens(story("It was a great victory. The sun rose.", "It was a terrible defeat."))
    assert "+0.6249 It was a great victory." in lens.tone.words()
    lens.tone.telling.value = 1
    assert "It was a terrible defeat." in lens.tone.extremes.value


def test_tone_towards_a_name_shows_every_mention_and_why():
    lens = ToneLens(story("Critics attacked Moreau. Moreau spoke.", "Rain fell."))
    lens.toward.name.value = "Moreau"
    assert "Outlet 1: 2 mentions" in lens.toward.words()
    assert "Outlet 2: 0 mentions, mean not defined" in lens.toward.words()
    assert "attacked" in lens.toward.table()
    lens.toward.name.value = "Nobody"
    assert "in no telling" in lens.toward.view.value
    assert lens.toward.problem.error is None


def test_texts_without_words_are_not_defined_and_break_nothing():
    lens = StoryExplorer(story("...", "One sentence of words."))
    assert "Outlet 1 not defined" in lens.difficulty.words()
    assert "mean not defined" in lens.tone.words()
    assert [panel.problem.error for panel in lens.panels] == [None] * len(lens.panels)


def test_one_telling_is_enough_for_a_look():
    lens = StoryExplorer(story("A single telling. It stands alone."))
    assert "A single telling" in lens.side_by_side.table()
    assert [panel.problem.error for panel in lens.panels] == [None] * len(lens.panels)


def test_a_panel_that_fails_says_so_and_the_others_go_on(monkeypatch):
    lens = StoryExplorer("peacekeepers")
    monkeypatch.setattr(lens.tone, "_draw", lambda comparison: 1 / 0)
    lens.story.value = "harbour-bridge"
    assert isinstance(lens.tone.problem.error, ZeroDivisionError)
    assert "Something went wrong" in lens.tone.problem.value
    assert "Tern Coast TV" in lens.difficulty.words()


@pytest.fixture
def own_stories(tmp_path, monkeypatch):
    """A stories folder of one's own: one story with a bad telling, one whose story.toml is bad."""
    for folder, name, content in [
        ("half", "good-one.txt", b"The dam broke on Monday. Nobody was hurt."),
        ("half", "good-two.txt", b"On Monday the dam broke. The mayor wept."),
        ("half", "picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00"),
        ("broken", "story.toml", b"title = "),
        ("broken", "a.txt", b"Words."),
    ]:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_bytes(content)
    monkeypatch.setattr("toolkit.reading.packs.stories_folder", lambda: tmp_path)


def test_an_unreadable_telling_is_named_and_the_others_are_shown(own_stories):
    lens = StoryExplorer("half")
    assert "picture.txt" in lens.problem.value
    assert "Good One and Good Two: 1 link" in lens.overlap.words()


def test_an_unreadable_story_is_a_sentence_and_another_can_be_chosen(own_stories):
    lens = StoryExplorer("broken")
    assert "story.toml" in lens.problem.value
    assert "Traceback" not in lens.problem.value
    lens.story.value = "half"
    assert "Good One" in lens.glance.words()


def test_looking_a_word_up():
    lens = StoryExplorer(story("They talked at length. Talks went on.", "No words."))
    lens.lookup.word.value = "talk"
    assert [use.word for use in lens.lookup.uses] == ["talked", "Talks"]
    lens.lookup.word.value = "two words"
    assert "not a single word" in lens.lookup.problem.value
    lens.lookup.word.value = "zebra"
    assert "in no telling" in lens.lookup.view.value


@pytest.mark.parametrize("place", ["text", "outlet", "headline", "title", "about"])
def test_hostile_text_is_shown_never_run(place):
    article = Article(
        "a",
        f"Some words here. {HOSTILE if place == 'text' else 'More'} words there.",
        outlet=HOSTILE if place == "outlet" else "A",
        headline=HOSTILE if place == "headline" else "H",
    )
    lens = StoryExplorer(
        Story(
            "mine",
            HOSTILE if place == "title" else "T",
            (article, Article("b", "Some words here.")),
            about=HOSTILE if place == "about" else "",
        )
    )
    lens.lookup.word.value = "words"
    boxes = [lens.about, lens.glance.view, lens.difficulty.bars, lens.difficulty.sentences]
    boxes += [lens.tone.strip, lens.tone.extremes, lens.overlap.pairs, lens.overlap.passages]
    boxes += [lens.lookup.view, lens.difficulty.text]
    for html in [box.value for box in boxes] + [lens.table_html()]:
        assert "<img" not in html
        assert "<script" not in html


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_explored(one, other):
    lens = OverlapLens(story(one.replace("\ud800", ""), other))
    assert [panel.problem.error for panel in lens.panels] == [None] * len(lens.panels)


@pytest.mark.parametrize("place", ["text", "outlet"])
def test_hostile_text_is_shown_and_never_run_in_pictures_and_differences(place):
    texts = (
        f"Some words {HOSTILE} here. Nobody was hurt.",
        f"Some words {HOSTILE} there. It rained.",
    )
    lens = OverlapLens(
        story(
            *(texts if place == "text" else ("Some words here.", "Some words there.")),
            outlet=HOSTILE if place == "outlet" else "Outlet",
        )
    )
    assert [panel.problem.error for panel in lens.panels] == [None] * len(lens.panels)
    boxes = [lens.facts.view, lens.overlap.origin, lens.links.map, lens.links.heat]
    boxes += [lens.links.words_in_link, lens.only_in.view]
    for html in [box.value for box in boxes] + [lens.table_html()]:
        assert "<img" not in html
        assert "<script" not in html


def test_quotes_and_numbers_follow_the_story():
    lens = VoicesLens(story("It cost £5 million.", "It cost £6 million.", "It rained."))
    assert "different (1)" in lens.numbers.words()
    assert lens.quotes.words() == "no quotes"
    lens.story.value = "harbour-bridge"
    assert lens.quotes.words().startswith("quotes of everybody: ")
    assert "Tern Coast TV" in lens.voices.words()
    assert [panel.problem.error for panel in lens.panels] == [None] * len(lens.panels)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_have_voices(one, other):
    lens = VoicesLens(story(f"“{one}” he said, 5 times.", f"{other}, 6 people said."))
    assert [panel.problem.error for panel in lens.panels] == [None] * len(lens.panels)


@pytest.mark.parametrize("place", ["text", "outlet"])
def test_hostile_text_is_shown_and_never_run_among_voices(place):
    texts = ("“We will pay £5 million,” {0} said.", "“We may pay £6 million,” {0} told me {0}.")
    lens = VoicesLens(
        story(
            *(text.format(HOSTILE if place == "text" else "Ann Lee") for text in texts),
            outlet=HOSTILE if place == "outlet" else "Outlet",
        )
    )
    assert [panel.problem.error for panel in lens.panels] == [None] * len(lens.panels)
    boxes = [lens.voices.chart, lens.voices.view, lens.quotes.view, lens.quotes.every]
    boxes += [lens.numbers.view, lens.certainty.view]
    for html in [box.value for box in boxes] + [lens.table_html()]:
        assert "<img" not in html
        assert "<script" not in html


def test_ones_own_articles_are_compared_and_come_back():
    lens = StoryExplorer("peacekeepers")
    assert lens.boxes.layout.display == "none"
    lens.story.value = OWN
    assert lens.boxes.layout.display == ""
    assert lens.comparison.articles[0].id == "meridian-wire"  # still shown until there is another
    for editor, text in zip(
        lens.own.tellings, ("It rained. A dam broke.", "A dam broke."), strict=True
    ):
        editor.words.value = text
    lens.own.title.value = "The dam"
    lens.own.compare.click()
    assert lens.story.value == "the-dam"
    assert "Outlet 1: 5 words" in lens.glance.words()
    lens.own.tellings[1].words.value = "A dam broke today."
    lens.own.compare.click()
    assert "Outlet 2: 4 words" in lens.glance.words()
    lens.story.value = "harbour-bridge"
    assert lens.boxes.layout.display == "none"
    lens.story.value = OWN
    assert lens.own.tellings[0].words.value == "It rained. A dam broke."


def test_blind_hides_every_outlet_in_every_panel_and_in_the_report():
    lens = StoryExplorer("harbour-bridge")
    lens.blind.value = True
    lens.keep.click()
    report = base64.b64decode(lens.kept.value.split("base64,")[1].split('"')[0]).decode("utf-8")
    shown = lens.summary().replace("story: harbour-bridge", "") + lens.table_html() + report
    assert "Outlet D" in shown
    told = load_story("harbour-bridge")
    texts = " ".join(article.text for article in told)
    for article in told:
        for name in (article.outlet, article.id):
            assert name not in shown or name in texts
    lens.blind.value = False
    assert "Outlet D" not in lens.summary()


def test_a_report_is_of_what_is_shown():
    lens = OverlapLens(story("The dam broke <b>.", "The dam broke.", outlet="<script>"))
    lens.keep.click()
    assert 'download="mine.html"' in lens.kept.value
    lens.story.value = "peacekeepers"
    assert lens.kept.value == ""
