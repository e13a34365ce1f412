"""Compare JSON values as their readers would: date-times as instants, numbers by value."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)")


def normalised(value: Any) -> Any:
    """The value with each text that is a date-time replaced by the instant that it names."""
    match value:
        case dict():
            return {key: normalised(member) for key, member in value.items()}
        case list():
            return [normalised(element) for element in value]
        case str() if _DATE_TIME.fullmatch(value):
            return datetime.fromisoformat(value)
        case _:
            return value
