"""Numbers that are one word, in figures: *three* and 3, *1,000* and 1000."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_FIGURES = {word: str(k) for k, word in enumerate(_UNITS)}
_FIGURES |= {word: str(k * 10) for k, word in enumerate(_TENS, 2)}
_SUFFIX = {1: "st", 2: "nd", 3: "rd"}


def _suffix(number: int) -> str:
    return "th" if number in (11, 12, 13) else _SUFFIX.get(number % 10, "th")


_FIGURES |= {word: f"{k}{_suffix(k)}" for k, word in enumerate(_ORDINALS, 1)}
_FIGURES |= {f"{word[:-1]}ieth": f"{k * 10}th" for k, word in enumerate(_TENS, 2)}
for _k, _ten in enumerate(_TENS, 2):
    for _unit, _word in enumerate(_UNITS[1:10], 1):
        _FIGURES[f"{_ten}-{_word}"] = str(10 * _k + _unit)
    for _unit, _word in enumerate(_ORDINALS[:9], 1):
        _FIGURES[f"{_ten}-{_word}"] = f"{10 * _k + _unit}{_suffix(_unit)}"


def in_figures(word: str) -> str | None:
    """A word in its normal form as figures, without commas; ``None`` if it is no number.

    >>> [in_figures(word) for word in "three third twenty-five 1,000 14.2 bridge".split()]
    ['3', '3rd', '25', '1000', '14.2', None]
    """
    if word[:1].isdigit():
        return word.replace(",", "")
    return _FIGURES.get(word)
