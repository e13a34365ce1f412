"""Answers that come in portions: what to call and what it gives."""

from __future__ import annotations

from ._core.downloads import AsyncDownload as AsyncDownload
from ._core.downloads import Download as Download
from ._core.opened import AsyncOpened as AsyncOpened
from ._core.opened import Opened as Opened
from ._core.stream_calls import download as download
from ._core.stream_calls import download_async as download_async
from ._core.stream_calls import events as events
from ._core.stream_calls import events_async as events_async
from ._core.stream_decoders import Event as Event
from ._core.streams import AsyncStream as AsyncStream
from ._core.streams import Stream as Stream
