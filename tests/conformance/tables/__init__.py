"""Calls whose arguments no document tells: operation and arguments by wire name, file by file.

What is sent is what a user would write who has read the descriptions in the documents. The one
argument of a body that is not spread has the name "".
"""

from __future__ import annotations

from tests.conformance.tables.bodies import BODIES
from tests.conformance.tables.call import REQUEST_ID, Call, Scalar
from tests.conformance.tables.others import OTHERS

__all__ = ["REQUEST_ID", "TABLE", "Call", "Scalar"]

TABLE: dict[str, list[Call]] = BODIES | OTHERS
