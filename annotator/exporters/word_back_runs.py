"""Highlights on the runs of somebody else's file: a run is cut where a claim begins or ends.

What a run looks like it keeps. A highlight is a shading and an underline; where the writer has
shaded or underlined the words already, that stays, and only the other one is put.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

from annotator.exporters.word_back_places import NOBODYS, Part, Standing
from annotator.exporters.word_cues import Cue
from annotator.office.word_names import child, local, space_of, value

_ORDER: Final = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing",
    "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
    "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
"""The properties of a run in the order in which the schema wants them (ECMA-376, 17.3.2.28)."""

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_NOTHING: Final = ("", "none", "nil", "auto", "clear")


@dataclass(slots=True)
class _Group:
    """What goes together into one run; ``owner`` is the claim over its words."""

    owner: int = NOBODYS
    inside: list[Any] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


@dataclass
class Cutting:
    """Cuts and highlights the runs of one document.

    ``cues``: claim → how it is drawn. Afterwards ``covered`` are the claims on whose words the writer's
    own marks stand, so that their result is not seen everywhere.
    """

    standing: Standing
    cues: Sequence[Cue]
    covered: set[int] = field(default_factory=set)
    _runs: dict[int, Any] = field(default_factory=dict)
    """id of a stretch → the run it is in now."""

    def cut(self) -> None:
        """Does it, run after run."""
        runs = (one.getparent() for one in self.standing.parts)
        for run in dict.fromkeys(runs):
            if local(run) == "r":
                self._cut(run)

    def begins(self, claim: int) -> Any:
        """The element before which a claim begins."""
        return self._around(*self.standing.first[claim])

    def ends(self, claim: int) -> Any:
        """The element behind which a claim ends."""
        return self._around(*self.standing.last[claim])

    def _around(self, holder: Any, part: Part) -> Any:
        return self._runs.get(id(part), holder)

    def _cut(self, run: Any) -> None:
        """Moves what stands in a run into as many runs as it takes."""
        groups = self._groups(run)
        bare = deepcopy(child(run, "rPr"))
        here = run
        for place, group in enumerate(groups):
            if place:
                here = _run_after(here, bare)
                for one in group.inside:
                    here.append(one)
            self._runs.update((id(part), here) for part in group.parts)
            if group.owner != NOBODYS and not highlight(here, self.cues[group.owner]):
                self.covered.add(group.owner)

    def _groups(self, run: Any) -> list[_Group]:
        groups = [_Group()]
        for one in [one for one in run if local(one) != "rPr"]:
            parts = self.standing.parts.get(one)
            if parts is None:
                groups[-1].inside.append(one)
                continue
            for part, piece in zip(parts, _divided(one, parts), strict=True):
                last = groups[-1]
                if last.parts and (part.cut or part.owner != last.owner):
                    last = _Group()
                    groups.append(last)
                last.owner = part.owner
                last.inside.append(piece)
                last.parts.append(part)
        return groups


def _run_after(here: Any, properties: Any | None) -> Any:
    """An empty run behind this one, with these properties."""
    made = here.makeelement(here.tag, dict(here.attrib), here.nsmap)
    if properties is not None:
        made.append(deepcopy(properties))
    here.addnext(made)
    return made


def _divided(holder: Any, parts: Sequence[Part]) -> list[Any]:
    """An element as one for each of its stretches; itself is the first."""
    if len(parts) == 1:
        return [holder]
    text = holder.text or ""
    if holder.get(_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    made = [holder]
    made += [holder.makeelement(holder.tag, None, holder.nsmap) for _ in parts[1:]]
    for one, part in zip(made, parts, strict=True):
        one.set(_SPACE, "preserve")
        one.text = text[part.start : part.end]
    return made


def highlight(run: Any, cue: Cue) -> bool:
    """Draws a run as ``cue`` says; False where the writer has marked it in that way already."""
    done = True
    if cue.fill:
        done = _mark(run, ("shd", "highlight"), "shd", val="clear", color="auto", fill=cue.fill)
    if cue.line:
        done = _mark(run, ("u",), "u", val=cue.line, color=cue.colour) and done
    return done


def _mark(run: Any, taken: Sequence[str], name: str, **attributes: str) -> bool:
    """Gives a run this property, unless it has one of ``taken`` that shows."""
    space = space_of(run)
    properties = child(run, "rPr")
    if properties is None:
        properties = run.makeelement(f"{space}rPr", None, run.nsmap)
        run.insert(0, properties)
    if any(_shows(one) for one in properties if local(one) in taken):
        return False
    for one in [one for one in properties if local(one) == name]:
        properties.remove(one)
    made = properties.makeelement(
        f"{space}{name}", {f"{space}{key}": said for key, said in attributes.items()}, run.nsmap
    )
    later = _ORDER[_ORDER.index(name) + 1 :]
    behind = next((one for one in properties if local(one) in later), None)
    if behind is None:
        properties.append(made)
    else:
        behind.addprevious(made)
    return True


def _shows(one: Any) -> bool:
    """Whether a shading, a highlight or an underline can be seen."""
    if local(one) == "shd":
        fill = value(one, "fill") not in _NOTHING or bool(value(one, "themeFill"))
        return fill or value(one) not in _NOTHING
    return value(one) not in _NOTHING
