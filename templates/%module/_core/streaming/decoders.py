"""Decode the items of a streamed response: bytes, lines, server-sent events or JSON values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from ..codec.decoding import decode
from ..codec.encoding import encode
from ..operation import Reader, RequestBody
from ..transport import Headers, Response

T = TypeVar("T")


class Splitter:
    """Splits bytes at a separator.

    An incomplete part is stored in chunks, and joined once.
    """

    def __init__(self, separator: bytes) -> None:
        self._separator = separator
        self._waiting: list[bytes] = []

    def split(self, portion: bytes) -> list[bytes]:
        """Return the parts that end in this chunk."""
        first, *others = portion.split(self._separator)
        if first:
            self._waiting.append(first)
        if not others:
            return []
        parts = [b"".join(self._waiting), *others]
        last = parts.pop()
        self._waiting = [last] if last else []
        return parts

    def rest(self) -> bytes:
        """Return the bytes after the last separator."""
        rest = b"".join(self._waiting)
        self._waiting = []
        return rest


class LineSplitter(Splitter):
    """Splits bytes into lines, which end with CR, LF or CRLF."""

    def __init__(self) -> None:
        super().__init__(b"\n")
        self._after_cr = False

    def split(self, portion: bytes) -> list[bytes]:
        if not portion:
            return []
        if self._after_cr and portion.startswith(b"\n"):
            portion = portion[1:]  # this LF belongs to the CR at the end of the last chunk
        self._after_cr = portion.endswith(b"\r")
        if b"\r" in portion:
            portion = portion.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return super().split(portion)


class RecordSplitter:
    """Splits JSON values, one per line, or each after a record separator (RFC 7464).

    The first byte that is not whitespace decides which of the two applies.
    """

    def __init__(self) -> None:
        self._splitter: Splitter | None = None

    def split(self, portion: bytes) -> list[bytes]:
        """Return the values that end in this chunk."""
        if self._splitter is None:
            start = portion.lstrip(b" \t\r\n")
            if not start:
                return []
            self._splitter = Splitter(b"\x1e" if start.startswith(b"\x1e") else b"\n")
        return [each for each in self._splitter.split(portion) if each.strip()]

    def rest(self) -> list[bytes]:
        """Return the last value in a list, which is empty if there is none."""
        rest = b"" if self._splitter is None else self._splitter.rest()
        return [rest] if rest.strip() else []


EVENT_STREAM = "text/event-stream"
DONE = ("[DONE]",)
_NO_LINES = ("html", "xml")
_NO_EVENTS = ("json", *_NO_LINES)


class Decoder(Protocol[T]):
    """Decodes items from chunks of bytes.

    `feed` yields the items that a chunk completes, and `end` returns the remaining ones.
    `is_done` is true after an item that marks the end of the stream.
    """

    is_done: bool

    def feed(self, portion: bytes) -> Iterator[T]: ...
    def end(self) -> list[T]: ...


class Streamed(Reader, Generic[T]):
    """How to read the items of a response. Reading a whole response returns a list of them."""

    media_type: str = ""

    def decoder(self) -> Decoder[T]:
        raise NotImplementedError

    def reads(self, headers: Headers, *, beside_json: bool = False) -> bool:
        """Return whether a response with these headers may be such a stream.

        Args:
            headers: The headers of the response.
            beside_json: Whether the operation may also respond with JSON.
        """
        return True

    def read(self, response: Response) -> object:
        decoder = self.decoder()
        return [*decoder.feed(response.content), *decoder.end()]


class Chunks(Streamed[bytes]):
    """Bytes, in chunks as they are received."""

    gives_bytes = True

    def decoder(self) -> Decoder[bytes]:
        return _Portions()

    def read(self, response: Response) -> object:
        return response.content


@dataclass(frozen=True, slots=True)
class Lines(Streamed[Any]):
    """JSON values, one per line (JSON Lines), or each after a record separator.

    A line that equals one of `end` ends the stream.
    """

    kind: Any = object
    media_type: str = ""
    end: tuple[str, ...] = ()

    def decoder(self) -> Decoder[Any]:
        return _LineDecoder(self)

    def reads(self, headers: Headers, *, beside_json: bool = False) -> bool:
        name = _subtype(headers)
        if name.endswith("json-seq"):
            return True
        return not name.endswith(_NO_LINES) and not (
            beside_json and name in ("json", "problem+json")
        )


@dataclass(frozen=True, slots=True)
class Events(Streamed["Event[Any]"]):
    """Server-sent events whose data is JSON.

    `kinds` has pairs of an event name and the type of its data; `kind` is the type for other names.
    An event whose data is one of `end` ends the stream and is not yielded.
    """

    kind: Any = object
    media_type: str = EVENT_STREAM
    kinds: tuple[tuple[str, Any], ...] = ()
    end: tuple[str, ...] = DONE

    def decoder(self) -> Decoder[Event[Any]]:
        return _EventDecoder(self)

    def reads(self, headers: Headers, *, beside_json: bool = False) -> bool:
        return not _subtype(headers).endswith(_NO_EVENTS)


@dataclass(frozen=True, slots=True)
class Event(Generic[T]):
    """A server-sent event. `retry` is in milliseconds."""

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None
    _kind: Any = field(default=object, repr=False, compare=False)

    def parse(self) -> T:
        """Return the data as the type that the API declares, or the string if that is str.

        Raises:
            DecodingError: The data is not JSON, or does not match the type.
        """
        return cast(T, self.data if self._kind is str else decode(self.data, self._kind))


class _Portions:
    is_done = False

    def feed(self, portion: bytes) -> Iterator[bytes]:
        return iter([portion] if portion else [])

    def end(self) -> list[bytes]:
        return []


class _LineDecoder:
    def __init__(self, lines: Lines) -> None:
        self._kind = lines.kind
        self._end = {each.encode() for each in lines.end}
        self._records = RecordSplitter()
        self.is_done = False

    def feed(self, portion: bytes) -> Iterator[Any]:
        return self._decoded(self._records.split(portion))

    def end(self) -> list[Any]:
        return [*self._decoded(self._records.rest())]

    def _decoded(self, records: list[bytes]) -> Iterator[Any]:
        for each in records:
            self.is_done = self.is_done or each.strip() in self._end
            if self.is_done:
                return
            yield decode(each, self._kind)


class _EventDecoder:
    """Decodes an event stream as the HTML standard specifies."""

    def __init__(self, events: Events) -> None:
        self._kind, self._kinds, self._end = events.kind, dict(events.kinds), events.end
        self._lines = LineSplitter()
        self._data: list[str] = []
        self._event = self._id = ""
        self._retry: int | None = None
        self._is_first = True
        self.is_done = False

    def feed(self, portion: bytes) -> Iterator[Event[Any]]:
        return self._events(self._lines.split(portion))

    def end(self) -> list[Event[Any]]:
        """Return the last event even if no empty line ends it.

        The HTML standard would discard such an event.
        """
        return [*self._events([self._lines.rest(), b""])]

    def _events(self, lines: list[bytes]) -> Iterator[Event[Any]]:
        for line in lines:
            event = self._line(line)
            if event is not None and event.data.strip() in self._end:
                self.is_done = True
            if self.is_done:
                return
            if event is not None:
                yield event

    def _line(self, line: bytes) -> Event[Any] | None:
        text = line.decode("utf-8", "replace")
        text = text.removeprefix("\ufeff") if self._is_first else text
        self._is_first = False
        if not text:
            return self._dispatched()
        name, _, value = text.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if value.isascii() and value.isdigit():
                self._retry = int(value)
            case _:
                pass  # a comment, or an unknown field
        return None

    def _dispatched(self) -> Event[Any] | None:
        data, name = self._data, self._event or "message"
        self._data, self._event = [], ""
        if not data:
            return None
        kind = self._kinds.get(name, self._kind)
        return Event("\n".join(data), name, self._id, self._retry, kind)


def _subtype(headers: Headers) -> str:
    """Return the part of the Content-Type after the slash, such as "json"."""
    return headers.get("content-type", "").partition(";")[0].strip().lower().rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class LinesBody(RequestBody):
    """A request body of JSON values, one per line, or each after a record separator."""

    def build(self, body: Any) -> tuple[bytes, str] | None:
        if isinstance(body, (bytes, str)):
            return None
        mark = b"\x1e" if "json-seq" in self.media_type else b""
        return b"".join(mark + encode(each) + b"\n" for each in body), self.media_type
