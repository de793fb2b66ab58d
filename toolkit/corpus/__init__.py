"""Corpora: a row of measures for each of many articles, in constant memory on all processors."""

from toolkit.corpus.run import Summary, measure_corpus

__all__ = ["Summary", "measure_corpus"]
