"""Test what logs and spans contain of a call, and what they never contain."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from hubspot_crm._core.call import telemetry
from hubspot_crm._core.errors import ApiConnectionError, NotFoundError
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode

from tests.support.whole_core import added

from .scripted import Drive, Script, answer


def get(client: Any) -> Any:
    return client.records.get("1")


@pytest.fixture
def exporter(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    found, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(found))
    monkeypatch.setattr(trace, "get_tracer_provider", lambda: provider)
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    yield found
    provider.shutdown()


def only(exporter: InMemorySpanExporter) -> ReadableSpan:
    (span,) = exporter.get_finished_spans()
    return span


class TestLogs:
    def test_every_attempt_and_every_wait(
        self, scripted: Drive, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG, "hubspot_crm")
        lost = ApiConnectionError("reset")
        script = Script([lost, answer(423, {}), answer()], seconds_per_answer=0.25)
        scripted(script, get)
        url = "https://api.example.com/crm/v3/objects/records/1"
        assert [(r.name, r.levelname, r.getMessage()) for r in caplog.records] == [
            ("hubspot_crm", "DEBUG", f"GET {url}: no response in 250 ms (attempt 1)"),
            (
                "hubspot_crm",
                "INFO",
                f"GET {url}: ApiConnectionError, waiting 0.00 s for attempt 2",
            ),
            ("hubspot_crm", "DEBUG", f"GET {url}: 423 in 250 ms (attempt 2)"),
            ("hubspot_crm", "INFO", f"GET {url}: 423, waiting 2.00 s for attempt 3"),
            ("hubspot_crm", "DEBUG", f"GET {url}: 200 in 250 ms (attempt 3)"),
        ]

    def test_nothing_private(
        self, scripted: Drive, caplog: pytest.LogCaptureFixture, exporter: InMemorySpanExporter
    ) -> None:
        caplog.set_level(logging.DEBUG)
        body = {"id": "private-answer", "properties": {}, "createdAt": "2020-01-01T00:00:00Z"}
        script = Script([answer(429, {"message": "private-error"}), answer(201, body)])

        def act(client: Any) -> Any:
            client._configuration.security["oauth2"] = added("auth.api_key").ApiKey(
                "key", "header", "secret-key"
            )
            return client.records.create(properties={"a": "private-input"})

        scripted(script, act, headers={"X-Key": "secret-header"})
        assert ("key", "secret-key") in script.requests[0].headers
        told = caplog.text + only(exporter).to_json()
        assert "POST https://api.example.com/crm/v3/objects/records" in told
        assert not [word for word in ("secret", "private") if word in told]

    def test_nothing_at_the_usual_level(
        self, scripted: Drive, caplog: pytest.LogCaptureFixture
    ) -> None:
        scripted(Script([answer()]), get)
        assert caplog.records == []


class TestSpans:
    def test_a_call(self, scripted: Drive, exporter: InMemorySpanExporter) -> None:
        scripted(Script([answer(500, {}), answer()]), get, base_url="http://a.example:8080")
        span = only(exporter)
        assert span.name == "GET /crm/v3/objects/records/{recordId}"
        assert span.kind is trace.SpanKind.CLIENT and span.status.status_code is StatusCode.UNSET
        assert dict(span.attributes or {}) == {
            "http.request.method": "GET",
            "url.template": "/crm/v3/objects/records/{recordId}",
            "url.full": "http://a.example:8080/crm/v3/objects/records/1",
            "server.address": "a.example",
            "server.port": 8080,
            "http.response.status_code": 200,
            "http.request.resend_count": 1,
        }

    @pytest.mark.parametrize(
        ("found", "kind"), [(answer(404, {}), "404"), (ValueError("broken"), "ValueError")]
    )
    def test_a_failure(
        self, scripted: Drive, exporter: InMemorySpanExporter, found: Any, kind: str
    ) -> None:
        with pytest.raises((NotFoundError, ValueError)):
            scripted(Script([found]), get)
        span = only(exporter)
        assert span.status.status_code is StatusCode.ERROR
        assert (span.attributes or {})["error.type"] == kind
        assert [event.name for event in span.events] == ["exception"]

    def test_are_those_within_which_hooks_run(
        self, scripted: Drive, exporter: InMemorySpanExporter
    ) -> None:
        seen: list[trace.Span] = []

        def see(_: object) -> None:
            seen.append(trace.get_current_span())

        scripted(Script([answer()]), get, on_request=see)
        assert seen[0].get_span_context() == only(exporter).context

    def test_need_not_be(self, scripted: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(telemetry, "_trace", lambda: None)
        assert scripted(Script([answer()]), get).id == "1"
