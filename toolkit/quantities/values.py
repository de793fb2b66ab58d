"""From digits and number words to values."""

from functools import cache

UNITS = "zero one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
POWERS = {
    **dict.fromkeys(("thousand", "k", "grand"), 3),
    **dict.fromkeys(("million", "mn", "mln", "m"), 6),
    **dict.fromkeys(("billion", "bn", "bln", "b"), 9),
    **dict.fromkeys(("trillion", "tn", "trn"), 12),
}
PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_LONGEST = 25  # digits; what is longer is no amount that anybody reads


@cache
def words() -> dict[str, int]:
    """Values of the number words below one hundred.

    >>> words()["seven"], words()["nineteen"], words()["forty"]
    (7, 19, 40)
    """
    values = {word: k for k, word in enumerate(UNITS + TEENS)}
    return values | {word: 10 * k for k, word in enumerate(TENS, 2)}


def digits(numeral: str, power: int = 0) -> float:
    """The value of a numeral as news prints it, times a power of ten.

    >>> digits("1,234.5"), digits("1.2", 6), digits("3½")
    (1234.5, 1200000.0, 3.5)
    """
    if not power and numeral.isascii():
        return float(numeral.replace(",", ""))
    part = PARTS.get(numeral[-1], 0.0)
    whole = numeral[:-1] if part else numeral
    number = float(f"{whole.replace(',', '')}e{power}") if whole else 0.0
    return number + part * 10**power


def readable(numeral: str) -> bool:
    """Whether a numeral is short enough to be an amount."""
    return len(numeral) <= _LONGEST


def value(codes: str, said: list[str]) -> float:
    """The value of a number, given the codes of its atoms and their words in lower case.

    >>> value("u&afk", ["three", "and", "a", "half", "million"])
    3500000.0
    >>> value("ih&u", ["one", "hundred", "and", "five"])
    105.0
    """
    total = group = 0.0
    seen = False  # whether the group has any number yet
    small = words()
    for at, (code, word) in enumerate(zip(codes, said, strict=True)):
        if code in "nY":
            after = codes[at + 1 : at + 2]
            if after and after in "kQ":  # in one step, so that 1.2 million is exact
                total += digits(word, POWERS[said[at + 1]])
            else:
                group, seen = group + digits(word), True
        elif code in "iueyz":
            group, seen = group + small[word], True
        elif code == "h":
            group, seen = (group if seen else 1) * 100, True
        elif code == "f":
            group, seen = group + 0.5, True
        elif code == "q":
            group, seen = group + 0.25 if not group or codes[at - 1] == "a" else group / 4, True
        elif code == "d":
            group, seen = (group if seen else 1) * 12, True
        elif code in "kQ":
            if seen or at == 0 or codes[at - 1] not in "nY":
                total += (group if seen else 1) * 10.0 ** POWERS[word]
            group, seen = 0.0, False
    return total + group
