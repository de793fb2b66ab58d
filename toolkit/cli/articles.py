"""The articles that are named on the command line, read one by one."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from toolkit.article import Article
from toolkit.cli.speaking import complain
from toolkit.errors import NothingToAnalyse, ReadingError, SameStoryError

_MANY_FILES = 50


def read(files: Sequence[Path]) -> tuple[list[Article], list[SameStoryError]]:
    """The articles that can be read, and what is wrong with the others."""
    from toolkit.reading import read_article

    articles: list[Article] = []
    problems: list[SameStoryError] = []
    for file in _with_bar(files):
        try:
            articles.append(read_article(file))
        except ReadingError as error:
            problems.append(error)
    return articles, problems


def require_words(articles: Sequence[Article], problems: list[SameStoryError]) -> None:
    """Raise where there is not one word: the last problem, if there was one, as the reason."""
    from toolkit.text.document import measured_text
    from toolkit.text.words import WORD

    if any(WORD.search(measured_text(article)) for article in articles):
        return
    for problem in problems[:-1]:
        complain(problem)
    if problems:
        raise problems[-1]
    raise NothingToAnalyse("There is not one word in any article.", "Choose texts with words.")


def _with_bar(files: Sequence[Path]) -> Iterable[Path]:
    """The files, with a progress bar where they are many and somebody is watching."""
    if len(files) < _MANY_FILES:
        return files
    from tqdm import tqdm

    return tqdm(files, unit="file", desc="reading", disable=None, leave=False)
