"""Check the options of a client and hold what all its requests share."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from collections.abc import Callable, Sequence  # feature: hooks
from typing import TYPE_CHECKING  # feature: rate limits
from typing import TypeVar  # feature: hooks

from msgspec import field
from msgspec.structs import replace

from .auth.security import SecurityScheme
from .errors import InputError
from .http.addresses import checked_base_url
from .options import SharedOptions, Timing
from .options import RequestHook, ResponseHook  # feature: hooks
from .options import checked_size  # feature: response size
from .retries import Retries
from .secret import Secret, Veiled
from .settings import DEFAULT_SETTINGS, Settings  # feature: settings
from .transport import DEFAULT_TIMEOUT, Timeout

# feature: rate limits
if TYPE_CHECKING:
    from .rate_limit import RateLimiter
# end

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?")
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})

Hook = TypeVar("Hook", bound=Callable[..., object])  # feature: hooks
BaseUrl = str  # feature: not servers
BaseUrl = str | Mapping[str, str]  # by document  # feature: servers
HeaderFields = dict[str, tuple[str, str]]  # the name and value to send, by lower-case name


class Configuration(Veiled, frozen=True, kw_only=True):
    """What all requests of one client share.

    `base_url` has no slash at its end, and `product` is the first part of the User-Agent header.
    # feature: servers
    If the documents of the API have different servers, `base_url` is empty and `servers` has the base
    URL of each document.
    # end
    """

    base_url: str
    product: str
    security: Mapping[str, SecurityScheme]
    timeout: Timeout = DEFAULT_TIMEOUT
    headers: HeaderFields = field(default_factory=HeaderFields)
    retries: Retries = Retries()
    timing: Timing = Timing()
    servers: Mapping[str, str] = {}  # feature: servers
    settings: Settings = DEFAULT_SETTINGS  # feature: settings
    on_request: tuple[RequestHook, ...] = ()  # feature: hooks
    on_response: tuple[ResponseHook, ...] = ()  # feature: hooks
    rate_limiter: RateLimiter | None = None  # feature: rate limits
    follow_redirects: bool | None = None  # feature: redirects
    max_response_size: int | None = None  # feature: response size

    def changed(self, options: SharedOptions) -> Configuration:
        """Return the configuration with some options changed.

        Headers are added to the existing ones; any other option replaces the old value. An option that
        is unknown is a TypeError.
        """
        for name in options.keys() - SharedOptions.__optional_keys__:
            raise TypeError(f"unknown option {name!r}")
        fields = dict(self.headers)
        if "user_agent" in options:
            set_headers(fields, {"User-Agent": f"{self.product} {options['user_agent']}"})
        set_headers(fields, options.get("headers") or {})
        return replace(
            self,
            headers=fields,
            timeout=Timeout.of(options.get("timeout", self.timeout)),
            retries=options.get("retries", self.retries),
            timing=options.get("timing", self.timing),
            # feature: hooks
            on_request=_hooks(options.get("on_request", self.on_request)),
            on_response=_hooks(options.get("on_response", self.on_response)),
            # end
            rate_limiter=options.get("rate_limiter", self.rate_limiter),  # feature: rate limits
            # feature: redirects
            follow_redirects=options.get("follow_redirects", self.follow_redirects),
            # end
            # feature: response size
            max_response_size=checked_size(
                options.get("max_response_size", self.max_response_size)
            ),
            # end
        )


def configure(
    *,
    base_url: BaseUrl,
    product: str,
    security: Mapping[str, SecurityScheme],
    options: SharedOptions,
    settings: Settings = DEFAULT_SETTINGS,  # feature: settings
) -> Configuration:
    """Return the configuration of a client, and raise what `changed` raises."""
    agent = f"{product} python/{sys.version_info.major}.{sys.version_info.minor}"
    fields: HeaderFields = {}
    set_headers(fields, {"Accept": "application/json", "User-Agent": agent})
    address = checked_base_url(base_url)  # feature: not servers
    # feature: servers
    given = {"": base_url} if isinstance(base_url, str) else base_url
    servers = {name: checked_base_url(url) for name, url in given.items()}
    address = servers.get("", "")
    # end
    return Configuration(
        base_url=address,
        servers=servers,  # feature: servers
        product=agent,
        security=dict(security),
        headers=fields,
        settings=settings,  # feature: settings
        rate_limiter=_own_limiter(settings, options),  # feature: rate limits
    ).changed(options)


# feature: rate limits
def _own_limiter(settings: Settings, options: SharedOptions) -> RateLimiter | None:
    """Return the limiter of a client created without one, or None if no limits are known."""
    if "rate_limiter" in options or settings.rate_limits is None:
        return None
    return settings.rate_limits.limiter(options.get("timing", Timing()).clock)


# end
# feature: hooks
def _hooks(given: Hook | Sequence[Hook]) -> tuple[Hook, ...]:
    return (given,) if callable(given) else tuple(given)


# end
def set_headers(fields: HeaderFields, headers: Mapping[str, str]) -> None:
    """Check header fields and add them."""
    for name, value in headers.items():
        check_header(name, value)
        key = name.lower()
        fields[key] = (name, Secret(value) if key in _SECRET_HEADERS else value)


def check_header(name: object, value: object) -> None:
    """Raise InputError if HTTP cannot transfer a header field, without its value, a possible secret."""
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise InputError(f"{name!r} is not a valid header name", parameter=str(name))
    if not isinstance(value, str):
        message = f"header {name!r}: the value must be a str, not {type(value).__name__}"
        raise InputError(message, parameter=name)
    if not _VALUE.fullmatch(value):
        message = f"header {name!r}: the value must be printable ASCII without outer spaces"
        raise InputError(message, parameter=name)
