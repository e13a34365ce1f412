"""What passes in a call in, log records and OpenTelemetry spans out; never a body or a credential."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .operation import Operation
from .transport import Request

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer  # type: ignore[import-not-found, unused-ignore]

PACKAGE = __name__.partition("._core")[0]
LOG = logging.getLogger(PACKAGE)


def tracer() -> Tracer | None:
    """What makes spans, where OpenTelemetry is installed and set up."""
    trace = _trace()
    if trace is None or isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        return None
    made: Tracer = trace.get_tracer(PACKAGE)
    return made


@contextmanager
def span(tracer: Tracer, operation: Operation[object], root: str, base_url: str) -> Generator[Span]:
    """A span around a call, with all its attempts. An exception that leaves it is noted in it."""
    from opentelemetry.trace import SpanKind  # type: ignore[import-not-found, unused-ignore]

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
            made.set_attribute("error.type", str(getattr(error, "status", type(error).__qualname__)))
            raise


def answered(span: Span | None, request: Request, status: int | None, seconds: float, attempt: int) -> None:
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
def _trace() -> ModuleType | None:
    try:
        from opentelemetry import trace  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    module: ModuleType = trace
    return module
