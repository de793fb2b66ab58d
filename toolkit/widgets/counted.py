"""A telling with what a measure counted marked in it, sentence by sentence."""

from collections.abc import Sequence
from html import escape

from toolkit.article import Passage
from toolkit.charts.numerals import number_text
from toolkit.comparison.compare import Comparison
from toolkit.measures.evidence import Counted

_STYLE = """<style>
.samestory-counted{border-collapse:collapse;line-height:1.6;max-width:78ch;margin:6px 0}
.samestory-counted caption{text-align:left;opacity:.8;padding:2px 0}
.samestory-counted th{text-align:left;font-weight:600;padding:2px 12px 2px 0}
.samestory-counted td{vertical-align:top;padding:2px 12px 2px 0;white-space:normal;
 overflow-wrap:break-word}
.samestory-counted td:first-child{font-variant-numeric:tabular-nums;text-align:right;opacity:.85}
.samestory-counted mark{background:#f2c14e66;color:inherit;border-bottom:2px solid #b26a00;
 padding:0 1px}
.samestory-counted sup{font-size:.7em;opacity:.8}
</style>"""


def counted_html(
    comparison: Comparison,
    telling: int,
    counted: Sequence[Counted],
    values: Sequence[float],
    unit: str,
    caption: str,
) -> str:
    """Every sentence with its own value before it and the counted words marked in it.

    A word that counts for more than one (three syllables, say) has its number after it.
    Everything is escaped.
    """
    rows = [
        f"<tr><td>{number_text(value, 1)}</td><td dir='auto'>"
        f"{_marked(comparison, passage, counted)}</td></tr>"
        for passage, value in zip(comparison.sentences[telling], values, strict=True)
    ]
    return (
        f'{_STYLE}<table class="samestory-counted"><caption>{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">{escape(unit)}</th><th scope="col">sentence</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _marked(comparison: Comparison, sentence: Passage, counted: Sequence[Counted]) -> str:
    text = comparison.words_of(sentence)
    several = any(item.value > 1 for item in counted)
    parts, done = [], 0
    for item in counted:
        place = item.passage
        if not sentence.start <= place.start < sentence.end:
            continue
        begin, end = place.start - sentence.start, place.end - sentence.start
        parts.append(escape(text[done:begin]))
        more = f"<sup>{item.value:g}</sup>" if item.value > 1 else ""
        words = escape(text[begin:end])
        # Where words count for several each, those that count for one are the plain ones.
        parts.append(words if several and not more else f"<mark>{words}{more}</mark>")
        done = end
    return "".join([*parts, escape(text[done:])])
