"""Answers that are no JSON: a response in, the text or whatever else it holds out."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from typing import Any as Anything

from .decoding import decode
from .errors import DecodingError
from .response import Reader
from .transport import Headers, Response


@dataclass(frozen=True, slots=True)
class Text(Reader):
    """A text, in the character set that its Content-Type names, or UTF-8."""

    def read(self, response: Response) -> object:
        _, charset = content_type(response.headers)
        try:
            return response.content.decode(charset or "utf-8")
        except (LookupError, UnicodeDecodeError):
            return response.content.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Json(Reader):
    """JSON of a type that would otherwise be taken for the content itself: a string in Base64."""

    kind: Anything

    def read(self, response: Response) -> object:
        if not response.content:
            raise DecodingError("the body is empty")
        return decode(response.content, self.kind)


@dataclass(frozen=True, slots=True)
class Any(Reader):
    """Whatever the Content-Type says it is: JSON of a type, text, or bytes."""

    kind: Anything = object

    def read(self, response: Response) -> object:
        media_type, _ = content_type(response.headers)
        if self.kind is bytes:
            return response.content
        if not response.content:
            return "" if self.kind is str else None
        if media_type.endswith(("/json", "+json")):
            return decode(response.content, self.kind)
        if self.kind is str or media_type.startswith("text/"):
            return Text().read(response)
        try:
            return decode(response.content, self.kind)
        except DecodingError:
            if self.kind is not object:
                raise
            return response.content


def content_type(headers: Headers) -> tuple[str, str | None]:
    """The media type, in lower case and without parameters, and the character set if it names one."""
    message = Message()
    message["Content-Type"] = headers.get("content-type", "")
    return message.get_content_type().lower(), message.get_content_charset()
