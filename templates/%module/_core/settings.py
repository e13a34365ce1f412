"""What an API is like beyond its documents: the types of what a generated `_settings` module says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .errors import ApiStatusError


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryRules:
    """Which answers of this API pass with time, beyond what HTTP says.

    `never` are statuses that are raised at once. `wait` has the least seconds to wait after a
    status. `policy` points to the name of the limit in the body of a 429 (JSON pointer), and
    `lasting` are the limits that no call should wait for.
    """

    never: tuple[int, ...] = ()
    wait: Mapping[int, float] = field(default_factory=dict[int, float])
    policy: str | None = None
    lasting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRules:
    """Which exception stands for a status of this API, or for a category in an error's body."""

    statuses: Mapping[int, type[ApiStatusError]] = field(
        default_factory=dict[int, type[ApiStatusError]]
    )
    categories: Mapping[str, type[ApiStatusError]] = field(
        default_factory=dict[str, type[ApiStatusError]]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that is known of one API; an API that nothing is known of has the defaults."""

    retries: RetryRules = RetryRules()
    errors: ErrorRules = ErrorRules()


DEFAULT_SETTINGS = Settings()
