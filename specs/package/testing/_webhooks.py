"""Tell of changes as HubSpot does: signed requests, to a URL or to a function."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from queue import Queue
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from hubspot_crm.webhooks import sign

from ._portal import Portal
from ._store import packed

_OWN_NAMES = {"contacts": "contact", "companies": "company", "deals": "deal", "tickets": "ticket"}
_OWN_NAMES |= {"products": "product", "line_items": "line_item"}

Deliver = Callable[[dict[str, str], bytes], object]


@dataclass(frozen=True, slots=True)
class _Subscription:
    url: str
    deliver: Deliver
    secret: str
    events: Collection[str] | None


class Webhooks:
    """Those who want to know. They are told one after the other, on a thread of its own."""

    def __init__(self, portal: Portal) -> None:
        self.failures: list[Exception] = []
        self._portal = portal
        self._subscriptions: list[_Subscription] = []
        self._queue: Queue[tuple[_Subscription, dict[str, Any]]] = Queue()
        self._thread: threading.Thread | None = None
        self._count = 0

    def subscribe(
        self, target: str | Deliver, secret: str, events: Collection[str] | None, url: str
    ) -> None:
        """Tell `target` of events, of all or of those named, such as contact.creation."""
        if isinstance(target, str):
            subscription = _Subscription(target, lambda h, b: _post(target, h, b), secret, events)
        else:
            subscription = _Subscription(url, target, secret, events)
        self._subscriptions.append(subscription)
        self._portal.listener = self._happened
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()

    def flush(self) -> None:
        """Wait until all that happened so far was told."""
        self._queue.join()

    def _happened(self, what: str, type_: str, id_: str, details: dict[str, Any]) -> None:
        name = _OWN_NAMES.get(type_, "object")
        self._count += 1
        event: dict[str, Any] = {
            "eventId": self._count,
            "subscriptionId": 1,
            "portalId": 1,
            "appId": 1,
            "occurredAt": self._portal.milliseconds(),
            "subscriptionType": f"{name}.{what}",
            "attemptNumber": 0,
            "objectId": int(id_),
            "changeSource": "API",
            **details,
        }
        if name == "object":
            event["objectTypeId"] = self._portal.type_id(type_)
        for each in self._subscriptions:
            if each.events is None or event["subscriptionType"] in each.events:
                self._queue.put((each, event))

    def _run(self) -> None:
        while True:
            subscription, event = self._queue.get()
            body = packed([event])
            headers = sign(
                client_secret=subscription.secret,
                method="POST",
                uri=subscription.url,
                body=body,
                now=self._portal.clock,
            )
            try:
                subscription.deliver({"Content-Type": "application/json", **headers}, body)
            except Exception as error:  # a receiver that fails is for its test to see
                self.failures.append(error)
            finally:
                self._queue.task_done()


def _post(url: str, headers: dict[str, str], body: bytes) -> None:
    request = Request(url, body, headers)
    with build_opener(ProxyHandler({})).open(request, timeout=10) as response:
        response.read()
