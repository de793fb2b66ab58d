"""Which column of a table holds the text, and which say where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.errors import UsageError

_TEXT = "text body content article article_text full_text fulltext maintext article_body".split()
_ID = "id _id article_id doc_id document_id uid guid url link uri".split()
_OUTLET = "outlet publication publisher source site domain".split()
_HEADLINE = "headline title".split()
_PUBLISHED = "published date published_at publication_date date_published pub_date".split()
_MOST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns an article is made of; ``None`` where there is none."""

    text: str
    id: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Those there are, each once."""
        found = (self.text, self.id, self.outlet, self.headline, self.published)
        return tuple(dict.fromkeys(name for name in found if name is not None))


def choose_columns(
    names: Sequence[str],
    source: str,
    text_column: str | None = None,
    id_column: str | None = None,
) -> Columns:
    """The columns to read among ``names``; those asked for by name, others by what they are called.

    Raises :class:`UsageError`, listing the columns, where one asked for is missing or none is
    called like a text.

    >>> choose_columns(["URL", "Title", "Body"], "news.csv")
    Columns(text='Body', id='URL', outlet=None, headline='Title', published=None)
    """
    for wanted in (text_column, id_column):
        if wanted is not None and wanted not in names:
            raise UsageError(
                f"{source} has no column {wanted!r}.", f"Choose one of its columns: {_list(names)}."
            )
    text = text_column or _first(_TEXT, names)
    if text is None:
        raise UsageError(
            f"Which column of {source} holds the articles' text is not clear.",
            f"Name it with --text-column; the columns are: {_list(names)}.",
        )
    return Columns(
        text=text,
        id=id_column or _first(_ID, names),
        outlet=_first(_OUTLET, names),
        headline=_first(_HEADLINE, names),
        published=_first(_PUBLISHED, names),
    )


def _first(usual: Sequence[str], names: Sequence[str]) -> str | None:
    """The column with the most usual name, in capitals or not."""
    known = {name.strip().lower(): name for name in reversed(names)}
    return next((known[name] for name in usual if name in known), None)


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:_MOST_SHOWN])
    more = len(names) - _MOST_SHOWN
    return (shown or "none") + (f" and {more} more" if more > 0 else "")
