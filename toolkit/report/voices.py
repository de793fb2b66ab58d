"""Who is heard, in which telling, with how many words."""

from toolkit.comparison.compare import Comparison
from toolkit.comparison.labels import labels
from toolkit.comparison.quotes.voices import Heard
from toolkit.report.elements import Html, element, table
from toolkit.report.parts import Part
from toolkit.report.texts import references

_MOST_VERBS = 4


def voices(comparison: Comparison) -> Part | None:
    """A row for each voice, a column for each telling; nothing where nobody is heard."""
    if not comparison.voices:
        return None
    note = element(
        "p",
        "Words in quotation marks and words in reported speech, with the verbs that introduce them."
        " A share is that of all words somebody is given in the telling.",
    )
    rows = [
        (
            voice.name or "speaker not resolved",
            *(_heard(comparison, k, heard) for k, heard in enumerate(voice.tellings)),
        )
        for voice in comparison.voices
    ]
    columns = ("voice", *labels(comparison))
    return Part("Who is heard", "voices", (note, table("Voices", columns, rows, "voices")))


def _heard(comparison: Comparison, telling: int, heard: Heard | None) -> Html | str:
    if heard is None:
        return "–"
    share = "" if heard.share != heard.share else f" ({heard.share:.0%})"
    verbs = ", ".join(verb.words for verb in heard.verbs[:_MOST_VERBS])
    return element(
        "div",
        element("p", f"{heard.quoted_words} quoted, {heard.paraphrased_words} reported{share}"),
        *([element("p", verbs, class_="about")] if verbs else []),
        element("p", "sentence ", references(comparison, telling, heard.passages)),
    )
