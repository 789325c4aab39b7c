"""`annotator` and `python -m annotator`: the one place where the program begins and ends."""

from __future__ import annotations

import gc
import os
import sys

FEW_COLLECTIONS = (100_000, 20, 20)
"""Loading the modules makes many objects and no rubbish: looking for it took a tenth of a start."""


def main() -> int:
    """Runs one command and gives its exit status, or ends the process with it."""
    gc.set_threshold(*FEW_COLLECTIONS)
    try:
        # Imported inside, so that Ctrl+C while Python still loads ends as quietly as any other.
        from annotator.cli import door

        status = door.main(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    if "PySide6" not in sys.modules:
        # Everything is written and closed. Freeing each module by itself would take a fifth of
        # the time of a small command; a window, which holds threads and sockets, does it.
        os._exit(status)
    return status


if __name__ == "__main__":
    sys.exit(main())
