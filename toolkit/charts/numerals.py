"""How a number is written, everywhere a person or a test reads one."""

import math

NOT_DEFINED = "not defined"


def is_defined(value: float | None) -> bool:
    """Whether there is a number to draw (``None``, NaN and infinities are not one)."""
    return value is not None and math.isfinite(value)


def number_text(value: float | None, digits: int = 2) -> str:
    """A number with a fixed count of digits, the same bytes on every machine.

    Whole numbers given as ``int`` keep no decimals. An undefined value is written
    ``not defined``, never 0.

    >>> number_text(0.5), number_text(12), number_text(-0.001), number_text(float("nan"))
    ('0.50', '12', '0.00', 'not defined')
    """
    if value is None or not is_defined(value):
        return NOT_DEFINED
    if isinstance(value, int):
        return str(value)
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0 else text


def coordinate(value: float) -> str:
    """A length or place in an SVG: at most two decimals, no trailing zeros.

    >>> coordinate(3.0), coordinate(2.456)
    ('3', '2.46')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
