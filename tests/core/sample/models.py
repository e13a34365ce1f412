"""Models as the generator writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, ClassVar, Literal, TypeAlias

from hubspot_crm._core.codec.constants import Constant, ConstantModel
from hubspot_crm._core.codec.decoding import Model
from hubspot_crm._core.codec.error_fields import ErrorFields
from hubspot_crm._core.codec.tagged import Tagged
from msgspec import UNSET, UnsetType, field


class Filter(Model, kw_only=True):
    property_name: str = field(name="propertyName")
    operator: Literal["EQ", "NEQ"] | str
    high_value: str | UnsetType = field(default=UNSET, name="highValue")
    values: Sequence[str] | UnsetType = UNSET


class Record(Model, kw_only=True):
    id: str
    properties: dict[str, str | None]
    created_at: datetime = field(name="createdAt")
    archived: bool | UnsetType = UNSET
    archived_at: datetime | UnsetType = field(default=UNSET, name="archivedAt")
    history: Mapping[str, Sequence[Version]] | UnsetType = UNSET


class Version(Model, kw_only=True):
    value: str | None
    at: datetime | UnsetType = UNSET
    weight: int | float | UnsetType = UNSET


class NextPage(Model, kw_only=True):
    after: str
    link: str | UnsetType = UNSET


class Paging(Model, kw_only=True):
    next: NextPage | UnsetType = UNSET


class RecordPage(Model, kw_only=True):
    results: Sequence[Record]
    paging: Paging | UnsetType = UNSET


class Batch(Model, kw_only=True):
    status: Literal["PENDING", "COMPLETE"] | str
    results: Sequence[Record]


class BatchWithErrors(Model, kw_only=True):
    status: Literal["PENDING", "COMPLETE"] | str
    results: Sequence[Record]
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    errors: Sequence[Error] | UnsetType = UNSET


class Error(Model, kw_only=True):
    error_fields: ClassVar[ErrorFields] = ErrorFields(
        message="message", category="category", correlation_id="correlationId"
    )
    message: str
    category: str
    correlation_id: str = field(name="correlationId")
    context: dict[str, Sequence[str]] | UnsetType = UNSET
    errors: Sequence[Error] | UnsetType = UNSET


class Tree(Model, kw_only=True):
    """Recursive, with one wire name that is a keyword and one that is the name of a method."""

    in_: str | None = field(name="in")
    day: date | UnsetType = UNSET
    children: Sequence[Tree] | UnsetType = UNSET
    by_name: Mapping[str, Tree] | UnsetType = field(default=UNSET, name="byName")


class Circle(Model, kw_only=True):
    kind: Literal["circle"]
    radius: int | float


class Square(Model, kw_only=True):
    kind: Literal["square"]
    side: int | float


class Cat(ConstantModel, kw_only=True):
    type: Literal["cat"] = field(default_factory=Constant("cat"))
    name: str


class Dog(ConstantModel, kw_only=True):
    type: Literal["dog"] = field(default_factory=Constant("dog"))
    name: str
    barks: bool | UnsetType = UNSET


Pet: TypeAlias = Annotated[Cat | Dog, Tagged("type", {"cat": Cat, "dog": Dog})]


class Zoo(Model, kw_only=True):
    """A union that a tag tells apart, in a list and in a map."""

    pets: Sequence[Pet]
    cages: dict[str, Pet] | UnsetType = UNSET


class Group(Model, kw_only=True):
    """Recursive through a union for which msgspec has no decoder."""

    members: Sequence[Circle | Square | Group]
    label: str | UnsetType = UNSET


class Drawing(Model, kw_only=True):
    """Unions of models, of a model and a map, and of formats."""

    shape: Circle | Square
    shapes: Sequence[Circle | Square] | UnsetType = UNSET
    extent: Square | dict[str, int] | UnsetType = UNSET
    when: str | datetime | date | UnsetType = UNSET
    note: str | dict[str, str] | None | UnsetType = UNSET
