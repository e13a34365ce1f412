"""Stream responses: the functions to call and the types they return."""

from __future__ import annotations

from ._core.http.opened import AsyncOpened as AsyncOpened
from ._core.http.opened import Opened as Opened
from ._core.streaming.calls import download as download
from ._core.streaming.calls import download_async as download_async
from ._core.streaming.calls import events as events
from ._core.streaming.calls import events_async as events_async
from ._core.streaming.decoders import Event as Event
from ._core.streaming.downloads import AsyncDownload as AsyncDownload
from ._core.streaming.downloads import Download as Download
from ._core.streaming.streams import AsyncStream as AsyncStream
from ._core.streaming.streams import Stream as Stream
