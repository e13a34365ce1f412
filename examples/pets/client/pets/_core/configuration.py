"""Check the options of a client and hold what all its requests share."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from msgspec import field
from msgspec.structs import replace

from .auth.security import SecurityScheme
from .errors import InputError
from .http.addresses import checked_base_url
from .options import SharedOptions, Timing
from .retries import Retries
from .secret import Secret, Veiled
from .transport import DEFAULT_TIMEOUT, Timeout

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?")
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})

BaseUrl = str
HeaderFields = dict[str, tuple[str, str]]  # the name and value to send, by lower-case name


class Configuration(Veiled, frozen=True, kw_only=True):
    """What all requests of one client share.

    `base_url` has no slash at its end, and `product` is the first part of the User-Agent header.
    """

    base_url: str
    product: str
    security: Mapping[str, SecurityScheme]
    timeout: Timeout = DEFAULT_TIMEOUT
    headers: HeaderFields = field(default_factory=HeaderFields)
    retries: Retries = Retries()
    timing: Timing = Timing()

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
        )


def configure(
    *,
    base_url: BaseUrl,
    product: str,
    security: Mapping[str, SecurityScheme],
    options: SharedOptions,
) -> Configuration:
    """Return the configuration of a client, and raise what `changed` raises."""
    agent = f"{product} python/{sys.version_info.major}.{sys.version_info.minor}"
    fields: HeaderFields = {}
    set_headers(fields, {"Accept": "application/json", "User-Agent": agent})
    address = checked_base_url(base_url)
    return Configuration(
        base_url=address,
        product=agent,
        security=dict(security),
        headers=fields,
    ).changed(options)


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
