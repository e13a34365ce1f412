"""What passes in a call in, log records and OpenTelemetry spans out; never a body or a credential."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .operation import Operation
from .transport import Request

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer

PACKAGE = __name__.partition("._core")[0]
LOG = logging.getLogger(PACKAGE)


@contextmanager
def span(operation: Operation[object], root: str, base_url: str) -> Generator[Span | None]:
    """A span around a call, with all its attempts; None where OpenTelemetry is not installed.

    An exception that leaves it is recorded in it.
    """
    tracer = _tracer()
    if tracer is None:
        yield None
        return
    from opentelemetry.trace import SpanKind

    template = f"{root}{operation.path}"
    server = urlsplit(base_url)
    attributes: dict[str, str | int] = {
        "http.request.method": operation.method,
        "url.template": template,
        "server.address": server.hostname or "",
        "server.port": server.port or {"https": 443}.get(server.scheme, 80),
    }
    name = f"{operation.method} {template}"
    with tracer.start_as_current_span(name, kind=SpanKind.CLIENT, attributes=attributes) as made:
        try:
            yield made
        except BaseException as error:
            made.set_attribute(
                "error.type", str(getattr(error, "status", type(error).__qualname__))
            )
            raise


def answered(
    span: Span | None, request: Request, status: int | None, seconds: float, attempt: int
) -> None:
    """Note the end of one attempt; a status of None is no answer."""
    LOG.debug(
        "%s %s: %s in %.0f ms (attempt %d)",
        request.method,
        request.shown_url,
        "no answer" if status is None else status,
        seconds * 1000,
        attempt,
    )
    if span is not None:
        span.set_attribute("url.full", request.shown_url)
        if status is not None:
            span.set_attribute("http.response.status_code", status)
        if attempt > 1:
            span.set_attribute("http.request.resend_count", attempt - 1)


@cache
def _tracer() -> Tracer | None:
    try:
        from opentelemetry import trace
    except ImportError:
        return None
    return trace.get_tracer(PACKAGE)
