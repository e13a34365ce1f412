"""Tell what is equal in several documents: documents in, where each definition was met first out.

Two schemas under `components` are alike when they are equal, of one name, and so is whatever they
refer to; two operations, when all that they take and give is. Later stages then work on the first
one and use what they made of it for all the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from specloom.diagnostics import Pointer
from specloom.documents.document import Document, Node
from specloom.documents.outline import Part
from specloom.documents.outlining import COMPONENTS, SCHEMAS, Outliner, references_in, text_of
from specloom.documents.specification import declared_operations

Homes = Mapping[Pointer, Document]
"""For definitions of a document, by their places: the document that has an equal one first."""

OperationKey: TypeAlias = tuple[str, tuple[str, ...]]
Declared: TypeAlias = tuple[str, Node, str, Node, OperationKey | None]
"""A path, its path item, a method, an operation, and a key that is the same for equal ones."""


class Alike:
    """Tells what is equal in the documents of a run; a single one is not looked into.

    What cannot be shared has no home and no key.
    """

    def __init__(self, documents: Sequence[Document] = ()) -> None:
        outliner = Outliner()
        first: dict[tuple[str, str], Document] = {}
        self._homes: dict[Document, Homes] = {}
        self._parts: dict[Document, Sequence[Part | None]] = {}
        self._keys: dict[tuple[Document, int], str | None] = {}
        self._declared: dict[Document, tuple[Declared, ...]] = {}
        for each in documents if len(documents) > 1 else ():
            outline = each.outline or outliner.outline(each)
            self._parts[each] = outline.operations
            self._homes[each] = {
                (*COMPONENTS, name): first.setdefault((name, digest), each)
                for name, digest in outline.definitions.items()
            }

    def homes(self, document: Document) -> Homes:
        """For each definition of a document that can be shared, which document has it first."""
        return self._homes.get(document, {})

    def operations(self, document: Document) -> Iterable[Declared]:
        """The operations of a document, each with a key that equal ones have as well.

        Equal ones take and give the same. Still their paths may differ, their `security`, examples, and
        how the operations themselves are named and described.
        """
        if document not in self._parts:
            return ((*each, None) for each in declared_operations(document))
        if document not in self._declared:
            declared = declared_operations(document)
            self._declared[document] = tuple(
                (*each, None if part is None else self._operation_key(document, part))
                for each, part in zip(declared, self._parts[document], strict=True)
            )
        return self._declared[document]

    def _operation_key(self, document: Document, part: Part) -> OperationKey | None:
        homes = self._homes[document]
        found = [homes.get((*COMPONENTS, name)) for name in part.references]
        paths = tuple(each.path for each in found if each is not None)
        return (part.digest, paths) if len(paths) == len(found) else None

    def key(self, node: Node) -> str | None:
        """A text that is the same for equal parts of documents whose references name equal schemas.

        None where a part refers to something that cannot be shared.
        """
        if not self._homes:
            return None
        # The documents live as long as this does, so that no other value gets the same identity;
        # but several may hold one value, from an overlay, that refers to something else in each.
        identity = (node.document, id(node.value))
        if identity not in self._keys:
            self._keys[identity] = self._made_key(node)
        return self._keys[identity]

    def _made_key(self, node: Node) -> str | None:
        text = text_of(node.value)
        homes = self.homes(node.document)
        found = [text]
        for each in references_in(text):
            home = homes.get((*COMPONENTS, each.removeprefix(SCHEMAS)))
            if home is None:
                return None
            found.append(home.path)
        return "\0".join(found)
