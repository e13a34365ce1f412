"""Receive webhooks

An application for any WSGI server. Events may arrive twice and in any order, so processing an event twice must have no
further effect. HubSpot sends an event again unless it receives a response within a few seconds: put the work in a
queue.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from wsgiref.util import request_uri

from hubspot_crm.webhooks import SignatureError, Verifier, WebhookEvent, parse_events

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

PREFIX = "HTTP_"


class Receiver:
    def __init__(self, client_secret: str, put: Callable[[WebhookEvent], object]) -> None:
        self.verifier, self.put = Verifier(client_secret), put

    def __call__(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        headers = {
            name.removeprefix(PREFIX).replace("_", "-"): value
            for name, value in environ.items()
            if name.startswith(PREFIX)
        }
        try:
            self.verifier.verify(
                method=environ["REQUEST_METHOD"],
                uri=request_uri(environ),  # behind a proxy: the public URL
                headers=headers,
                body=body,
            )
        except SignatureError:
            start("401 Unauthorized", [])
            return []
        for event in parse_events(body):
            self.put(event)
        start("204 No Content", [])
        return []
