"""Types of the settings about an API: support, retries, errors, rate limits, and limits on its documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field


class Support(Struct, frozen=True):
    """How long a version of an API is supported, and a sentence about what to do then: `[versions.support]`."""

    until: date
    advice: str


class RetryTable(Struct, frozen=True):
    """Which responses of the API are temporary, beyond what HTTP defines: `[retries]`.

    Attributes:
        never: statuses that are not retried, whatever their class.
        wait: the minimum number of seconds to wait after a status.
        policy: a JSON pointer to the name of the limit in the body of a 429 response.
        lasting: the limits that are not worth waiting for.
        intervals: the interval of each limit in seconds, for a 429 response that does not say how
            long to wait.
    """

    never: tuple[int, ...] = ()
    wait: Mapping[int, float] = field(default_factory=dict[int, float])
    policy: str = ""
    lasting: tuple[str, ...] = ()
    intervals: Mapping[str, float] = field(default_factory=dict[str, float])


class ErrorClass(Struct, frozen=True):
    """An exception that only this API has: the name of its base class, and its description."""

    base: str
    description: str = ""


class ErrorTable(Struct, frozen=True):
    """Which exception is raised for a status, for a category in an error body, or for a limit: `[errors]`.

    `classes` are the exceptions that only this API has, by name.
    """

    classes: Mapping[str, ErrorClass] = field(default_factory=dict[str, ErrorClass])
    statuses: Mapping[int, str] = field(default_factory=dict[int, str])
    categories: Mapping[str, str] = field(default_factory=dict[str, str])
    policies: Mapping[str, str] = field(default_factory=dict[str, str])


class RateLimitTable(Struct, frozen=True):
    """How many requests the API accepts in how many seconds, by bucket: `[rate_limits]`.

    `headers` are the header fields that report the values of the default bucket (`limit`, `remaining`, ...).
    """

    buckets: Mapping[str, tuple[int, float]] = field(default_factory=dict[str, tuple[int, float]])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


class Limits(Struct, frozen=True):
    """Limits on reading a document: `[limits]`.

    Attributes:
        files: the maximum number of other files that one document may consist of.
        bytes: the maximum size of one file.
        seconds: the maximum time for one URL, until its last byte.
    """

    files: int = 1000
    bytes: int = 100_000_000
    seconds: float = 30.0
