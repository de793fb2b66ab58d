"""The grammar of quantities: regular expressions over strings of atoms.

A letter stands for a word (:data:`toolkit.quantities.codes.CODES`), so that "two and a half
million dollars" reads ``u&afkC``. No pattern repeats without a bound: each place of a text costs
a bounded time whatever the text is.
"""

import re

_SMALL = "(?:y(?:-?[iu])?|e|[iu])"
_BELOW = f"(?:(?:{_SMALL}|a)-?h(?:&?{_SMALL})?|{_SMALL})"
_WORDS = (
    f"(?:(?:[aiu]-?)?q/a-?k|{_BELOW}(?:&a?[fq])?(?:-?k(?:&?{_BELOW}(?:-?k)?){{0,3}})?(?:-?d)?"
    "|f-?a-?[kd]|a-?k(?:&af)?|a-?d|z)"
)
_NUMERAL = "(?:[nY](?:&a?[fq])?(?:-?k|Q|-?h(?!x))?(?:-?d)?)"
NUMBER = f"(?:{_NUMERAL}|{_WORDS})"
SUM = f"(?:\\$[-~]?{NUMBER}|{NUMBER})"
_DAY = "(?:[nO])"
_MONTH = "[mb](?:\\.(?=[nOY,]))?"
_YEAR = "(?:,?/?Y)"
_WEEKDAY = "wK?,?=?"
_MONTH_DAY = f"{_MONTH}=?{_DAY}(?:[-~]{_DAY})?(?![-~k%CUMjQX]){_YEAR}?"

# What begins where. The first that fits is taken; the readers may still turn it down.
START = re.compile("[nYIziueyvVDfqTFSoO$mbwsREBHN2]|a(?=-?[khdvVfqoT])|a(?=[UM])|L(?=[-UmbwsK])")
_FORMS = {
    "identifier": "I(?:-?[nYI]){0,6}|[nY](?:-[nYI]){2,6}|n[nY]{2,6}|n!n!n|y-y",
    "dated": f"{_WEEKDAY}(?:{_DAY}[-~>&])?{_DAY}/?{_MONTH}{_YEAR}?",
    "day_month": f"{_DAY}(?:[-~>&]{_DAY})?/?{_MONTH}{_YEAR}?",
    "weekday_month": f"{_WEEKDAY}{_MONTH_DAY}",
    "month_day": _MONTH_DAY,
    "month_year": f"{_MONTH}{_YEAR}",
    "season": "s/?Y",
    "century": "(?:[FSoO]|y-[FSo])-?U",
    "compound": "y-[FSo]",
    "iso": "B",
    "clock": (
        "[nfqiue](?:(?<=n)-?j|(?<=[iue])(?:-y)?-?j|(?<=f)\\*[iuen]"
        "|(?<=q)[*>][iuen]|(?<=[iuen])(?:U?\\*|U>)[iuen](?!-)|(?<=[iuen])J)"
    ),
    "clock_digits": "H-?j?",
    "noon": "N",
    "ratio": f"[nueiy](?:-[iu])?(?:\\+|_/)(?:every)?{NUMBER}(?![-kUQ%/])",
    "share": "[aiunqe]-?[oTq](?!-U)(?!/a[kUMP%p])",
    "half": "f(?!-|ad|ak|a[UMP%p])",
    "a_half": "[aiu]f",
    "years": "Y[-~]n",
    "spread": f"(?>{SUM})(?:%|pc|C)?[-~>r&]{SUM}",
    "amount": f"{SUM}|fa(?=[UMP%p])|f-?(?=[UM])|a(?=[UM])|a?q/a(?=[UMP%p])",
    "vague": "a?v|aV|V|D(?:/D)?",
    "last": "L-?[UmbwsK]",
    "weekday": "wK?",
    "relative": "RK?",
    "decade": "E",
    "ordinal": "O|[FSo]",
    "twice": "2",
    "month": "[mb]",
}
# A group that is empty names each form. It stands last, so that the engine sees by the first
# letter which forms cannot begin there.
QUANTITY = re.compile("|".join(f"(?:{form})(?P<{name}>)" for name, form in _FORMS.items()))
