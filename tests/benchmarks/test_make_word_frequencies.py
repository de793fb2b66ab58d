"""The committed table of word frequencies is what the package gives."""

import pytest


def test_the_table_of_word_frequencies_is_that_of_the_package():
    pytest.importorskip("spellchecker", reason="the pyspellchecker package is not installed")
    from benchmarks.make_word_frequencies import FILE, frequencies_text

    committed = FILE.read_bytes().decode("utf-8")
    # Compared as a truth value: a difference of a megabyte would take minutes to print.
    same = committed.replace("\r\n", "\n") == frequencies_text()
    assert same, "run python -m benchmarks.make_word_frequencies"
