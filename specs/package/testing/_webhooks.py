"""Send webhooks as HubSpot does: signed requests, to a URL or to a function."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import msgspec
from hubspot_crm.webhooks import Verifier

from ._answers import Json
from ._portal import Portal
from ._types import singular

_NAMED = ("contacts", "companies", "deals", "tickets", "products", "line_items")

Deliver = Callable[[dict[str, str], bytes], object]
_Webhook = tuple[Deliver, dict[str, str], bytes]


class Webhooks:
    """The subscriptions, and the webhooks waiting to be sent."""

    def __init__(self, portal: Portal) -> None:
        self.failures: list[Exception] = []
        self._portal = portal
        self._subscriptions: list[tuple[str, Deliver, str, Collection[str] | None]] = []
        self._waiting: list[_Webhook] = []
        self._count = 0

    def subscribe(
        self, target: str | Deliver, url: str, secret: str, events: Collection[str] | None
    ) -> None:
        """Add a subscription, to all events or to those named."""
        place, deliver = (target, _post(target)) if isinstance(target, str) else (url, target)
        self._subscriptions.append((place, deliver, secret, events))
        self._portal.listener = self._happened

    def take(self) -> list[_Webhook]:
        """Return and remove the webhooks that wait to be sent."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def deliver(self, waiting: list[_Webhook]) -> None:
        """Send webhooks. Exceptions that a receiver raises are added to `failures`."""
        for deliver, headers, body in waiting:
            try:
                deliver(headers, body)
            except Exception as error:  # noqa: BLE001 - whatever is raised, delivery failed
                self.failures.append(error)

    def _happened(self, what: str, type_: str, id_: str, details: dict[str, Any]) -> None:
        self._count += 1
        kind = f"{singular(type_) if type_ in _NAMED else 'object'}.{what}"
        event: Json = {"eventId": self._count, "subscriptionId": 1, "portalId": 1, "appId": 1}
        event |= {"occurredAt": self._portal.milliseconds(), "subscriptionType": kind}
        event |= {"attemptNumber": 0, "objectId": int(id_), "changeSource": "API", **details}
        event |= {} if type_ in _NAMED else {"objectTypeId": self._portal.type_id(type_)}
        body = msgspec.json.encode([event])
        for url, deliver, secret, events in self._subscriptions:
            if events is None or kind in events:
                signer = Verifier(secret, now=self._portal.clock)
                signed = signer.sign(method="POST", uri=url, body=body)
                headers = {"Content-Type": "application/json", **signed}
                self._waiting.append((deliver, headers, body))


def _post(url: str) -> Deliver:
    def deliver(headers: dict[str, str], body: bytes) -> None:
        opener = build_opener(ProxyHandler({}))
        try:
            opener.open(Request(url, body, headers), timeout=10).close()
        except HTTPError as error:
            error.close()  # the failure is kept, the connection is closed
            raise

    return deliver
