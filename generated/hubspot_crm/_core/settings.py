"""Types for what is known about an API beyond its documents; `_settings` has the values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from .codec.error_fields import ErrorFields
from .errors import ApiStatusError

if TYPE_CHECKING:
    from .rate_limit import RateLimits


class RetryRules(Struct, frozen=True, kw_only=True):
    """Which responses of an API may be retried, beyond what HTTP specifies.

    Attributes:
        never: Statuses that are raised at once.
        wait: The least seconds to wait after a status.
        policy: Returns the name of the limit in the parsed body of a 429.
        lasting: The names of limits that no call should wait for.
        intervals: The seconds to wait for a limit, by its name, if a 429 does not say how long.
    """

    never: tuple[int, ...] = ()
    wait: Mapping[int, float] = field(default_factory=dict[int, float])
    policy: Callable[[object], object] | None = None
    lasting: tuple[str, ...] = ()
    intervals: Mapping[str, float] = field(default_factory=dict[str, float])

    def policy_in(self, data: object) -> str | None:
        """Return the name of the limit in the parsed body of a 429, or None."""
        found = self.policy(data) if self.policy else None
        return found if isinstance(found, str) else None


class ErrorRules(Struct, frozen=True, kw_only=True):
    """Which exception to raise for an error response of an API.

    Attributes:
        statuses: Exceptions by status.
        categories: Exceptions by the category in the body.
        policies: Exceptions by the name of the limit that was reached.
        fields: Where error bodies that the document does not describe have their attributes.
    """

    statuses: Mapping[int, type[ApiStatusError]] = field(
        default_factory=dict[int, type[ApiStatusError]]
    )
    categories: Mapping[str, type[ApiStatusError]] = field(
        default_factory=dict[str, type[ApiStatusError]]
    )
    policies: Mapping[str, type[ApiStatusError]] = field(
        default_factory=dict[str, type[ApiStatusError]]
    )
    fields: ErrorFields | None = None


class Settings(Struct, frozen=True, kw_only=True):
    """What is known about one API. The defaults are for an API without special rules."""

    retries: RetryRules = RetryRules()
    errors: ErrorRules = ErrorRules()
    rate_limits: RateLimits | None = None


DEFAULT_SETTINGS = Settings()
