"""Find what is equal in several documents: the canonical owner of each definition, a key of each operation.

Two schemas under `components` are equal if their names, their contents and the targets of their
references are; two operations, if their parameters, bodies and responses are. Later stages process
the first of several equal ones, and reuse the result for the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from specloom.diagnostics import Pointer
from specloom.documents.document import Document, Node
from specloom.documents.specification import declared_operations
from specloom.sharing.outlines import (
    COMPONENTS,
    SCHEMAS,
    OperationOutline,
    Outline,
    Outliner,
    references_in,
    serialized,
)

Owners = Mapping[Pointer, Document]
"""The definitions of a document, by pointer: the first document with an equal definition."""

OperationKey: TypeAlias = tuple[str, tuple[str, ...]]
Declared: TypeAlias = tuple[str, Node, str, Node, OperationKey | None]
"""A path, its path item, a method, an operation, and a key that equal operations share."""


class Identities:
    """The identities of the definitions and operations of the documents of a run.

    A single document has none, and neither has what cannot be shared.
    """

    def __init__(
        self,
        documents: Sequence[Document] = (),
        outlines: Mapping[Document, Outline] | None = None,
    ) -> None:
        """Compare documents.

        Args:
            documents: All documents of a run, in the order in which the first of equal ones is chosen.
            outlines: The outlines that are known already; others are computed.
        """
        outliner = Outliner()
        first: dict[tuple[str, str], Document] = {}
        self._owners: dict[Document, Owners] = {}
        self._outlines: dict[Document, Sequence[OperationOutline | None]] = {}
        self._keys: dict[tuple[Document, int], str | None] = {}
        self._declared: dict[Document, tuple[Declared, ...]] = {}
        for each in documents if len(documents) > 1 else ():
            outline = (outlines or {}).get(each) or outliner.outline(each)
            self._outlines[each] = outline.operations
            self._owners[each] = {
                (*COMPONENTS, name): first.setdefault((name, digest), each)
                for name, digest in outline.definitions.items()
            }

    def owners(self, document: Document) -> Owners:
        """Return the canonical owner of each definition of a document that can be shared."""
        return self._owners.get(document, {})

    def operations(self, document: Document) -> Iterable[Declared]:
        """Return the operations of a document, each with a key that equal ones share.

        Equal operations have equal parameters, bodies and responses. Their paths may differ, and so
        may their `security`, examples, names and descriptions.
        """
        if document not in self._outlines:
            return ((*each, None) for each in declared_operations(document))
        if document not in self._declared:
            declared = declared_operations(document)
            self._declared[document] = tuple(
                (*each, None if outline is None else self._operation_key(document, outline))
                for each, outline in zip(declared, self._outlines[document], strict=True)
            )
        return self._declared[document]

    def _operation_key(self, document: Document, outline: OperationOutline) -> OperationKey | None:
        owners = self._owners[document]
        found = [owners.get((*COMPONENTS, name)) for name in outline.references]
        paths = tuple(each.path for each in found if each is not None)
        return (outline.digest, paths) if len(paths) == len(found) else None

    def key(self, node: Node) -> str | None:
        """Return a string that is the same for equal parts of documents whose references have equal targets.

        Returns None if a part refers to something that cannot be shared.
        """
        if not self._owners:
            return None
        # The documents live as long as this object, so the identity of a value is not reused;
        # but several documents may have one value, from an overlay, whose references differ in each.
        identity = (node.document, id(node.value))
        if identity not in self._keys:
            self._keys[identity] = self._compute_key(node)
        return self._keys[identity]

    def _compute_key(self, node: Node) -> str | None:
        text = serialized(node.value)
        owners = self.owners(node.document)
        found = [text]
        for each in references_in(text):
            owner = owners.get((*COMPONENTS, each.removeprefix(SCHEMAS)))
            if owner is None:
                return None
            found.append(owner.path)
        return "\0".join(found)
