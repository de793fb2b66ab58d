import ipywidgets
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import UsageError
from toolkit.widgets.base import ProblemBox, TextTwin
from toolkit.widgets.guard import KeyGuard


class Spoken(TextTwin, ipywidgets.VBox):
    table = "<table></table>"

    def summary(self):
        return "two lenses, " + "x" * 500

    def table_html(self):
        return self.table


def test_the_output_is_the_live_view_and_its_words_in_full():
    data, _ = Spoken()._repr_mimebundle_()
    assert data["text/plain"] == "two lenses, " + "x" * 500
    assert data["text/html"] == "<table></table>"
    assert "application/vnd.jupyter.widget-view+json" in data


def test_without_a_table_there_is_no_html():
    widget = Spoken()
    widget.table = ""
    assert "text/html" not in widget._repr_mimebundle_()[0]


def test_the_words_of_a_widget_are_folded_on_a_page_and_whole_for_a_test():
    class Loud(Spoken):
        def summary(self):
            return "<script>alert(1)</script>\nlinks: 3"

    words = Loud().in_words()
    assert repr(words) == "<script>alert(1)</script>\nlinks: 3"
    html = words._repr_html_()
    assert html.startswith("<details><summary>")
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def test_a_widget_has_to_say_what_it_shows():
    class Silent(TextTwin, ipywidgets.VBox):
        pass

    with pytest.raises(NotImplementedError, match="Silent"):
        Silent().summary()


def fail(error):
    raise error


def test_an_error_for_the_user_is_shown_in_its_own_words():
    box = ProblemBox()
    assert box.layout.display == "none"
    box.shielded("counting", fail)(UsageError("There is no <b> here.", "Choose another."))
    assert box.layout.display == ""
    assert 'role="alert"' in box.value
    assert "There is no &lt;b&gt; here." in box.value
    assert "Choose another." in box.value


def test_any_other_error_is_one_calm_sentence_and_kept():
    box = ProblemBox()
    box.shielded("comparing the quotes", fail)(ZeroDivisionError("division by zero"))
    assert "Something went wrong while comparing the quotes" in box.value
    assert "division" not in box.value
    assert isinstance(box.error, ZeroDivisionError)


def test_one_lens_that_fails_does_not_stop_the_next_and_recovers():
    slider, seen = ipywidgets.IntSlider(), []
    broken, sound = ProblemBox(), ProblemBox()
    slider.observe(broken.shielded("drawing", lambda c: 1 // (c["new"] - 1)), "value")
    slider.observe(sound.shielded("listing", lambda c: seen.append(c["new"])), "value")
    slider.value = 1
    assert (broken.error is not None, sound.error, seen) == (True, None, [1])
    slider.value = 2
    assert (broken.error, broken.value, broken.layout.display) == (None, "", "none")


def test_a_stop_from_the_keyboard_is_not_swallowed():
    with pytest.raises(KeyboardInterrupt):
        ProblemBox().shielded("counting", fail)(KeyboardInterrupt())


@given(st.text(), st.text())
def test_no_message_becomes_markup(problem, remedy):
    box = ProblemBox()
    box.show(f"<img src=x>{problem}", f"<script>{remedy}")
    assert "<img" not in box.value
    assert "<script" not in box.value


def test_the_key_guard_can_stand_in_any_box():
    assert ipywidgets.VBox([KeyGuard()]).children
