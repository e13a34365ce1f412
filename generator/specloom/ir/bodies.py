"""The forms of a body: one class for each way to send or read content.

Lowering chooses the class for a media type. Later stages match on the class and use the media type only
to write it.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from msgspec import Struct

from specloom.ir.types import Type

JSON_MEDIA_TYPE = "application/json"


class Body(Struct, frozen=True):
    """What all forms have: the media type, and the type of the whole content, None without a schema."""

    media_type: str
    type: Type | None
    is_stream: ClassVar[bool] = False

    @property
    def essence(self) -> str:
        """The media type without its parameters."""
        return self.media_type.partition(";")[0].strip()

    @property
    def is_range(self) -> bool:
        """Whether the media type stands for many, as `image/*` does."""
        return "*" in self.essence


class Json(Body, frozen=True):
    """A JSON document.

    Attributes:
        is_patch: whether the media type is that of a patch.
        merges: whether the patch has the properties of its target, and null removes one (RFC 7396).
    """

    is_patch: bool = False
    merges: bool = False

    @property
    def is_default(self) -> bool:
        """Whether requests use this media type if nothing else is declared."""
        return self.media_type == JSON_MEDIA_TYPE

    @property
    def has_default_essence(self) -> bool:
        """Whether it is the default media type apart from parameters such as a charset."""
        return self.essence == JSON_MEDIA_TYPE


class Unspecified(Body, frozen=True):
    """Content of any media type (`*/*`): sent as JSON, and read according to its `Content-Type`."""


class PropertyEncoding(Struct, frozen=True):
    """How a property of a form is written, as far as the document specifies it.

    `is_text` is whether the content type is text, JSON or XML, so that the part is not a file.
    """

    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    is_text: bool = False


class Form(Body, frozen=True):
    """An URL-encoded form; `encoding` has its properties by wire name."""

    encoding: tuple[tuple[str, PropertyEncoding], ...] = ()


class Multipart(Body, frozen=True):
    """A `multipart/form-data` form; `encoding` has its parts by wire name."""

    encoding: tuple[tuple[str, PropertyEncoding], ...] = ()


class Upload(Body, frozen=True):
    """Bytes that callers pass unchanged: a file, bytes, or an iterable of bytes.

    `may_be_text` is whether the media type is text or any type, so that a string is allowed.
    """

    may_be_text: bool = False


class Lines(Body, frozen=True):
    """A sequence of JSON values. `items` is the type of each, if the document describes it."""

    items: Type | None = None
    is_stream: ClassVar[bool] = True


class Events(Body, frozen=True):
    """Server-sent events.

    Attributes:
        items: the type of the data of an event.
        by_name: the types of the data by the names of events ("" for all others), if the document describes
            events.
    """

    items: Type | None = None
    by_name: tuple[tuple[str, Type], ...] = ()
    is_stream: ClassVar[bool] = True

    @property
    def is_default(self) -> bool:
        """Whether the media type is plain `text/event-stream`."""
        return self.media_type == "text/event-stream"


class Xml(Body, frozen=True):
    """An XML document. `table` describes how types are written (see `lowering.operations.xml`), "" without a schema."""

    table: str = ""


class Text(Body, frozen=True):
    """A plain string."""


class Bytes(Body, frozen=True):
    """Content in a format that is not interpreted."""


MediaType: TypeAlias = (
    Json | Unspecified | Form | Multipart | Upload | Lines | Events | Xml | Text | Bytes
)
"""One representation of a body."""


def usual_content(content: tuple[MediaType, ...]) -> MediaType | None:
    """Return the representation to send or to expect: the first JSON one, or else the first one."""
    for each in content:
        if isinstance(each, Json):
            return each
    return content[0] if content else None


def content_at_once(content: tuple[MediaType, ...]) -> tuple[MediaType, ...]:
    """Return the representations that are read completely before a call returns; if there are none, the streams."""
    return tuple([each for each in content if not each.is_stream]) or content


def types_in(content: tuple[MediaType, ...]) -> list[Type]:
    """Return the types that the representations of a body refer to."""
    found: list[Type] = []
    for each in content:
        items = each.items if isinstance(each, Lines | Events) else None
        found += [type_ for type_ in (each.type, items) if type_ is not None]
    return found
