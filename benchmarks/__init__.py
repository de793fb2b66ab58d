"""Measurements of the toolkit, run by hand and written to ``docs/``; not part of the package.

- ``python -m benchmarks``: how fast, against other libraries, with a check that the numbers agree.
- ``python -m benchmarks.validity``: how well the numbers agree with people.
- ``python -m benchmarks.make_syllables``: the syllable table, from the CMU dictionary.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
