"""Find what a document says and no client is made of: a document in, a warning for each such part out."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diagnostics import Diagnostic, Severity
from specloom.documents.document import Document, Node
from specloom.documents.grammar import operations_of


def skipped(document: Document) -> tuple[Diagnostic, ...]:
    """One warning for each webhook and each operation's callbacks."""
    return tuple(
        Diagnostic(f"skipped-{what}", message, hint, node.location, Severity.WARNING)
        for what, message, hint, node in _found(document.root_node())
    )


def _found(root: Node) -> Iterator[tuple[str, str, str, Node]]:
    received = "a client sends requests and receives none"
    webhooks = root.get("webhooks")
    for name, node in webhooks.items() if webhooks else ():
        yield "webhook", f"nothing is generated of the webhook {name!r}", received, node
    paths = root.get("paths")
    for path, declared in paths.items() if paths else ():
        if path.startswith("x-"):
            continue
        item = declared.follow()
        for _, holder in (("", item), *operations_of(item)):
            callbacks = holder.get("callbacks")
            if callbacks is not None:
                yield "callback", "nothing is generated of the callbacks", received, callbacks
