"""How each claim of a long article stands: columns of claims beside columns of what is held.

No value is made for a claim: an article of 100,000 opens in a blink.
"""

from __future__ import annotations

from annotator.domain.tags import Standing


def standing_columns(claims: list[list[int]], held: list[list[int]]) -> tuple[bytes, bytes]:
    """A byte for each claim: its standing, and whether it has a note.

    ``claims`` are starts, ends and which are furniture; ``held`` are starts, ends,
    standings and notes of what the analyst holds, in the same order.
    """
    furniture = claims[2]
    if held[:2] == claims[:2]:
        standings, notes = bytearray(held[2]), bytes(held[3])
    elif held[0]:
        found = _matched(claims[:2], held)
        standings, notes = bytearray(found[0]), bytes(found[1])
    else:
        standings, notes = bytearray(len(furniture)), bytes(len(furniture))
    for index, aside in enumerate(furniture):
        if aside:
            standings[index] = Standing.FURNITURE
    return bytes(standings), notes


def _matched(claims: list[list[int]], held: list[list[int]]) -> list[list[int]]:
    """Standing and note of each claim, where some claims are not judged, or retired ones are.

    Before the first cut and after the last all are alike; between, each is looked up.
    """
    most = min(len(claims[0]), len(held[0]))
    before = _alike(claims, held, most)
    backwards = [column[::-1] for column in claims], [column[::-1] for column in held[:2]]
    after = _alike(*backwards, most - before)
    starts, ends = (column[before : len(column) - after] for column in claims)
    between = [column[before : len(column) - after] for column in held]
    stands = dict(zip(_pairs(*between[:2]), _pairs(*between[2:]), strict=True))
    nothing = (int(Standing.UNTAGGED), 0)
    found = [stands.get(span, nothing) for span in _pairs(starts, ends)]
    return [
        held[2 + which][:before]
        + [row[which] for row in found]
        + held[2 + which][len(held[0]) - after :]
        for which in (0, 1)
    ]


def _alike(some: list[list[int]], others: list[list[int]], most: int) -> int:
    """With how many equal (start, end) these columns begin, ``most`` at most."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if all(some[at][low:middle] == others[at][low:middle] for at in (0, 1)):
            low = middle
        else:
            most = middle - 1
    return low


def _pairs(first: list[int], second: list[int]) -> zip[tuple[int, int]]:
    return zip(first, second, strict=True)
