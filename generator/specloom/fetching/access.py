"""How documents by URL may be used."""

from __future__ import annotations

from msgspec import Struct


class Access(Struct, frozen=True):
    """How URLs may be used.

    offline: nothing is downloaded; the lock file says which cached copy is used.
    frozen: a document has to be what the lock file says.
    """

    offline: bool = False
    frozen: bool = False
