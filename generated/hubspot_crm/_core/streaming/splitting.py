"""Split chunks of bytes into lines or records, in linear time."""

from __future__ import annotations


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
