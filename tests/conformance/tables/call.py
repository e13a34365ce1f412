"""A call whose arguments no document tells, and values that several of them take."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, NamedTuple

REQUEST_ID = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0"


class Scalar(NamedTuple):
    """A value of a class that the generated package has for its format."""

    kind: str
    value: Any


DURATION = Scalar(
    "Duration", timedelta(days=123, hours=22, minutes=14, seconds=12, milliseconds=11)
)


class Call(NamedTuple):
    """One call by operationId; `failing` says that the answer is an error, and meant to be."""

    operation_id: str
    arguments: dict[str, Any] = {}
    headers: dict[str, str] = {}
    failing: bool = False
