"""What the pages show, in the language of the documents: frozen data between planning and rendering."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct


class Limit(Struct, frozen=True):
    """A limit of a value or of a request: its kind, and its numbers.

    The kind is a key of the templates, for example `items` or `length`; `most` and `least` are None
    where there is none.
    """

    kind: str
    least: float | None = None
    most: float | None = None
    text: str = ""


class FieldView(Struct, frozen=True):
    """A parameter, or a property of a body.

    Attributes:
        name: its name on the wire.
        type: its type in the notation of the pages, for example `object[]`.
        description: CommonMark.
        required: whether it is required.
        format: the format of the document, or "".
        default: the default as JSON, or "".
        example: an example as JSON, or "".
        options: the values of an enumeration, as JSON.
        limits: the limits of its value.
        model: the path of the page of its model, or "".
        model_name: the name of that model.
        children: the properties of an object, or the alternatives of a union.
        is_choice: the children are alternatives.
        nullable: whether it can be null.
        deprecated: whether it is deprecated.
        read_only: whether only responses have it.
        write_only: whether only requests have it.
    """

    name: str
    type: str
    description: str = ""
    required: bool = False
    format: str = ""
    default: str = ""
    example: str = ""
    options: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    model: str = ""
    model_name: str = ""
    children: tuple[FieldView, ...] = ()
    is_choice: bool = False
    nullable: bool = False
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False


class BodyView(Struct, frozen=True):
    """A body: its media types, its type, and its fields."""

    media_types: tuple[str, ...]
    type: str
    fields: tuple[FieldView, ...] = ()
    is_choice: bool = False
    model: str = ""
    model_name: str = ""
    description: str = ""
    required: bool = False
    example: str = ""


class ResponseView(Struct, frozen=True):
    """A response: its status or range, its description, its body, and the exception it becomes."""

    status: str
    description: str
    body: BodyView | None = None
    headers: tuple[FieldView, ...] = ()
    exception: str = ""


class SchemeView(Struct, frozen=True):
    """A way to authenticate: its name, what it sends, and the scopes that it needs."""

    name: str
    description: str
    kind: str
    sent: str
    place: str
    scopes: tuple[tuple[str, str], ...] = ()


COMMAND_LINE = "Command line"
"""The label of a call of the package's command line. Pages translate this one only."""


class Snippet(Struct, frozen=True):
    """The call in one language: a label, the name of the highlighter, and the code."""

    label: str
    syntax: str
    code: str


class ChangeView(Struct, frozen=True):
    """A difference from the version before: its kind, a key of the templates, and what it is about."""

    kind: str
    names: tuple[str, ...] = ()


class OperationView(Struct, frozen=True):
    """An operation.

    Attributes:
        id: its anchor, the same in all languages and versions.
        title: its summary.
        call: the call of the client, such as `tasks.batch.create`.
        schemes: alternatives, each with the schemes that are needed together.
        scopes: alternatives, each with the scopes that are needed together.
        access: a sentence about scopes where the operation names none.
        is_new: the version before does not have it.
        changes: the differences from the version before.
    """

    id: str
    title: str
    description: str
    method: str
    path: str
    server: str
    call: str
    pages: bool
    deprecated: bool
    schemes: tuple[tuple[SchemeView, ...], ...]
    scopes: tuple[tuple[str, ...], ...]
    parameters: tuple[tuple[str, tuple[FieldView, ...]], ...]
    body: BodyView | None
    responses: tuple[ResponseView, ...]
    errors: tuple[ResponseView, ...]
    limits: tuple[Limit, ...]
    notes: tuple[str, ...]
    products: tuple[tuple[str, str], ...]
    snippets: tuple[Snippet, ...]
    access: str = ""
    is_new: bool = False
    changes: tuple[ChangeView, ...] = ()


class OtherVersion(Struct, frozen=True):
    """The page of the same resource in another version, "" if that version does not have it."""

    version: str
    label: str
    page: str


class Gone(Struct, frozen=True):
    """An operation that only the version before has: its call, and its page with the anchor."""

    title: str
    call: str
    page: str


class Group(Struct, frozen=True):
    """Operations with a heading, "" if the page has only one group."""

    title: str
    description: str
    operations: tuple[OperationView, ...]


class Part(Struct, frozen=True):
    """A part of a resource that has too many operations for one page: its page, and what it is about."""

    page: str
    labels: tuple[str, ...]
    count: int


class ResourcePage(Struct, frozen=True):
    """A resource of a version with its operations.

    `variant` is the version of its document where that is used together with another version. If the resource
    has several pages, `parts` are all of them.
    """

    page: str
    version: str
    name: str
    title: str
    description: str
    summary: str
    attribute: str
    server: str
    variant: str
    products: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    notes: tuple[str, ...]
    related: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    errors: tuple[BodyView, ...] = ()
    others: tuple[OtherVersion, ...] = ()
    before: str = ""
    gone: tuple[Gone, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def number(self) -> int:
        """Which part of the resource this is, from 1."""
        return next((i for i, each in enumerate(self.parts, 1) if each.page == self.page), 1)

    @property
    def count(self) -> int:
        """The number of operations on all pages of the resource."""
        return sum(each.count for each in self.parts) or len(self.operations)

    @property
    def operations(self) -> tuple[OperationView, ...]:
        """The operations of all groups."""
        return tuple(each for group in self.groups for each in group.operations)


class ModelPage(Struct, frozen=True):
    """A model: its fields, and where it is used.

    `versions` have this model, each with its name there. `others` are the pages of the models that have its name
    in other versions, by version.
    """

    page: str
    name: str
    wire_name: str
    description: str
    type: str
    fields: tuple[FieldView, ...]
    is_choice: bool
    versions: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]
    used_by: tuple[tuple[str, str], ...]
    example: str


class GuidePage(Struct, frozen=True):
    """A guide: Markdown by language."""

    page: str
    title: Mapping[str, str]
    text: Mapping[str, str]


class VersionView(Struct, frozen=True):
    """A version of the API: its name, its page, its support window, and its resources."""

    name: str
    label: str
    page: str
    module: str
    is_default: bool
    until: date | None
    advice: str
    summary: str
    resources: tuple[tuple[str, str, str], ...]  # title, page, variant
    count: int


class Cell(Struct, frozen=True):
    """What a version has of a resource, for the coverage matrix: the page, and each operation of the row."""

    page: str
    count: int
    marks: tuple[str, ...]


class Row(Struct, frozen=True):
    """A resource of the coverage matrix: a cell for each version. `operations` are all calls that any has."""

    name: str
    title: str
    variant: str
    operations: tuple[str, ...]
    cells: tuple[Cell, ...]


class Site(Struct, frozen=True):
    """All pages of the reference, in the language of the documents."""

    title: str
    description: str
    distribution: str
    module: str
    client: str
    versions: tuple[VersionView, ...]
    resources: tuple[ResourcePage, ...]
    models: tuple[ModelPage, ...]
    guides: tuple[GuidePage, ...]
    rows: tuple[Row, ...]
    install: str
    first: tuple[Snippet, ...]
