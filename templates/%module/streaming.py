"""Answers that come bit by bit: what to call and what it gives."""

from __future__ import annotations

from ._core.stream_transport import AsyncOpened as AsyncOpened
from ._core.stream_transport import Opened as Opened
from ._core.streams import AsyncStream as AsyncStream
from ._core.streams import Event as Event
from ._core.streams import Stream as Stream
from ._core.streams import download as download
from ._core.streams import download_async as download_async
from ._core.streams import events as events
from ._core.streams import events_async as events_async
