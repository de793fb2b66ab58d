"""The reader's script in a real browser, with a stand-in for the notebook's model."""

import pytest

from tests.widgets.reader_page import BLANK, MOUNT, focused, marked, row, status
from tests.widgets.telling_samples import CHANGES, LINKS, SHARED, TELLINGS, A, B, telling
from toolkit.widgets.guard import KeyGuard
from toolkit.widgets.reader import Reader

pytestmark = pytest.mark.browser


@pytest.fixture
def reader():
    return Reader(TELLINGS, LINKS, SHARED)


def test_pointing_marks_the_partners_at_once(mount, reader):
    page = mount(reader)
    # Asked in the same task as the event: nothing waits for a timer, a frame or Python.
    now = page.evaluate(
        """() => {
            const node = document.querySelector(".ss-a .ss-sentence[data-sentence='2'] .ss-words");
            node.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
            return document.querySelectorAll(".ss-b .ss-sentence.ss-on").length;
        }"""
    )
    assert now == 2
    row(page, "b", 2).hover()
    assert marked(page) == ["a4", "a5", "b2"]
    assert page.locator(".ss-ribbon.ss-on").count() == 1
    page.mouse.move(2, 2)
    assert marked(page) == []
    assert page.evaluate("window.saved") == 0, "pointing is nobody else's business"


def test_the_status_says_in_words_what_is_marked(mount, reader):
    page = mount(reader)
    row(page, "a", 1).hover()
    assert status(page) == (
        "Sentence 1 of Meridian Wire: reworded, similarity 0.62; partner sentence 6."
    )
    row(page, "a", 3).hover()
    assert status(page).endswith("split, similarity 0.70; partner sentences 3 and 4.")
    row(page, "a", 4).hover()
    assert status(page).endswith(
        "merged together with sentence 5, similarity not defined; partner sentence 2."
    )
    row(page, "a", 6).hover()
    assert status(page) == "Sentence 6 of Meridian Wire: only here, no partner in Harbour Gazette."


def test_a_click_pins_and_a_second_click_lets_go(mount, reader):
    page = mount(reader)
    row(page, "a", 2).click()
    assert page.evaluate("window.model.get('selected')") == {"side": "a", "sentence": 1}
    assert row(page, "a", 2).get_attribute("aria-pressed") == "true"
    page.mouse.move(2, 2)
    assert marked(page) == ["a2", "b5"]
    row(page, "a", 2).click()
    assert page.evaluate("window.model.get('selected')") == {}
    assert page.evaluate("window.saved") == 2


def test_a_selection_from_python_is_shown_and_scrolled_to(mount):
    links = [{**LINKS[0], "a": [0], "b": [65]}]
    page = mount(Reader([telling("A", A, repeat=12), telling("B", B, repeat=12)], links))
    page.evaluate("window.model.set('selected', { side: 'b', sentence: 65 })")
    assert marked(page, "ss-kept") == ["a1", "b66"]
    inside = """(n) => { const s = n.closest(".ss-scroll").getBoundingClientRect(),
        r = n.getBoundingClientRect(); return r.top >= s.top - 1 && r.bottom <= s.bottom + 1; }"""
    assert row(page, "b", 66).evaluate(inside)
    assert row(page, "a", 1).evaluate(inside)


def test_the_partner_is_scrolled_to_in_its_own_column_only(mount):
    links = [{**LINKS[0], "a": [0], "b": [65]}]
    page = mount(Reader([telling("A", A, repeat=12), telling("B", B, repeat=12)], links))
    row(page, "a", 1).focus()
    tops = page.evaluate("[...document.querySelectorAll('.ss-scroll')].map((s) => s.scrollTop)")
    assert tops[0] == 0
    assert tops[1] > 500
    assert page.evaluate("scrollY") == 0


def test_keys(mount, reader):
    page = mount(reader)
    page.locator(".ss-a .ss-toggle").focus()
    page.keyboard.press("Tab")
    assert focused(page) == "a1"
    for key, expected in [
        ("ArrowDown", "a2"), ("ArrowUp", "a1"), ("ArrowUp", "a1"), ("ArrowRight", "b6"),
        ("ArrowLeft", "a1"), ("n", "a3"), ("n", "a4"), ("p", "a3"), ("End", "a6"), ("n", "a6"),
        ("ArrowRight", "a6"), ("Home", "a1"), ("PageDown", "a6"), ("PageUp", "a1"),
    ]:  # fmt: skip
        page.keyboard.press(key)
        assert focused(page) == expected, key
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert marked(page, "ss-kept") == ["a1", "b6"]
    page.keyboard.press("ArrowDown")
    assert marked(page) == ["a2", "b5"]
    assert marked(page, "ss-kept") == ["a1", "b6"], "still pinned"
    page.keyboard.press("Escape")
    assert marked(page, "ss-kept") == []
    assert marked(page) == []
    page.keyboard.press("Home")
    page.keyboard.press("p")
    assert status(page) == "No earlier difference in Meridian Wire."


def test_there_is_one_tab_stop_for_each_column(mount, reader):
    page = mount(reader)
    row(page, "a", 3).focus()
    stops = page.evaluate(
        """() => [...document.querySelectorAll(".ss-sentence[tabindex='0']")]
            .map((n) => n.dataset.sentence)"""
    )
    assert stops == ["2", "0"]


def test_keys_do_not_reach_the_notebook_but_chords_do(mount, reader):
    page = mount(reader)
    page.evaluate(
        "window.seen = []; document.addEventListener('keydown', (e) => window.seen.push(e.key))"
    )
    row(page, "a", 1).focus()
    for key in ("d", "d", "x", "ArrowDown", "Enter", "Control+s", "Shift+Enter"):
        page.keyboard.press(key)
    assert page.evaluate("window.seen") == ["Control", "s", "Enter"]


def test_jupyter_is_told_to_look_for_no_shortcut_while_a_key_goes_down(mount, reader):
    page = mount(reader)
    # Where Notebook 7 listens: at the document, before any element.
    page.evaluate(
        """() => { window.seen = []; document.addEventListener("keydown", ({ key, target }) =>
            window.seen.push([key, target.hasAttribute("data-lm-suppress-shortcuts")]), true); }"""
    )
    row(page, "a", 1).focus()
    for key in ("n", "d", "Escape", "Control+s"):
        page.keyboard.press(key)
    assert page.evaluate("window.seen") == [
        ["n", True], ["d", True], ["Escape", False], ["Control", False], ["s", False],
    ]  # fmt: skip
    assert page.locator("[data-lm-suppress-shortcuts]").count() == 0


def test_page_furniture_is_folded_away(mount, reader):
    page = mount(reader)
    toggle = page.locator(".ss-a .ss-toggle")
    assert toggle.inner_text() == "Show page furniture (1)"
    assert not page.get_by_text("By Hanna Rowe").is_visible()
    toggle.click()
    assert page.get_by_text("By Hanna Rowe").is_visible()
    assert page.locator(".ss-a").get_by_text("byline", exact=True).is_visible()
    assert toggle.get_attribute("aria-expanded") == "true"


def test_counts_and_legend(mount, reader):
    page = mount(reader)
    assert page.locator(".ss-a .ss-meta").inner_text() == "6 sentences · 5 linked · 1 only here"
    legend = page.get_by_role("list", name="What the marks in the margin mean")
    told = [" ".join(t.split()) for t in legend.locator("li").all_inner_texts()]
    assert told == [
        "= verbatim 1", "≈ near-verbatim 0", "~ reworded 1", "< split 1", "> merged 1",
        "· only here 2",
    ]  # fmt: skip


def test_hostile_text_is_shown_letter_for_letter(mount):
    hostile = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>&amp;\u202e'
    lines = [(kind, hostile) for kind in ("headline", "standfirst", "furniture", "sentence")]
    link = {"a": [0], "b": [0], "relation": "verbatim", "similarity": 1.0}
    tellings = [telling(hostile, lines), telling(f"{hostile}2", lines)]
    for each in tellings:
        each["blocks"][2]["furniture"] = hostile
    for size in (1200, 500):
        page = mount(Reader(tellings, [link]), width=size)
        row(page, "a", 1).click()
        assert page.locator(".ss-reader img, .ss-reader script").count() == 0
        assert page.evaluate("window.ran") is None
        assert row(page, "a", 1).locator(".ss-words").text_content() == hostile


def test_shared_words_are_underlined_by_code_points(mount):
    tellings = [telling(x, [("sentence", "👍🏽 the same words here")]) for x in "AB"]
    place = {"sentence": 0, "start": 7, "end": 17}
    link = {"a": [0], "b": [0], "relation": "reworded", "similarity": 0.5}
    page = mount(Reader(tellings, [link], [{"a": place, "b": place}]))
    wanted = "👍🏽 the same words here"[7:17]
    assert page.locator(".ss-shared").all_text_contents() == [wanted, wanted]


def painted(page, side, number, name):
    """The marked stretches of a sentence that have a colour behind them now."""
    return row(page, side, number).evaluate(
        """(node, name) => [...node.querySelectorAll(`.${name}`)]
            .filter((n) => getComputedStyle(n).backgroundColor !== "rgba(0, 0, 0, 0)")
            .map((n) => n.textContent)""",
        name,
    )


def test_what_differs_inside_a_link_is_painted_when_it_is_marked(mount):
    page = mount(
        Reader(TELLINGS, comparisons=[{"pair": [0, 1], "links": LINKS, "changes": CHANGES}])
    )
    height = row(page, "a", 1).bounding_box()["height"]
    assert painted(page, "a", 1, "ss-slot") == []
    row(page, "a", 1).hover()
    assert painted(page, "a", 1, "ss-slot") == ["stayed"]
    assert painted(page, "b", 6, "ss-moved") == ["On Tuesday"]
    assert painted(page, "b", 6, "ss-one-sided") == ["still"]
    assert painted(page, "a", 2, "ss-trivial") == []
    assert row(page, "a", 1).bounding_box()["height"] == height, "nothing moves"
    assert status(page).endswith("Differences: 1 other words, 1 in another place.")
    row(page, "a", 2).click()
    page.mouse.move(2, 2)
    assert painted(page, "a", 2, "ss-trivial") == ["Nobody"]
    key = page.locator(".ss-changes").inner_text()
    assert key.startswith("In a marked sentence:")
    assert "only spelling, case or marks" in key


def test_without_changes_there_is_no_key_to_them(mount, reader):
    assert mount(reader).locator(".ss-changes").count() == 0


def test_narrow_pages_get_tabs_and_the_partner_below(mount, reader):
    page = mount(reader, width=500)
    first, second = page.get_by_role("tab").all()
    assert first.get_attribute("aria-selected") == "true"
    assert row(page, "a", 1).is_visible()
    assert not row(page, "b", 1).is_visible()
    row(page, "a", 3).hover()
    assert "About 900 passengers wait." in page.locator(".ss-peek").inner_text()
    height = page.evaluate("document.documentElement.scrollHeight")
    row(page, "a", 6).hover()
    assert not page.locator(".ss-peek").is_visible()
    assert page.evaluate("document.documentElement.scrollHeight") == height, "nothing moves"
    row(page, "a", 3).click()
    assert not page.locator(".ss-peek").is_visible()
    assert "About 900 passengers wait." in page.locator(".ss-details").inner_text()
    second.click()
    assert row(page, "b", 1).is_visible()
    assert not row(page, "a", 1).is_visible()
    row(page, "b", 6).focus()
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "a1"
    assert first.get_attribute("aria-selected") == "true"
    page.set_viewport_size({"width": 1200, "height": 700})
    row(page, "b", 1).wait_for(state="visible")
    assert page.get_by_role("tab").count() == 0


def test_the_theme_is_that_of_the_page_not_of_the_computer(mount, reader):
    page = mount(reader, color_scheme="dark")
    root = page.locator(".ss-reader")
    assert root.get_attribute("data-theme") == "dark"
    page.evaluate(
        "document.body.style.setProperty('--jp-layout-color1', '#fff');"
        "document.body.setAttribute('data-jp-theme-light', 'true')"
    )
    page.wait_for_function("document.querySelector('.ss-reader').dataset.theme === 'light'")


def test_a_third_telling_can_be_chosen(mount):
    third = telling("Third", A)
    comparisons = [
        {"pair": [0, 1], "links": LINKS, "shared": SHARED},
        {"pair": [0, 2], "links": [{**LINKS[2], "b": [4]}], "shared": []},
    ]
    page = mount(Reader([*TELLINGS, third], comparisons=comparisons))
    page.get_by_label("Right").select_option("Third")
    assert page.evaluate("window.model.get('pair')") == [0, 2]
    assert page.locator(".ss-b .ss-outlet").inner_text() == "Third"
    page.get_by_label("Left").select_option("Third")
    assert page.evaluate("window.model.get('pair')") == [2, 0], "the two are exchanged"
    row(page, "a", 5).hover()
    assert marked(page) == ["a5", "b3"]
    assert ": merged, similarity 0.70" in status(page), "split, seen from the other side"


@pytest.mark.parametrize(
    ("tellings", "expected"),
    [
        ([], "There is no telling to show yet."),
        (TELLINGS[:1], "There is one telling"),
        (TELLINGS, "Point at a sentence"),
        ([telling("Empty", []), TELLINGS[1]], "There is no sentence in this telling."),
        ([telling("Blank", [("sentence", "")]), TELLINGS[1]], "Point at a sentence"),
    ],
)
def test_little_or_nothing_to_show(mount, tellings, expected):
    page = mount(Reader(tellings))
    assert expected in page.locator(".ss-reader").inner_text()
    assert page.get_by_role("alert").count() == 0


def test_data_the_script_cannot_draw_end_in_a_sentence(browser, reader):
    page = browser.new_page()
    page.set_content(BLANK)
    state = {"tellings": [{"label": "A"}], "pair": [0], "palette": []}
    page.evaluate(MOUNT, [reader._esm, reader._css, state])
    assert "could not be drawn" in page.get_by_role("alert").inner_text()
    page.close()


def test_nothing_is_left_behind(mount, reader):
    page = mount(reader)
    row(page, "a", 1).hover()
    page.evaluate("window.old = document.querySelector('.ss-a .ss-scroll'); window.cleanup()")
    assert page.locator(".ss-reader").count() == 0
    assert page.evaluate("Object.values(window.heard).flat().length") == 0
    saved = page.evaluate(
        """() => { document.body.append(window.old);
            window.old.querySelector(".ss-words").click();
            document.body.setAttribute("data-jp-theme-light", "false"); return window.saved; }"""
    )
    assert saved == 0


def test_the_key_guard_lets_go_as_well(browser):
    page = browser.new_page()
    page.set_content(BLANK)
    page.evaluate(MOUNT, [KeyGuard._esm, "", {}])
    page.evaluate(
        """() => { const box = document.body.lastElementChild.parentElement;
            box.append(document.createElement("input")); window.seen = [];
            const hear = (event) => window.seen.push(event.key);
            document.documentElement.addEventListener("keydown", hear); }"""
    )
    page.locator("input").focus()
    page.keyboard.press("d")
    page.evaluate("window.cleanup()")
    page.keyboard.press("x")
    assert page.evaluate("window.seen") == ["x"]
    page.close()
