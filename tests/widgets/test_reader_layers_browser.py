"""Layers, margin map, details, steps, sizes and paper: the reader in a real browser."""

from importlib.resources import files

import pytest

from tests.widgets.reader_page import focused, marked, row, status
from tests.widgets.telling_samples import (
    CHANGES,
    FACTS,
    LAYERS,
    LINKS,
    SHARED,
    TELLINGS,
    A,
    B,
    telling,
)
from toolkit.widgets.reader import Reader

pytestmark = pytest.mark.browser

MOVED = [{**LINKS[0], "moved": True}, *LINKS[1:]]


@pytest.fixture
def reader():
    comparison = {"pair": [0, 1], "links": MOVED, "shared": SHARED, "changes": CHANGES}
    return Reader(TELLINGS, comparisons=[comparison], layers=LAYERS, facts=FACTS)


@pytest.fixture
def long_reader():
    tellings = [telling("A", A, repeat=20), telling("B", B, repeat=20)]
    layer = {**LAYERS[0], "tellings": [[LAYERS[0]["tellings"][0][0]], []]}
    return Reader(tellings, [{**LINKS[0], "a": [0], "b": [65]}], layers=[layer])


def choose(page, name):
    page.get_by_role("radiogroup", name="Show").get_by_text(name, exact=True).click()


def hits(page, side, number):
    return row(page, side, number).locator(".ss-hit").all_text_contents()


def details(page):
    return page.locator(".ss-details")


# ---- layers ------------------------------------------------------------------------------


def test_a_layer_is_shown_in_the_same_task_and_nothing_moves(mount, reader):
    page = mount(reader)
    before = row(page, "a", 5).bounding_box()
    seen = page.evaluate(
        """() => { document.querySelector("input[value=figures]").click();
            return document.querySelectorAll(".ss-sentence .ss-hit").length; }"""
    )
    assert seen == 5, "no timer, no frame, no Python"
    assert page.evaluate("window.model.get('layer')") == "figures"
    assert row(page, "a", 5).bounding_box() == before
    assert row(page, "a", 5).locator(".ss-words").text_content() == "Gusts reached 131 km/h."


def test_the_inner_of_two_marks_is_seen(mount, reader):
    page = mount(reader)
    choose(page, "figures")
    assert hits(page, "a", 5) == ["131 ", "km/h"]
    assert hits(page, "a", 3) == ["900"]


def test_kinds_differ_in_more_than_colour(mount, reader):
    page = mount(reader)
    choose(page, "figures")
    lines = row(page, "a", 5).evaluate(
        """(node) => [...node.querySelectorAll(".ss-hit")]
            .map((hit) => getComputedStyle(hit).textDecorationStyle)"""
    )
    assert lines == ["solid", "dashed"]
    assert row(page, "a", 5).locator(".ss-mark").inner_text().startswith("#")
    assert row(page, "a", 1).locator(".ss-mark").count() == 0


def test_one_layer_at_a_time_and_back_to_the_links(mount, reader):
    page = mount(reader)
    assert row(page, "a", 2).locator(".ss-mark").inner_text() == "="
    choose(page, "mood")
    assert row(page, "a", 2).locator(".ss-mark").inner_text() == "+"
    assert page.locator(".ss-stage :is(.ss-shared, .ss-slot)").count() == 0
    assert page.locator(".ss-changes").count() == 0
    opacity = "(path) => getComputedStyle(path).opacity"
    assert page.locator(".ss-ribbon").first.evaluate(opacity) == "0"
    choose(page, "links")
    assert row(page, "a", 2).locator(".ss-mark").inner_text() == "="
    assert page.locator(".ss-shared").count() > 0
    assert page.locator(".ss-hit").count() == 0


def test_whole_sentences_have_a_wash_and_quiet_kinds_none(mount, reader):
    page = mount(reader)
    choose(page, "mood")
    style = "(n) => [getComputedStyle(n).textDecorationLine, getComputedStyle(n).backgroundColor]"
    line, wash = row(page, "a", 2).locator(".ss-hit").evaluate(style)
    assert line == "none"
    assert wash != "rgba(0, 0, 0, 0)"
    _, wash = row(page, "a", 1).locator(".ss-hit").evaluate(style)
    assert wash == "rgba(0, 0, 0, 0)"


def test_the_legend_counts_sentences_in_each_telling(mount, reader):
    page = mount(reader)
    choose(page, "figures")
    legend = page.get_by_role("list", name="figures: how many sentences are marked")
    told = [" ".join(t.split()) for t in legend.locator("li").all_inner_texts()]
    assert told == ["# many 2 | 2", "u unit 1 | 0", "n never 0 | 0"]
    assert page.get_by_text("Numbers in figures.").is_visible()
    choose(page, "mood")
    page.get_by_text("How far to trust it").click()
    assert page.get_by_text("Agreement with people: 0.50.").is_visible()


def test_a_layer_that_marks_nothing_here_says_so(mount):
    many = [{**LAYERS[0]["legend"][0], "kind": name} for name in ("one", "two", "three", "four")]
    empty = {"name": "empty", "label": "empty", "legend": many, "tellings": [[], []]}
    page = mount(Reader(TELLINGS, LINKS, layers=[empty]))
    choose(page, "empty")
    assert page.locator(".ss-legend").inner_text() == "None in Meridian Wire and Harbour Gazette"


def test_the_status_and_the_unseen_label_name_the_kind(mount, reader):
    page = mount(reader)
    choose(page, "mood")
    row(page, "a", 2).hover()
    assert status(page).endswith(" Mood: good (+0.50).")
    assert "Sentence 2, good:" in row(page, "a", 2).text_content()


def test_partners_are_still_marked_with_a_layer_shown(mount, reader):
    page = mount(reader)
    choose(page, "mood")
    row(page, "b", 2).hover()
    assert marked(page) == ["a4", "a5", "b2"]
    assert page.locator(".ss-ribbon.ss-on").count() == 1


def test_a_layer_set_from_python_is_shown_and_radios_work_by_arrow_keys(mount, reader):
    page = mount(reader)
    page.evaluate("window.model.set('layer', 'mood')")
    assert page.get_by_role("radio", name="mood").is_checked()
    page.get_by_role("radio", name="mood").focus()
    page.keyboard.press("ArrowLeft")
    assert page.get_by_role("radio", name="figures").is_checked()
    assert page.evaluate("window.model.get('layer')") == "figures"
    assert hits(page, "a", 3) == ["900"]


def test_a_layer_belongs_to_the_telling_whichever_side_it_stands(mount):
    reader = Reader(TELLINGS, LINKS, pair=[1, 0], layers=LAYERS, layer="figures")
    page = mount(reader)
    assert hits(page, "b", 3) == ["900"]
    assert hits(page, "a", 4) == ["900"]


def test_places_count_code_points(mount):
    tellings = [telling(x, [("sentence", "👍🏽 costs 5 euros")]) for x in "AB"]
    text = "👍🏽 costs 5 euros"
    at = text.index("5")
    layer = {
        **LAYERS[0],
        "tellings": [[{"sentence": 0, "start": at, "end": at + 7, "kind": "many"}], []],
    }
    page = mount(Reader(tellings, layers=[layer], layer="figures"))
    assert hits(page, "a", 1) == ["5 euros"]


def test_without_layers_there_is_nothing_to_choose(mount):
    assert mount(Reader(TELLINGS, LINKS)).get_by_role("radiogroup").count() == 0


def test_other_data_build_the_page_once(mount, reader):
    page = mount(reader)
    page.evaluate(
        """async () => { window.built = 0;
            const seen = new MutationObserver((all) => { window.built += all.length; });
            seen.observe(document.querySelector(".ss-reader"), { childList: true });
            for (const name of ["tellings", "comparisons", "layers", "facts"]) {
              window.model.set(name, JSON.parse(JSON.stringify(window.model.get(name))));
            }
            window.model.set("pair", [1, 0]);
            await new Promise((done) => setTimeout(done)); }"""
    )
    assert page.evaluate("window.built") == 1
    assert page.locator(".ss-a .ss-outlet").inner_text() == "Harbour Gazette"


# ---- the margin map ----------------------------------------------------------------------


# The bars of a margin map, [kind, left, top, width, height], from its paths.
BARS = """(side) => [...document.querySelectorAll(`.ss-${side} .ss-map path`)].flatMap((path) =>
    [...path.getAttribute("d").matchAll(/M([\\d.]+) ([\\d.]+)h([\\d.]+)v([\\d.]+)/g)]
      .map((m) => [path.getAttribute("class"), ...m.slice(1).map(Number)]))"""


def bars(page, side, name):
    return [bar for bar in page.evaluate(BARS, side) if name in bar[0]]


def test_the_map_has_a_bar_where_each_sentence_stands(mount, long_reader):
    page = mount(long_reader)
    tops = page.evaluate(
        """() => { const scroll = document.querySelector(".ss-a .ss-scroll");
            const scale = scroll.clientHeight / scroll.scrollHeight;
            return [...scroll.querySelectorAll(".ss-sentence")]
                .map((n) => n.offsetTop * scale); }"""
    )
    drawn = sorted(bar[2] for bar in bars(page, "a", "ss-bar"))
    assert len(drawn) == 120
    assert drawn == pytest.approx(tops, abs=1.5)


def test_the_map_shows_what_is_in_sight_and_a_click_jumps(mount, long_reader):
    page = mount(long_reader)
    box = page.locator(".ss-b .ss-map").bounding_box()
    sight = page.locator(".ss-b .ss-sight")
    top = sight.bounding_box()["y"]
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] * 0.8)
    page.wait_for_function("document.querySelector('.ss-b .ss-scroll').scrollTop > 500")
    share = page.locator(".ss-b .ss-scroll").evaluate(
        "(n) => (n.scrollTop + n.clientHeight / 2) / n.scrollHeight"
    )
    assert share == pytest.approx(0.8, abs=0.03)
    page.wait_for_timeout(50)
    seen = sight.bounding_box()
    assert seen["y"] > top + 50
    assert seen["y"] + seen["height"] / 2 == pytest.approx(box["y"] + box["height"] * 0.8, abs=8)
    assert page.locator(".ss-a .ss-scroll").evaluate("(n) => n.scrollTop") == 0


def test_the_map_can_be_dragged(mount, long_reader):
    page = mount(long_reader)
    box = page.locator(".ss-a .ss-map").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] - 2)
    page.mouse.up()
    end = page.locator(".ss-a .ss-scroll").evaluate("(n) => n.scrollHeight - n.clientHeight")
    assert page.locator(".ss-a .ss-scroll").evaluate("(n) => n.scrollTop") == pytest.approx(
        end, 0.1
    )


def test_the_map_follows_the_layer_and_the_marked_sentences(mount, reader):
    page = mount(reader)
    assert len(bars(page, "a", "ss-hollow")) == 1, "only here"
    assert len(bars(page, "a", "ss-bar")) == 6
    row(page, "b", 2).hover()
    assert [len(bars(page, side, "ss-lit")) for side in "ab"] == [2, 1]
    choose(page, "figures")
    breadths = {bar[3] for bar in bars(page, "a", "ss-bar")}
    assert len(breadths) == 3, "each kind has a breadth of its own"
    assert page.locator(".ss-map").first.get_attribute("aria-hidden") == "true"


# ---- details -----------------------------------------------------------------------------


def test_pinning_opens_everything_known_about_a_sentence(mount, reader):
    page = mount(reader)
    assert details(page).count() == 0
    row(page, "a", 1).click()
    region = page.get_by_role("group", name="Sentence 1 of Meridian Wire")
    told = " ".join(region.inner_text().split())
    assert "reworded, in another place of the order; similarity 0.62" in told
    assert "6 On Tuesday the harbour was still shut." in told
    assert "other words stayed" in told
    assert "in another place on Tuesday" in told
    assert "Words 3" in told
    assert "Mood not defined points" in told
    assert "mood flat" in told.replace(". ", "")
    region.get_by_text("What the numbers mean").click()
    assert region.get_by_text("Felt. Little.").is_visible()
    region.get_by_text("More formulas").click()
    assert region.get_by_text("1.3").is_visible()
    row(page, "a", 3).click()
    told = " ".join(details(page).inner_text().split())
    assert "figures # many (900 people) 900" in told
    assert "split; similarity 0.70 3 All ferries are cancelled. 4 About 900" in told
    row(page, "a", 6).click()
    assert "No partner was found in Harbour Gazette." in details(page).inner_text()
    row(page, "a", 6).click()
    assert details(page).count() == 0


def test_details_lead_to_the_partner_and_close_gives_the_focus_back(mount, reader):
    page = mount(reader)
    row(page, "a", 3).click()
    page.get_by_role("button", name="Go to sentence 4 of Harbour Gazette").click()
    assert focused(page) == "b4"
    page.get_by_role("button", name="Close", exact=True).click()
    assert details(page).count() == 0
    assert focused(page) == "a3"
    assert page.evaluate("window.model.get('selected')") == {}


def test_details_say_where_other_tellings_have_it(mount):
    third, fourth = telling("Third", A), telling("Fourth", A)
    comparisons = [
        {"pair": [0, 1], "links": LINKS},
        {"pair": [0, 2], "links": [{**LINKS[2], "b": [4]}]},
    ]
    page = mount(Reader([*TELLINGS, third, fourth], comparisons=comparisons))
    row(page, "a", 3).click()
    told = " ".join(details(page).inner_text().split())
    assert "Third: sentence 5 (split) Fourth: no partner was found" in told


def test_hostile_layers_facts_and_labels_are_text(mount):
    evil = '<img src=x onerror="window.ran=1">'
    tellings = [telling(evil, [("sentence", evil)]), telling("B", B)]
    layer = {
        "name": "evil",
        "label": evil,
        "about": evil,
        "trust": evil,
        "legend": [{**LAYERS[0]["legend"][0], "kind": "k", "label": evil, "mark": evil}],
        "tellings": [[{"sentence": 0, "start": 0, "end": 9, "kind": "k", "note": evil}], []],
    }
    column = {"label": evil, "unit": evil, "about": evil, "trust": evil}
    facts = {"columns": [column], "tellings": [[[1.0]], [[2.0]] * 6]}
    page = mount(Reader(tellings, LINKS[:0], layers=[layer], layer="evil", facts=facts))
    row(page, "a", 1).click()
    assert page.locator(".ss-reader img").count() == 0
    assert page.evaluate("window.ran") is None
    assert details(page).locator("blockquote").text_content() == evil


# ---- moving on ---------------------------------------------------------------------------


def test_n_goes_on_to_what_a_layer_marks(mount, reader):
    page = mount(reader)
    choose(page, "figures")
    row(page, "a", 1).focus()
    for key, expected in [("n", "a3"), ("n", "a5"), ("n", "a5"), ("p", "a3")]:
        page.keyboard.press(key)
        assert focused(page) == expected
    choose(page, "mood")
    row(page, "a", 1).focus()
    page.keyboard.press("n")
    assert focused(page) == "a2"
    page.keyboard.press("n")
    assert status(page) == "No further marked sentence in Meridian Wire."
    page.keyboard.press("p")
    assert focused(page) == "a2", "what is quiet is no stop"


def test_the_buttons_pin_one_difference_after_the_other(mount, reader):
    page = mount(reader)
    on = page.get_by_role("button", name="Next difference")
    pinned = []
    for _ in range(3):
        on.click()
        pinned.append(page.evaluate("window.model.get('selected').sentence") + 1)
    assert pinned == [1, 3, 4]
    page.get_by_role("button", name="Previous difference").click()
    assert page.evaluate("window.model.get('selected')") == {"side": "a", "sentence": 2}
    assert marked(page, "ss-kept") == ["a3", "b3", "b4"]
    choose(page, "mood")
    assert page.get_by_role("button", name="Next marked sentence").is_visible()


def test_the_help_lists_the_keys(mount, reader):
    page = mount(reader)
    page.get_by_text("Keys", exact=True).click()
    told = page.locator(".ss-help").inner_text()
    for key in ("n p", "Page ↑ ↓", "Enter", "Esc"):
        assert key in " ".join(told.split())


# ---- sizes, narrow pages, paper ----------------------------------------------------------


def font(page, where):
    return page.locator(where).first.evaluate("(n) => parseFloat(getComputedStyle(n).fontSize)")


def test_text_size(mount, reader):
    page = mount(reader)
    small = font(page, ".ss-words"), font(page, ".ss-number")
    page.get_by_label("Text size").select_option("largest")
    assert page.evaluate("window.model.get('text_size')") == "largest"
    assert font(page, ".ss-words") == pytest.approx(1.5 * small[0])
    assert font(page, ".ss-number") == pytest.approx(1.5 * small[1])
    page.evaluate("window.model.set('text_size', 'normal')")
    assert font(page, ".ss-words") == small[0]
    assert page.get_by_label("Text size").input_value() == "normal"


@pytest.mark.parametrize(
    ("width", "size"), [(320, "normal"), (640, "normal"), (800, "largest"), (500, "largest")]
)
def test_nothing_is_wider_than_the_page(mount, reader, width, size):
    """640 px is what a laptop of 1280 has left at 200% zoom; 320 px at 400%."""
    page = mount(reader, width=width, height=450)
    page.evaluate("(size) => window.model.set('text_size', size)", size)
    for layer in ("links", "figures", "mood"):
        choose(page, layer)
        row(page, "a", 3).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert details(page).is_visible()
        row(page, "a", 3).click()


def test_on_paper_both_tellings_stand_in_full_in_ink(mount, long_reader):
    page = mount(long_reader, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    state = page.evaluate(
        """() => { const scroll = document.querySelector(".ss-a .ss-scroll");
            const shown = (s) => getComputedStyle(document.querySelector(s)).display !== "none";
            return { cut: scroll.scrollHeight - scroll.clientHeight,
              page: getComputedStyle(document.querySelector(".ss-reader")).backgroundColor,
              ink: getComputedStyle(document.querySelector(".ss-words")).color,
              tools: shown(".ss-tools"), map: shown(".ss-map"), key: shown(".ss-legend"),
              sign: getComputedStyle(document.querySelector(".ss-stage .ss-mark")).color }; }"""
    )
    assert state == {
        "cut": 0,
        "page": "rgb(255, 255, 255)",
        "ink": "rgb(0, 0, 0)",
        "tools": False,
        "map": False,
        "key": True,
        "sign": "rgb(143, 74, 0)",
    }


def test_on_paper_a_narrow_reader_shows_both_tellings(mount, reader):
    page = mount(reader, width=500)
    assert not row(page, "b", 1).is_visible()
    page.emulate_media(media="print")
    assert row(page, "b", 1).is_visible()


def test_forced_colours_keep_every_second_cue(mount, reader):
    page = mount(reader, forced_colors="active")
    choose(page, "figures")
    hit = row(page, "a", 3).locator(".ss-hit")
    assert hit.evaluate("(n) => getComputedStyle(n).textDecorationLine") == "underline"
    assert row(page, "a", 3).locator(".ss-mark").inner_text() == "#"
    chosen = page.locator(".ss-choice input:checked + span")
    assert chosen.evaluate("(n) => getComputedStyle(n).outlineStyle") == "solid"


def test_with_motion_allowed_the_map_scrolls_smoothly(mount, long_reader):
    page = mount(long_reader, reduced_motion="no-preference")
    page.evaluate(
        """() => { const s = document.querySelector(".ss-a .ss-scroll"), to = s.scrollTo.bind(s);
            s.scrollTo = (where) => { window.how = where.behavior; to(where); }; }"""
    )
    box = page.locator(".ss-a .ss-map").bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] * 0.8)
    assert page.evaluate("window.how") == "smooth"


# ---- accessibility -----------------------------------------------------------------------

AXE = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" / ")}`)"""


def violations(page):
    """What axe-core finds against the standards and against its own best practice."""
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    # The page around the reader is the test's, not ours.
    page.evaluate(
        """() => { if (document.querySelector("main")) return;
            const main = document.createElement("main"), title = document.createElement("h1");
            title.textContent = "t"; main.append(title, document.createElement("h2"));
            main.lastChild.textContent = "t"; document.body.prepend(main);
            main.append(document.querySelector(".ss-reader").parentElement); }"""
    )
    return page.evaluate(AXE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 500])
def test_axe_finds_no_violation(mount, reader, scheme, width):
    page = mount(reader, width=width, color_scheme=scheme)
    for layer in ("links", "figures", "mood"):
        choose(page, layer)
        assert violations(page) == [], layer
        row(page, "a", 3).click()
        page.locator(".ss-details summary").last.click()
        page.locator(".ss-help summary").click()
        assert violations(page) == [], f"{layer}, pinned"
        row(page, "a", 3).click()


def test_axe_finds_no_violation_with_three_tellings_or_one_or_none(mount):
    third = telling("Third", A)
    for reader in (Reader([*TELLINGS, third], LINKS), Reader(TELLINGS[:1]), Reader()):
        assert violations(mount(reader)) == []


def test_every_control_has_a_name_and_can_be_reached_by_tab(mount, reader):
    page = mount(reader)
    page.evaluate("document.querySelector('.ss-choice input').focus()")
    names = []
    for _ in range(9):
        names.append(
            page.evaluate(
                """() => { const n = document.activeElement; return (n.labels?.[0]?.textContent
                    || n.textContent).trim().slice(0, 22); }"""
            )
        )
        page.keyboard.press("Tab")
    assert names == [
        "links",
        "‹ Previous difference",
        "Next difference ›",
        "Text size normallargel",
        "Show page furniture (1",
        "1~Sentence 1, reworded",
        "Show page furniture (1",
        "1·Sentence 1, only her",
        "Keys",
    ]
