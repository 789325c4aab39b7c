"""What can go wrong, in words for the person in front of the screen."""


class AnnotatorError(Exception):
    """One sentence that says what is wrong, and what to do about it.

    Raised wherever bad input or a bad state is found; caught only at the doors
    (``cli/door.py``, ``ui/messages.py``), which show ``str(error)`` as it is. ``command``
    is what to type on the command line, where that is the help; the window has buttons.
    """

    def __init__(self, *said: object, command: str = "") -> None:
        super().__init__(*said)
        self.command = command


class BusyError(AnnotatorError):
    """Another program holds the library; the same call may go through later."""


class DamagedError(AnnotatorError):
    """The library file cannot be trusted; nothing was written to it."""


class CancelledError(AnnotatorError):
    """The person gave up what was going on; nothing was changed."""


class TakenError(AnnotatorError):
    """A file of that name is there already; nothing was written."""


class LargeFileError(AnnotatorError):
    """A file is so large that whoever attaches it is asked first; nothing was saved."""


class NoArticleError(AnnotatorError):
    """A page was read in which no article was found; it can be taken whole."""
