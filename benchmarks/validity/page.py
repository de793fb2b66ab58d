"""The page ``docs/validity.md`` and the records in ``toolkit/measures/validity.json``."""

import json
from collections.abc import Sequence
from math import isnan

from benchmarks.peers import versions
from benchmarks.report import markdown_table
from benchmarks.validity.result import HERE, Part
from benchmarks.validity.scores import Score

DIGITS = 3
HEAD = ["what", "value", "could as well be (95%)", "items", "where from"]

# name: what it is, whose it is, its licence
SETS = {
    "BABE": (
        "Spinde, Plank, Krieger, Ruas, Gipp, Aizawa (2021), Neural Media Bias Detection Using"
        " Distant Supervision With BABE, Findings of EMNLP",
        "AGPL-3.0; the sentences are third-party news",
    ),
    "CLEAR": (
        "Crossley, Heintz, Choi, Batchelor, Karimi, Malatinszky (2022), A large-scaled corpus for"
        " assessing text readability, Behavior Research Methods",
        "CC BY-NC-SA 4.0",
    ),
    "ECB+": (
        "Cybulska and Vossen (2014), Using a sledgehammer to crack a nut?, LREC; links derived from"
        " its events",
        "CC BY 3.0 (marks); the sentences are third-party news",
    ),
    "GUM": (
        "Zeldes (2017), The GUM Corpus, Language Resources and Evaluation 51(3); Wikinews texts",
        "CC BY-NC-SA 4.0 (marks), CC BY (texts)",
    ),
    "Golden rules": (
        "Sadvilkar and Neumann (2020), PySBD; after the Pragmatic Segmenter of Kevin Dias",
        "MIT",
    ),
    "MRPC": (
        "Dolan and Brockett (2005), Automatically Constructing a Corpus of Sentential Paraphrases,"
        " IWP; put together into articles for this purpose",
        "Microsoft Research Shared Source License (non-commercial)",
    ),
    "Narrative framing": (
        "Frermann, Li, Khanehzar, Mikolajczak (2023), Conflicts, Villains, Resolutions: Towards"
        " models of Narrative Media Framing, ACL",
        "MIT; the articles are third-party news",
    ),
    "NewsMTSC": (
        "Hamborg and Donnay (2021), NewsMTSC, EACL",
        "MIT; the sentences are quoted from news",
    ),
    "OneStop": (
        "Vajjala and Lucic (2018), OneStopEnglish corpus, BEA-13",
        "CC BY-SA 4.0",
    ),
    "VADER ground truth": (
        "Hutto and Gilbert (2014), VADER, ICWSM",
        "MIT; the snippets are third-party text",
    ),
}


def records(parts: Sequence[Part]) -> dict[str, list[dict[str, str | float | int]]]:
    """For each measure what is known of it, sorted by name; undefined figures are left out."""
    found: dict[str, list[dict[str, str | float | int]]] = {}
    for row in (row for part in parts for row in part.rows):
        if row.measure and not isnan(row.score.value):
            found.setdefault(row.measure, []).append(
                {
                    "dataset": row.dataset,
                    "statistic": row.statistic,
                    "value": round(row.score.value, DIGITS),
                    "items": row.score.items,
                }
            )
    return {name: found[name] for name in sorted(found)}


def records_json(parts: Sequence[Part]) -> str:
    """The text of ``validity.json``."""
    return json.dumps(records(parts), indent=2, ensure_ascii=False) + "\n"


def number(value: float) -> str:
    """Three decimals; ``not defined`` for NaN.

    >>> number(0.12345), number(float("nan"))
    ('0.123', 'not defined')
    """
    return "not defined" if isnan(value) else f"{value:.{DIGITS}f}"


def _interval(score: Score) -> str:
    return "" if isnan(score.low) else f"{score.low:.2f} to {score.high:.2f}"


def _section(part: Part) -> str:
    rows = []
    for row in part.rows:
        who = f"**{row.who}**" if row.ours and not row.who.startswith("-") else row.who
        value = f"**{number(row.score.value)}**" if row.ours else number(row.score.value)
        origin = row.source if row.source == HERE else f"*{row.source}*"
        rows.append([who, value, _interval(row.score), f"{row.score.items:,}", origin])
    return f"""## {part.title}

**What was compared.** {part.compared}

**The number.** {part.number}

{markdown_table(HEAD, rows)}

**What it means.** {part.means}

**What it does not mean.** {part.not_means}
"""


def page(parts: Sequence[Part]) -> str:
    """The page, the same whenever the same figures are measured."""
    used = sorted({name for part in parts for name in part.sets})
    sets = markdown_table(["set", "whose", "licence"], [[name, *SETS[name]] for name in used])
    sections = "\n".join(map(_section, parts))
    return f"""# How well the numbers agree with people

Made by `python -m benchmarks.validity`; do not edit by hand. The figures of the single measures
are shown beside them in the toolkit.

A program that counts syllables does not know what is hard to read, and one that adds up words does
not know what is friendly. So each kind of number was held against what people said about the same
texts. **Read this page before you trust a number with a decision.**

How to read the tables: bold rows are this toolkit. *Could as well be* is where the figure might lie
with other texts of the same kind; two figures whose ranges overlap much should be taken as equal.
**Measured here** means worked out in the same run as ours, from the same texts
({versions()});
*quoted* means published beside the set for the same part of it, and not worked out again.

{sections}
## The sets, and whose they are

{sets}

The sets are used to measure, with three exceptions: the weights of *Difficulty (composite)* were
worked out from CLEAR, those of *Tone towards a name* from the training part of NewsMTSC, those of
links between sentences from MRPC's training part, spliced MRPC and ECB+. They were
**never copied into the project**: not a sentence of them is in its code, its word lists, its
stories or its tests. Of several only a part was used, as another part is kept back for later. Three
of them (CLEAR, GUM and MRPC) may not be used commercially at all. To measure again, put the sets
into a folder and name it with the variable `SAMESTORY_GOLD`.
"""
