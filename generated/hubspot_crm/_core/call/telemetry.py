"""OpenTelemetry spans for calls, if it is installed and configured.

Spans have no bodies and no credentials.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from urllib.parse import urlsplit

from ..transport import Request

if TYPE_CHECKING:
    from opentelemetry.trace import Tracer  # type: ignore[import-not-found, unused-ignore]

    from ..operation import Operation

T = TypeVar("T")
# Records one attempt: its request, the status of its response (None if there is none), its number.
Note = Callable[[Request, int | None, int], None]
PACKAGE = __name__.partition("._core")[0]


class Attempts(Protocol):
    """The attempts of a call, as far as traces concern them."""

    call: Any
    note: Note | None


def tracer() -> Tracer | None:
    """Return the tracer, or None if OpenTelemetry is not installed or not configured."""
    trace = _trace()
    if trace is None or isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        return None
    made: Tracer = trace.get_tracer(PACKAGE)
    return made


async def traced(attempts: Attempts, work: Coroutine[object, object, T]) -> T:
    """Await the attempts of a call within a span."""
    call = attempts.call
    with tracing(call.operation, call.arguments.root, call.configuration.base_url) as note:
        attempts.note = note
        return await work


@contextmanager
def tracing(operation: Operation[object], root: str, base_url: str) -> Generator[Note | None]:
    """Create a span for a call with all its attempts; it records an exception.

    Yield a function that records each attempt, or None if there is no span.
    """
    current = tracer()
    if current is None:
        yield None
        return
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
    with current.start_as_current_span(name, kind=SpanKind.CLIENT, attributes=attributes) as span:

        def note(request: Request, status: int | None, attempt: int) -> None:
            span.set_attribute("url.full", request.shown_url)
            if status is not None:
                span.set_attribute("http.response.status_code", status)
            if attempt > 1:
                span.set_attribute("http.request.resend_count", attempt - 1)

        try:
            yield note
        except BaseException as error:
            span.set_attribute(
                "error.type", str(getattr(error, "status", type(error).__qualname__))
            )
            raise


@cache
def _trace() -> ModuleType | None:
    try:
        from opentelemetry import trace  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    module: ModuleType = trace
    return module
