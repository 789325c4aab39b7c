"""`annotator` and `python -m annotator`: the one place where the program begins."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs one command and gives its exit status."""
    try:
        # Imported inside, so that Ctrl+C while Python still loads ends as quietly as any other.
        from annotator.cli import door

        return door.main(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
