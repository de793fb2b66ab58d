"""The committed hyphenation patterns are those of pyphen."""

import pytest


def test_the_patterns_are_those_of_the_package():
    pytest.importorskip("pyphen", reason="pyphen is not installed")
    from benchmarks.make_hyphenation import FILE, hyphenation_text

    committed = FILE.read_bytes().decode("utf-8")
    same = committed.replace("\r\n", "\n") == hyphenation_text()
    assert same, "run python -m benchmarks.make_hyphenation"
