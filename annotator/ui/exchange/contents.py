"""What is in a parcel and what is not, said exactly, before it is made."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.ui.exchange.view import SendArticle, Sending

_NEVER = "what colleagues hold; anything whose audience is “me”; any login name, any path"


def in_it(asked: Sending, articles: Sequence[SendArticle], name: str) -> str:
    """What follows "In it: "."""
    chosen = [one for one in articles if one.id in set(asked.articles)]
    if not chosen:
        return "nothing yet. Tick the articles that go along."
    which = f"“{chosen[0].title}”" if len(chosen) == 1 else f"{len(chosen):,} articles"
    its = "its" if len(chosen) == 1 else "their"
    text = f"{which}: {its} text and where {its} claims begin and end"
    if asked.blind:
        return f"{text}."
    kinds = ["your tags and decisions"]
    kinds += ["notes, comments and reasons"] if asked.notes else []
    kinds += ["evidence and attribution"] if asked.evidence else []
    kinds += ["original files"] if asked.files else []
    under = f"“{asked.pseudonym}” instead of your name" if asked.pseudonym else f"your name, {name}"
    return f"{text}; {', '.join(kinds)}; {under}."


def not_in_it(asked: Sending) -> str:
    """What follows "Not in it: "."""
    if asked.blind:
        return (
            f"any tag, note or evidence of yours; {_NEVER}. Whoever brings it in "
            "sees no colleague’s tag of these articles before submitting."
        )
    kinds = [] if asked.notes else ["notes, comments and reasons, in any earlier wording either"]
    kinds += [] if asked.evidence else ["evidence and attribution"]
    kinds += [] if asked.files else ["original files"]
    kinds += ["your name, unless an article or its file says it"] if asked.pseudonym else []
    return f"{'; '.join([*kinds, _NEVER])}."
