"""What comes bit by bit: portions of an answer in, bytes, events or JSON values out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from .decoding import decode
from .encoding import encode
from .operation import RequestBody
from .response import Reader
from .transport import Response

T = TypeVar("T")


class Decoder(Protocol[T]):
    """Makes items of portions of bytes; `end` gives what is left when there are no more."""

    def feed(self, portion: bytes) -> list[T]: ...
    def end(self) -> list[T]: ...


class Streamed(Reader, Generic[T]):
    """How the items of an answer are read. What reads it all at once gives a list of them."""

    def decoder(self) -> Decoder[T]:
        raise NotImplementedError

    def read(self, response: Response) -> object:
        decoder = self.decoder()
        return [*decoder.feed(response.content), *decoder.end()]


class Chunks(Streamed[bytes]):
    """Bytes as they come."""

    gives_bytes = True

    def decoder(self) -> Decoder[bytes]:
        return _Portions()

    def read(self, response: Response) -> object:
        return response.content


@dataclass(frozen=True, slots=True)
class Lines(Streamed[Any]):
    """JSON values, one a line (JSON Lines), or each after a record separator."""

    kind: Any = object

    def decoder(self) -> Decoder[Any]:
        return _LineDecoder(self.kind)


@dataclass(frozen=True, slots=True)
class Events(Streamed["Event[Any]"]):
    """Server-sent events, the data of each a JSON text."""

    kind: Any = object

    def decoder(self) -> Decoder[Event[Any]]:
        return _EventDecoder(self.kind)


@dataclass(frozen=True, slots=True)
class Event(Generic[T]):
    """One server-sent event. `retry` is in milliseconds."""

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None
    _kind: Any = field(default=object, repr=False, compare=False)

    def parse(self) -> T:
        """The data as JSON, of the type that the API declares. Raises DecodingError."""
        return cast(T, decode(self.data, self._kind))


class _Portions:
    def feed(self, portion: bytes) -> list[bytes]:
        return [portion] if portion else []

    def end(self) -> list[bytes]:
        return []


class _LineSplitter:
    """Whole lines of what comes in portions; CR, LF and both of them end a line."""

    def __init__(self) -> None:
        self._rest = b""

    def split(self, portion: bytes) -> list[bytes]:
        text = self._rest + portion
        # The LF of a CR at the very end may still come.
        held = b"\r" if text.endswith(b"\r") else b""
        text = text[: len(text) - len(held)].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = text.split(b"\n")
        self._rest = rest + held
        return lines

    def rest(self) -> bytes:
        return self._rest.rstrip(b"\r")


class _LineDecoder:
    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._rest = b""

    def feed(self, portion: bytes) -> list[Any]:
        *lines, self._rest = (self._rest + portion).replace(b"\x1e", b"\n").split(b"\n")
        return [decode(line, self._kind) for line in lines if line.strip()]

    def end(self) -> list[Any]:
        return self.feed(b"\n")


class _EventDecoder:
    """As the HTML standard reads an event stream."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._lines = _LineSplitter()
        self._data: list[str] = []
        self._event = self._id = ""
        self._retry: int | None = None
        self._is_first = True

    def feed(self, portion: bytes) -> list[Event[Any]]:
        found = (self._line(line) for line in self._lines.split(portion))
        return [event for event in found if event is not None]

    def end(self) -> list[Event[Any]]:
        """What a server did not end by an empty line counts too: few clients would wait for it."""
        rest = self._lines.rest()
        found = [self._line(rest), self._line(b"")] if rest else [self._line(b"")]
        return [event for event in found if event is not None]

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
                pass  # a comment, or what is not known
        return None

    def _dispatched(self) -> Event[Any] | None:
        data, name = self._data, self._event or "message"
        self._data, self._event = [], ""
        if not data:
            return None
        return Event("\n".join(data), name, self._id, self._retry, self._kind)


@dataclass(frozen=True, slots=True)
class LinesBody(RequestBody):
    """A body of JSON values, one a line."""

    def build(self, body: Any) -> tuple[bytes, str] | None:
        if isinstance(body, (bytes, str)):
            return None
        return b"".join(encode(each) + b"\n" for each in body), self.media_type
