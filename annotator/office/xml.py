"""XML that somebody else has had in hands: without entities, document types and the network."""

from __future__ import annotations

from typing import Any


class DamagedError(ValueError):
    """What is wrong with a file, as the part of a sentence that follows its name."""

    def __init__(self, why: str) -> None:
        super().__init__(f"it is damaged: {why}")


def parsed(data: bytes, name: str) -> Any:
    """The tree of these bytes, which are called ``name`` in what is said of them.

    Raises DamagedError for what is no XML, and for what declares a document type: no office
    file needs one, and entities are declared there.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedError(f"“{name}” is no XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DamagedError(f"“{name}” declares a document type")
    return root
