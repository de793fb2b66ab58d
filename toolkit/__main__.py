"""``python -m toolkit`` is ``samestory``."""

import sys

from toolkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
