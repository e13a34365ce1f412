"""The kinds of change, and their levels for users of the generated client and of the API."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct

from specloom.diagnostics import Location


class Level(IntEnum):
    """The effect of a change on its users."""

    SAFE = 0
    RISKY = 1
    BREAKING = 2

    @property
    def label(self) -> str:
        """The level as a word."""
        return self.name.lower()


SAFE, RISKY, BREAKING = Level.SAFE, Level.RISKY, Level.BREAKING

RULES: dict[str, tuple[Level, Level, str]] = {
    "version added": (SAFE, SAFE, "A version of the API is new."),
    "version removed": (BREAKING, BREAKING, "A version of the API is gone."),
    "call added": (SAFE, SAFE, "An operation is new."),
    "call removed": (BREAKING, BREAKING, "An operation is gone."),
    "call renamed": (BREAKING, SAFE, "An operation has another call."),
    "call moved": (
        SAFE,
        BREAKING,
        "An operation with the same operationId has another method or path, and the same call.",
    ),
    "call moved and renamed": (BREAKING, BREAKING, "As before, and the call has another name too."),
    "call deprecated": (SAFE, SAFE, "An operation is deprecated now."),
    "call no longer deprecated": (SAFE, SAFE, "An operation is not deprecated any more."),
    "call pages": (BREAKING, SAFE, "A call returns an iterator over pages now."),
    "call no longer pages": (BREAKING, SAFE, "A call returns one page now."),
    "call streams": (RISKY, SAFE, "An operation can be streamed now."),
    "call no longer streams": (BREAKING, RISKY, "An operation cannot be streamed any more."),
    "call batches": (BREAKING, SAFE, "A call takes a batch of any size now."),
    "call no longer batches": (BREAKING, SAFE, "A call takes one request's batch now."),
    "call retried": (RISKY, SAFE, "A call is idempotent now, so it is repeated after failures."),
    "call no longer retried": (
        RISKY,
        SAFE,
        "A call is not idempotent any more, so it is not repeated.",
    ),
    "required argument added": (
        BREAKING,
        BREAKING,
        "A call needs an argument that it did not have.",
    ),
    "optional argument added": (SAFE, SAFE, "A call has a new argument that may be omitted."),
    "argument removed": (
        BREAKING,
        RISKY,
        "An argument is gone; servers may ignore or refuse the value.",
    ),
    "argument renamed": (BREAKING, SAFE, "An argument has another name in Python."),
    "argument moved": (
        SAFE,
        BREAKING,
        "The value of an argument goes to another location of the request.",
    ),
    "argument serialized differently": (
        SAFE,
        BREAKING,
        "An array or an object has another style, another separator, or another media type.",
    ),
    "argument now required": (BREAKING, BREAKING, "An argument must be given now."),
    "argument now optional": (SAFE, SAFE, "An argument may be omitted now."),
    "argument by keyword": (BREAKING, SAFE, "An argument cannot be passed by position any more."),
    "argument by position": (SAFE, SAFE, "An argument can be passed by position now."),
    "arguments reordered": (BREAKING, SAFE, "Positional arguments have another order."),
    "argument wider": (SAFE, SAFE, "An argument takes more values than before."),
    "argument narrower": (BREAKING, BREAKING, "An argument takes fewer values than before."),
    "argument type changed": (BREAKING, BREAKING, "An argument has another type."),
    "argument limit tightened": (
        RISKY,
        BREAKING,
        "A limit on the values of an argument is new or tighter.",
    ),
    "argument limit loosened": (
        SAFE,
        SAFE,
        "A limit on the values of an argument is gone or looser.",
    ),
    "argument limit changed": (RISKY, RISKY, "A pattern of an argument is another one."),
    "argument default changed": (
        RISKY,
        RISKY,
        "The server assumes another value for an omitted argument.",
    ),
    "argument deprecated": (SAFE, SAFE, "An argument is deprecated now."),
    "required body added": (BREAKING, BREAKING, "An operation needs a body that it did not have."),
    "optional body added": (SAFE, SAFE, "An operation takes a body now."),
    "body removed": (BREAKING, RISKY, "An operation takes no body any more."),
    "body now required": (BREAKING, BREAKING, "The body must be given now."),
    "body now optional": (SAFE, SAFE, "The body may be omitted now."),
    "body media type added": (SAFE, SAFE, "The body may have a further media type."),
    "body media type removed": (BREAKING, BREAKING, "The body cannot have a media type any more."),
    "body wider": (SAFE, SAFE, "The body may have more values than before."),
    "body narrower": (BREAKING, BREAKING, "The body may have fewer values than before."),
    "body type changed": (BREAKING, BREAKING, "The body has another type."),
    "success added": (RISKY, RISKY, "There is a further successful status."),
    "success removed": (RISKY, RISKY, "A successful status is gone."),
    "result wider": (RISKY, RISKY, "A call may return values that it did not return before."),
    "result may be null": (BREAKING, BREAKING, "A call may return null, which it did not."),
    "result narrower": (SAFE, SAFE, "A call returns fewer values than before."),
    "result type changed": (BREAKING, BREAKING, "A call returns another type."),
    "result media type added": (SAFE, SAFE, "A response may have a further media type."),
    "result media type removed": (
        BREAKING,
        BREAKING,
        "A response cannot have a media type any more.",
    ),
    "error added": (SAFE, SAFE, "An error is documented that was not."),
    "error removed": (RISKY, SAFE, "An error is not documented any more, so its body has no type."),
    "error type changed": (BREAKING, RISKY, "The body of an error has another type."),
    "credential added": (
        BREAKING,
        BREAKING,
        "An operation needs a credential that it did not need.",
    ),
    "credential removed": (
        SAFE,
        SAFE,
        "An operation does not need a credential any more.",
    ),
    "credential choice added": (SAFE, SAFE, "An operation takes another credential instead, too."),
    "client credential removed": (
        BREAKING,
        SAFE,
        "The client does not take a credential any more.",
    ),
    "client credential added": (SAFE, SAFE, "The client takes a further credential."),
    "scope added": (RISKY, BREAKING, "An operation needs a further scope."),
    "scope removed": (SAFE, SAFE, "An operation needs fewer scopes."),
    "server added": (SAFE, SAFE, "The API has a further server."),
    "server removed": (RISKY, RISKY, "The API does not name a server any more."),
    "default server changed": (RISKY, RISKY, "Requests go to another server by default."),
    "model added": (SAFE, SAFE, "A model is new."),
    "model removed": (BREAKING, SAFE, "A model is gone."),
    "model renamed": (BREAKING, SAFE, "A model with the same properties has another name."),
    "model kind changed": (
        BREAKING,
        BREAKING,
        "A model is no longer an object, or an enumeration.",
    ),
    "required property added to requests": (
        BREAKING,
        BREAKING,
        "A model that is sent needs a further property.",
    ),
    "property added": (SAFE, SAFE, "A model has a further property."),
    "property removed from requests": (
        BREAKING,
        RISKY,
        "A model that is sent has lost a property.",
    ),
    "property removed from responses": (
        BREAKING,
        BREAKING,
        "A model that is returned has lost a property.",
    ),
    "property renamed": (BREAKING, SAFE, "A property has another name in Python."),
    "property now required in requests": (BREAKING, BREAKING, "A property must be sent now."),
    "property now optional in requests": (SAFE, SAFE, "A property may be omitted now."),
    "property now optional in responses": (BREAKING, BREAKING, "A property may be absent now."),
    "property now required in responses": (SAFE, SAFE, "A property is always there now."),
    "property wider in requests": (SAFE, SAFE, "A property that is sent takes more values."),
    "property narrower in requests": (
        BREAKING,
        BREAKING,
        "A property that is sent takes fewer values.",
    ),
    "property wider in responses": (
        RISKY,
        RISKY,
        "A property that is returned may have further values.",
    ),
    "property may be null in responses": (
        BREAKING,
        BREAKING,
        "A property that is returned may be null now.",
    ),
    "property narrower in responses": (SAFE, SAFE, "A property that is returned has fewer values."),
    "property type changed": (BREAKING, BREAKING, "A property has another type."),
    "property read-only": (RISKY, RISKY, "A property is only returned now, or only sent."),
    "property no longer read-only": (SAFE, SAFE, "A property can be both sent and returned now."),
    "property limit tightened": (
        RISKY,
        BREAKING,
        "A limit on a property that is sent is new or tighter.",
    ),
    "property limit loosened": (SAFE, SAFE, "A limit on a property is gone or looser."),
    "property limit changed": (
        RISKY,
        RISKY,
        "A pattern of a property that is sent is another one.",
    ),
    "property deprecated": (SAFE, SAFE, "A property is deprecated now."),
    "value added to requests": (SAFE, SAFE, "An enumeration that is sent has a further value."),
    "value added to responses": (
        RISKY,
        RISKY,
        "An enumeration that is returned has a further value.",
    ),
    "value removed from requests": (
        BREAKING,
        BREAKING,
        "An enumeration that is sent has lost a value.",
    ),
    "value removed from responses": (
        SAFE,
        SAFE,
        "An enumeration that is only returned has lost a value.",
    ),
    "further properties changed": (
        RISKY,
        RISKY,
        "The type of properties that a model does not name is another one.",
    ),
}
"""The kinds of change, each with its level for users of the client, its level for users of the API, and when
it applies."""


class Change(Struct, frozen=True):
    """A difference between two versions of an API.

    `subject` is the call, argument, model or property; `detail` is the difference.
    """

    kind: str
    subject: str
    detail: str = ""
    version: str = ""
    location: Location | None = None

    @property
    def client(self) -> Level:
        """The level for users of the generated client."""
        return RULES[self.kind][0]

    @property
    def api(self) -> Level:
        """The level for users of the API."""
        return RULES[self.kind][1]

    @property
    def level(self) -> Level:
        """The higher of the two levels."""
        return max(self.client, self.api)

    def __str__(self) -> str:
        where = f"{self.version} " if self.version else ""
        detail = f": {self.detail}" if self.detail else ""
        return f"{where}{self.subject}: {self.kind}{detail}"


def asked_version(changes: Iterable[Change]) -> str:
    """Return the part of a semantic version that changes require: major, minor, patch, or none.

    Breaking changes require a major version. Risky ones, and everything that is new, require a
    minor one.
    """
    found = list(changes)
    if not found:
        return "none"
    if any(each.level is BREAKING for each in found):
        return "major"
    is_new = any(each.level is RISKY or "added" in each.kind for each in found)
    return "minor" if is_new else "patch"


def next_version(version: str, level: str) -> str:
    """The version after `version`; before 1.0.0, breaking changes ask for a minor version.

    Raises:
        ValueError: it is not of the form 1.2.3.
    """
    major, minor, patch = map(int, version.split("."))
    if level == "major" and major == 0:
        level = "minor"
    match level:
        case "major":
            return f"{major + 1}.0.0"
        case "minor":
            return f"{major}.{minor + 1}.0"
        case "patch":
            return f"{major}.{minor}.{patch + 1}"
        case _:
            return version
