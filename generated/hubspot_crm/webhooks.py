"""Webhook requests: verify their signature, and parse the events in them.

    verifier = Verifier(client_secret)
    verifier.verify(method="POST", uri=request_uri, body=raw_body, headers=headers)
    for event in parse_events(raw_body):
        ...

This module neither sends requests nor imports an HTTP library.
"""

from __future__ import annotations

import re
import time
from base64 import b64encode
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest
from hmac import new as hmac
from typing import Literal, TypeAlias, cast
from urllib.parse import unquote, urlsplit

from msgspec import UNSET, UnsetType
from msgspec import field as member

from ._core.codec.decoding import Model, convert, parse
from ._core.errors import DecodingError

SignatureVersion: TypeAlias = Literal["v1", "v2", "v3"]
Headers: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]] | Iterable[tuple[bytes, bytes]]

_NEWEST: tuple[SignatureVersion, ...] = ("v3",)
_SIGNATURE_V3 = "X-HubSpot-Signature-v3"
_TIMESTAMP = "X-HubSpot-Request-Timestamp"
_SIGNATURE = "X-HubSpot-Signature"
_VERSION = "X-HubSpot-Signature-Version"
# The characters that HubSpot documents as signed in decoded form.
_SIGNED_DECODED = re.compile("%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", re.IGNORECASE)


class SignatureError(Exception):
    """The request cannot be shown to come from HubSpot. Respond with 401 and ignore it."""


class MissingSignatureError(SignatureError):
    """The request has no signature of an accepted version, or no timestamp."""


class InvalidSignatureError(SignatureError):
    """The signature does not match the request, or was made with another secret."""


class StaleRequestError(SignatureError):
    """The request was signed too long ago, or in the future; it may be a replay."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """Verifies, and creates, the signatures of the requests to an app.

    Args:
        client_secret: The secret of the app, not an access token.
        versions: The accepted signature versions; the newest of a request counts. Only v3 has a
            timestamp; other requests can be replayed.
        max_age: The most seconds between the timestamp and now.
        now: Returns the seconds since 1970.
        public_url: The scheme and host that HubSpot calls, such as `https://app.example.com`. They
            replace those of each `uri`, which a proxy may have changed.

    Raises:
        ValueError: The secret is empty, or the URL has no scheme and host.
    """

    client_secret: str = field(repr=False)
    versions: Collection[SignatureVersion] = _NEWEST
    max_age: float = 300.0
    now: Callable[[], float] = time.time
    public_url: str | None = None

    def __post_init__(self) -> None:
        if not self.client_secret:
            raise ValueError("the client secret is empty; anyone could sign requests with it")
        if self.public_url is not None and not all(urlsplit(self.public_url)[:2]):
            raise ValueError("public_url must have a scheme and a host: https://app.example.com")

    def verify(self, *, method: str, uri: str, body: bytes, headers: Headers) -> None:
        """Return if the request was signed with the secret.

        Args:
            method: The HTTP method.
            uri: The URL that HubSpot called, percent-encoded or not. With `public_url`, it may be the
                URL that the app sees, or a path.
            body: The bytes as received.
            headers: A mapping, or pairs of strings or bytes as in ASGI.

        Raises:
            SignatureError: The request was not signed with the secret, or too long ago.
        """
        signature, version, timestamp = _claimed(headers, self.versions)
        if version == "v3":
            if re.fullmatch("[0-9]{1,16}", timestamp) is None:
                raise MissingSignatureError(f"{_TIMESTAMP} is missing or is not a number")
            if abs(self.now() - int(timestamp) / 1000) > self.max_age:
                raise StaleRequestError(
                    f"the timestamp differs by more than {self.max_age:g} seconds from the "
                    "current time"
                )
        uri = self._public(uri)
        forms = {uri, unquote(uri), _SIGNED_DECODED.sub(lambda found: unquote(found[0]), uri)}
        made = [self._signature(version, method, form, body, timestamp) for form in forms]
        # All forms are compared, so that the time does not reveal which one matches.
        equal = [compare_digest(each.encode(), _ascii(signature)) for each in made]
        if not any(equal):
            hint = "" if "://" in uri else "; the URI has no scheme and host, pass public_url"
            raise InvalidSignatureError(f"the {version} signature does not match the request{hint}")

    def is_valid(self, *, method: str, uri: str, body: bytes, headers: Headers) -> bool:
        """Return whether `verify` accepts the request."""
        try:
            self.verify(method=method, uri=uri, body=body, headers=headers)
        except SignatureError:
            return False
        return True

    def sign(
        self, *, method: str, uri: str, body: bytes, version: SignatureVersion = "v3"
    ) -> dict[str, str]:
        """Return the headers with which HubSpot would sign a request, for tests of receivers."""
        timestamp = str(int(self.now() * 1000)) if version == "v3" else ""
        signature = self._signature(version, method, uri, body, timestamp)
        if version == "v3":
            return {_SIGNATURE_V3: signature, _TIMESTAMP: timestamp}
        return {_SIGNATURE: signature, _VERSION: version}

    def _public(self, uri: str) -> str:
        """Return the URL that HubSpot called."""
        if self.public_url is None:
            return uri
        path = re.sub("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*", "", uri)
        return f"{self.public_url.rstrip('/')}{path if path.startswith('/') else f'/{path}'}"

    def _signature(
        self, version: SignatureVersion, method: str, uri: str, body: bytes, timestamp: str
    ) -> str:
        key = self.client_secret.encode()
        request = f"{method.upper()}{uri}".encode(errors="backslashreplace")
        match version:
            case "v1":
                return sha256(key + body).hexdigest()
            case "v2":
                return sha256(key + request + body).hexdigest()
            case "v3":
                digest = hmac(key, request + body + timestamp.encode(), sha256).digest()
                return b64encode(digest).decode()


class WebhookEvent(Model, kw_only=True):
    """An event in an account. Properties that it does not have are UNSET.

    Events may arrive more than once and in any order: use `event_id` and `occurred_at`.
    """

    app_id: int | UnsetType = member(default=UNSET, name="appId")
    portal_id: int | UnsetType = member(default=UNSET, name="portalId")
    event_id: int | UnsetType = member(default=UNSET, name="eventId")
    subscription_id: int | UnsetType = member(default=UNSET, name="subscriptionId")
    subscription_type: str | UnsetType = member(default=UNSET, name="subscriptionType")
    """Such as contact.creation, or object.creation for any object type."""
    attempt_number: int | UnsetType = member(default=UNSET, name="attemptNumber")
    """How often it was sent before; 0 the first time."""
    occurred_at: int | UnsetType = member(default=UNSET, name="occurredAt")
    """Milliseconds since 1970."""
    object_id: int | str | UnsetType = member(default=UNSET, name="objectId")
    object_type_id: str | UnsetType = member(default=UNSET, name="objectTypeId")
    """For example 0-1 for contacts; present if `subscription_type` is that of an object."""
    change_source: str | UnsetType = member(default=UNSET, name="changeSource")
    change_flag: str | UnsetType = member(default=UNSET, name="changeFlag")
    source_id: str | UnsetType = member(default=UNSET, name="sourceId")
    property_name: str | UnsetType = member(default=UNSET, name="propertyName")
    property_value: str | None | UnsetType = member(default=UNSET, name="propertyValue")
    """The new value, as `values.decode` reads it."""
    association_type: str | UnsetType = member(default=UNSET, name="associationType")
    association_removed: bool | UnsetType = member(default=UNSET, name="associationRemoved")
    is_primary_association: bool | UnsetType = member(default=UNSET, name="isPrimaryAssociation")
    from_object_id: int | str | UnsetType = member(default=UNSET, name="fromObjectId")
    to_object_id: int | str | UnsetType = member(default=UNSET, name="toObjectId")
    primary_object_id: int | str | UnsetType = member(default=UNSET, name="primaryObjectId")
    """The record that the others were merged into."""
    merged_object_ids: list[int | str] | UnsetType = member(default=UNSET, name="mergedObjectIds")
    new_object_id: int | str | UnsetType = member(default=UNSET, name="newObjectId")

    @property
    def action(self) -> str:
        """What happened: creation, propertyChange, deletion, merge, …; empty if not given."""
        return _plain(self.subscription_type).rpartition(".")[2]

    @property
    def object_type(self) -> str:
        """The type of the record: its type id (0-1) or name (contact); empty if not given."""
        return _plain(self.object_type_id) or _plain(self.subscription_type).partition(".")[0]

    @property
    def occurred(self) -> datetime | None:
        """When it happened, in UTC; None if not given."""
        try:
            return datetime.fromtimestamp(cast(int, self.occurred_at) / 1000, UTC)
        except (
            TypeError,
            ValueError,
            OverflowError,
            OSError,
        ):  # an invalid value, or a year that Python does not support
            return None


def parse_events(body: bytes | str) -> list[WebhookEvent]:
    """Return the events in the body of a request. Raises DecodingError if it is not a list of objects."""
    content = body.encode() if isinstance(body, str) else body
    parsed = parse(content)
    entries = cast("list[object]", parsed if isinstance(parsed, list) else [parsed])
    events: list[WebhookEvent] = []
    for entry in entries:
        if not isinstance(entry, dict):
            raise DecodingError("the body is not a list of events", content=content)
        events.append(cast(WebhookEvent, convert(cast("dict[str, object]", entry), WebhookEvent)))
    return events


def _claimed(
    headers: Headers, versions: Collection[SignatureVersion]
) -> tuple[str, SignatureVersion, str]:
    """Return the signature to verify, its version, and the timestamp."""
    pairs: Iterable[tuple[str | bytes, str | bytes]]
    pairs = cast("Mapping[str, str]", headers).items() if isinstance(headers, Mapping) else headers
    found = {_decoded(name).lower(): _decoded(value).strip() for name, value in pairs}
    if "v3" in versions and (signature := found.get(_SIGNATURE_V3.lower())):
        return signature, "v3", found.get(_TIMESTAMP.lower(), "")
    older = found.get(_VERSION.lower(), "v1").lower()
    if older in ("v1", "v2") and older in versions and (signature := found.get(_SIGNATURE.lower())):
        return signature, cast(SignatureVersion, older), ""
    raise MissingSignatureError(f"no signature of version {' or '.join(sorted(versions))}")


def _decoded(text: str | bytes) -> str:
    return text.decode("latin-1") if isinstance(text, bytes) else text


def _ascii(text: str) -> bytes:
    return text.encode("ascii", "replace")


def _plain(text: str | UnsetType) -> str:
    return text if isinstance(text, str) else ""
