"""Copied text in a corpus: every pair of articles that share enough of their words, exactly.

The way, each step a module, none needing memory that grows with the corpus:

- ``gathering``: articles are read; each becomes a set of hashed word n-grams (``shingles``).
- ``runs``: sets go to temporary files as sorted runs, and come back in slices.
- ``candidates``: only articles that share one of their rarest n-grams can reach the
  ``threshold``; nearly all pairs are never looked at.
- ``deciding``: what is left is counted on the words themselves, and its passages are found.
- ``stories``: articles that tell one story in words of their own, by the rare words they share.
- ``clusters``, ``output``, ``search``: groups of articles, the files, the whole.
"""

from toolkit.corpus.reuse.search import Found, find_reuse
from toolkit.corpus.reuse.threshold import Threshold

__all__ = ["Found", "Threshold", "find_reuse"]
