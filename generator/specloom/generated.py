"""What a run makes, before it is written."""

from __future__ import annotations

from msgspec import Struct

from specloom.diagnostics import Diagnostic
from specloom.emit.file import File
from specloom.published import Published


class Generated(Struct, frozen=True):
    """The whole output, formatted, with its warnings and the public names to pin.

    `published` are the names that callers use, for the manifest. `references` are the addresses of the files that the
    documents refer to. `features` are those of the core that the package needs.
    """

    files: tuple[File, ...]
    warnings: tuple[Diagnostic, ...]
    pins: str
    references: frozenset[str] = frozenset()
    published: Published = Published()
    features: tuple[str, ...] = ()
