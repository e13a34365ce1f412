"""Generate one small, typed Python client package from OpenAPI documents.

>>> import specloom
>>> callable(specloom.generate)
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from specloom.api import Result, generate
    from specloom.diagnostics import SpecloomError

__all__ = ["Result", "SpecloomError", "__version__", "generate"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Import what a program uses when it uses it, for the commands start without most of it."""
    if name in ("Result", "generate"):
        from specloom import api

        return getattr(api, name)
    if name == "SpecloomError":
        from specloom.diagnostics import SpecloomError

        return SpecloomError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
