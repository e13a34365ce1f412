"""Read times that some responses have without an offset: they are in UTC."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

if TYPE_CHECKING:
    UtcTime = datetime
else:
    # With an offset, msgspec reads it. Without one, it refuses it, and the tolerant pass adds Z.
    UtcTime = Annotated[datetime, Meta(tz=True)]
