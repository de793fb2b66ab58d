"""The report as a page: one file that needs no network, no script and no fonts of its own."""

import base64
import hashlib
from pathlib import Path

from toolkit.comparison.compare import Comparison
from toolkit.report import sections, shared
from toolkit.report.elements import Html, element, joined
from toolkit.report.method import method
from toolkit.report.pairs import pair_part
from toolkit.report.parts import contents
from toolkit.report.texts import texts
from toolkit.report.voices import voices

_HERE = Path(__file__)


def report_html(
    comparison: Comparison, *, title: str = "", about: str = "", made: str = "", version: str = ""
) -> str:
    """Everything a comparison holds as one self-contained HTML page.

    ``made`` is the date to print on it (none if empty), so that the same comparison and date
    give the same bytes. The page forbids itself, by a content security policy, to load anything
    and to run any script but its own, which only marks the partner of what is pointed at.
    """
    script = _part("report.js")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}';"
        " base-uri 'none'; form-action 'none'"
    )
    head = joined(
        (
            Html('<meta charset="utf-8">'),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
            Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            Html('<meta name="referrer" content="no-referrer">'),
            element("title", f"{title or 'A story'}: Same Story report"),
            Html(f"<style>\n{_part('report.css')}</style>"),
        ),
        "\n",
    )
    found = (
        sections.tellings(comparison),
        sections.differences(comparison),
        sections.measured(comparison),
        sections.tone(comparison),
        shared.reported(comparison),
        shared.origin(comparison),
        voices(comparison),
        *(pair_part(comparison, pair) for pair in comparison.pairs),
        texts(comparison),
        method(version),
    )
    parts = [part for part in found if part is not None]
    told = ", ".join(filter(None, (f"Same Story {version}".strip(), made)))
    body = joined(
        (
            element(
                "header",
                element("h1", title or "Tellings side by side"),
                element("p", about),
                element("p", told, class_="about"),
            ),
            element("main", contents(parts), *(part.html() for part in parts)),
            Html(f"<script>{script}</script>"),
        ),
        "\n",
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _part(name: str) -> str:
    return _HERE.with_name(name).read_text(encoding="utf-8")
