"""A file of another format, read as a whole already: its edits come in as those of a parcel do.

Nothing of it is believed: whoever takes it in checks every id, seal and hash.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.domain.article import ArticleId
from annotator.domain.edits.form import Edit, Part
from annotator.store import log
from annotator.store.arriving import Progress, no_progress
from annotator.store.index import is_id
from annotator.store.leftout import Counted, Why
from annotator.store.library import Library
from annotator.store.tally import Witness
from annotator.store.union import Batch, Given, Gone


class ReadFile(Given):
    """Edits with the file they were read from. ``new``: an article's text, and its original bytes or None.

    ``name`` is the file's, without its folder. ``added``: how many of the edits make a claim where
    none was ever cut.
    """

    def __init__(
        self,
        name: str,
        edits: Sequence[Edit],
        new: Mapping[ArticleId, tuple[str, bytes | None]],
        left_out: Counted,
        added: int = 0,
    ) -> None:
        super().__init__(edits, new)
        self.name = name
        self.left_out = left_out
        self.added = added
        self.progress: Progress = no_progress
        self.witness: Witness | None = None
        self._edits = edits

    @property
    def count(self) -> int:
        return len(self._edits)

    def articles(self) -> set[ArticleId]:
        named = {seal.article for edit in self._edits for seal in edit.header.seals}
        return {*self.new, *(one for one in named if one is not None and is_id(one))}

    def batches(self, library: Library) -> Iterator[Batch]:
        done = 0
        for batch in super().batches(library):
            for edit in batch.fresh:
                self.left_out.look_at(edit.header)
            yield batch
            done += len(batch.fresh) + len(batch.late)
            self.progress(min(done, self.count), self.count)
        if self.witness is not None:
            self._show(self.witness)
        self.progress(self.count, self.count)

    def _show(self, witness: Witness) -> None:
        for edit in self._edits:
            undoes = edit.header.undoes
            if is_id(edit.header.id) and (undoes is None or is_id(undoes)):
                row = log.header_row(edit.header)
                witness.see(row)
                for part in edit.parts:
                    witness.see_part(row, part)

    def refuse(self, edit: Edit, part: Part | None, gone: Gone | None = None) -> None:
        if gone is not None:
            self.left_out.add(Why.ERASED if gone is Gone.ERASED else Why.FORGOTTEN)
        else:
            self.left_out.refuse(edit, part)
