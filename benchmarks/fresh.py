"""What :mod:`benchmarks.speeds` starts in a new process: everything timed from the first import on.

python -m benchmarks.fresh TEXTS.json
"""

import json
import sys
from pathlib import Path
from time import process_time


def main(file: Path) -> dict[str, float]:
    """Seconds of each piece of work, in each of them the time that imports took."""
    texts = json.loads(file.read_text(encoding="utf-8"))
    start = process_time()
    import toolkit.measures.catalogue  # noqa: F401  numpy and all that the work needs

    imported = process_time() - start
    from benchmarks.speeds import seconds
    from toolkit.text.tokens import Vocabulary

    return {work: took + imported for work, took in seconds(texts, Vocabulary()).items()}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
