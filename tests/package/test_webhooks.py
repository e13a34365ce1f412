"""Test webhooks: the documented signatures, what is rejected, and the events of a body."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any

import pytest
from hubspot_crm import UNSET, DecodingError
from hubspot_crm.webhooks import (
    InvalidSignatureError,
    MissingSignatureError,
    SignatureError,
    StaleRequestError,
    Verifier,
    parse_events,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.package.test_imports import modules_after

SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy"
NOW = 1_760_000_000.5
V1_BODY = (
    b'[{"eventId":1,"subscriptionId":12345,"portalId":62515,"occurredAt":1564113600000,'
    b'"subscriptionType":"contact.creation","attemptNumber":0,"objectId":123,'
    b'"changeSource":"CRM","changeFlag":"NEW","appId":54321}]'
)
V1_SIGNATURE = "232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de"
V2_SIGNATURE = "eee2dddcc73c94d699f5e395f4b9d454a069a6855fbfa152e91e88823087200e"
URI = "https://example.com/hooks?return=https%3A%2F%2Fa.example%2Fx%20y&q=%C3%A9"


def verifier(**given: Any) -> Verifier:
    return Verifier(SECRET, **{"now": lambda: NOW, **given})


def request(**changes: Any) -> dict[str, Any]:
    """Return a request with a valid v3 signature, then changed."""
    signed = {"method": "POST", "uri": URI, "body": V1_BODY}
    return {**signed, "headers": verifier().sign(**signed), **changes}


def test_the_documented_v1_signature() -> None:
    headers = {"X-HubSpot-Signature": V1_SIGNATURE, "X-HubSpot-Signature-Version": "v1"}
    taken = {"method": "POST", "uri": "anywhere", "body": V1_BODY, "headers": headers}
    verifier(versions=("v1",)).verify(**taken)
    assert not verifier(versions=("v1",)).is_valid(**{**taken, "body": V1_BODY + b" "})


def test_the_documented_v2_signature() -> None:
    headers = {"x-hubspot-signature": V2_SIGNATURE, "x-hubspot-signature-version": "v2"}
    uri = "https://www.example.com/webhook_uri"
    verifier(versions=("v2",)).verify(method="GET", uri=uri, body=b"", headers=headers)
    with pytest.raises(InvalidSignatureError):
        verifier(versions=("v2",)).verify(method="PUT", uri=uri, body=b"", headers=headers)


def test_v3_is_a_keyed_hash_of_method_uri_body_and_timestamp() -> None:
    signed = f"POSThttps://example.com/hooks{V1_BODY.decode()}1760000000500".encode()
    signature = base64.b64encode(hmac.digest(SECRET.encode(), signed, hashlib.sha256)).decode()
    headers = {
        "X-HUBSPOT-SIGNATURE-V3": f" {signature} ",
        "x-hubspot-request-timestamp": "1760000000500",
    }
    verifier().verify(method="post", uri="https://example.com/hooks", body=V1_BODY, headers=headers)


@pytest.mark.parametrize(
    "signed",
    [
        URI,
        "https://example.com/hooks?return=https://a.example/x%20y&q=%C3%A9",
        "https://example.com/hooks?return=https://a.example/x y&q=é",
    ],
)
def test_the_uri_may_be_signed_encoded_or_decoded(signed: str) -> None:
    headers = verifier().sign(method="POST", uri=signed, body=b"[]")
    assert verifier().is_valid(method="POST", uri=URI, body=b"[]", headers=headers)


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "PUT"},
        {"uri": URI + "&more=1"},
        {"uri": URI + "\ud800"},
        {"body": V1_BODY + b" "},
        {"body": b""},
    ],
)
def test_a_request_that_was_changed_is_refused(changes: dict[str, Any]) -> None:
    assert verifier().is_valid(**request())
    with pytest.raises(InvalidSignatureError):
        verifier().verify(**request(**changes))
    assert not verifier().is_valid(**request(**changes))


def test_another_secret_is_refused() -> None:
    assert not Verifier("another", now=lambda: NOW).is_valid(**request())


@pytest.mark.parametrize("seconds", [-301.0, 301.0])
def test_a_request_is_good_for_five_minutes_either_way(seconds: float) -> None:
    with pytest.raises(StaleRequestError):
        verifier(now=lambda: NOW + seconds).verify(**request())
    assert verifier(now=lambda: NOW + seconds, max_age=600).is_valid(**request())
    assert verifier(now=lambda: NOW + seconds * 0.99).is_valid(**request())


def test_the_timestamp_is_part_of_what_is_signed() -> None:
    headers = {**request()["headers"], "X-HubSpot-Request-Timestamp": "1760000000501"}
    with pytest.raises(InvalidSignatureError):
        verifier().verify(**request(headers=headers))


@pytest.mark.parametrize("timestamp", ["", "soon", "-1", "1e9", "9" * 5000, "١٧٦٠٠٠٠٠٠٠٥٠٠"])
def test_a_timestamp_that_is_none_is_refused(timestamp: str) -> None:
    headers = {**request()["headers"], "X-HubSpot-Request-Timestamp": timestamp}
    with pytest.raises(MissingSignatureError):
        verifier().verify(**request(headers=headers))


def test_older_signatures_are_taken_only_where_documented() -> None:
    signed = {"method": "POST", "uri": URI, "body": V1_BODY}
    for version in ("v1", "v2"):
        headers = verifier().sign(**signed, version=version)
        with pytest.raises(MissingSignatureError, match="version v3"):
            verifier().verify(**signed, headers=headers)
        assert verifier(versions=("v1", "v2", "v3")).is_valid(**signed, headers=headers)


def test_a_bad_v3_signature_is_not_saved_by_an_older_one() -> None:
    signed = {"method": "POST", "uri": URI, "body": V1_BODY}
    headers = {**verifier().sign(**signed), **verifier().sign(**signed, version="v1")}
    headers["X-HubSpot-Signature-v3"] = "AAAA"
    with pytest.raises(InvalidSignatureError):
        verifier(versions=("v1", "v2", "v3")).verify(**signed, headers=headers)


def test_no_headers_at_all() -> None:
    with pytest.raises(MissingSignatureError):
        verifier().verify(**request(headers={}))


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(request()["headers"])), st.text()))
def test_garbage_headers_are_a_signature_error(headers: dict[str, str]) -> None:
    with pytest.raises(SignatureError):
        verifier().verify(**request(headers=headers))


def test_the_secret_is_not_shown_and_not_empty() -> None:
    assert SECRET not in repr(verifier())
    with pytest.raises(ValueError):
        Verifier("")


def test_every_form_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(left: bytes, right: bytes) -> bool:
        compared.append((left, right))
        return hmac.compare_digest(left, right)

    monkeypatch.setattr("hubspot_crm.webhooks.compare_digest", compare)
    assert verifier().is_valid(**request())
    assert len(compared) == 3


def test_the_events_of_a_body() -> None:
    [event] = parse_events(V1_BODY)
    assert (event.event_id, event.portal_id, event.object_id) == (1, 62515, 123)
    assert (event.object_type, event.action) == ("contact", "creation")
    assert event.occurred == datetime(2019, 7, 26, 4, 0, tzinfo=UTC)
    assert event.property_name is UNSET


def test_the_newer_shape_and_what_is_not_known_yet() -> None:
    body = b"""[{"subscriptionType": "object.propertyChange", "objectTypeId": "0-3", "objectId": 7,
        "propertyName": "amount", "propertyValue": null, "sensitive": true, "occurredAt": "soon"},
        {"subscriptionType": "object.associationChange", "fromObjectId": 1, "toObjectId": "2",
         "associationRemoved": false}]"""
    changed, associated = parse_events(body)
    assert (changed.object_type, changed.action) == ("0-3", "propertyChange")
    assert changed.property_value is None
    assert changed.unknown_fields == {"sensitive": True}
    assert changed.occurred is None and "occurred_at" in changed.misfits
    assert (associated.from_object_id, associated.to_object_id) == (1, "2")
    assert b'"sensitive":true' in changed.to_json()


def test_bodies_without_a_list() -> None:
    assert parse_events(b"[]") == []
    assert [event.event_id for event in parse_events('{"eventId": 5}')] == [5]
    assert (parse_events(b"[{}]")[0].object_type, parse_events(b"[{}]")[0].action) == ("", "")
    for body in (b"", b"not json", b"3", b"[1]", b"null"):
        with pytest.raises(DecodingError):
            parse_events(body)


def test_webhooks_load_no_http_library() -> None:
    loaded = modules_after("import hubspot_crm.webhooks")
    heavy = ("httpx2", "ssl", "asyncio")
    assert not [name for name in loaded if name.split(".")[0] in heavy]
    assert not [name for name in loaded if name.endswith((".models", "._core.client"))]


@pytest.mark.parametrize(
    "seen",
    ["http://10.0.0.5:8000/hooks?a=b", "/hooks?a=b", "hooks?a=b", "https://x.example/hooks?a=b"],
)
def test_behind_a_proxy_the_public_url_counts(seen: str) -> None:
    sent = {"method": "POST", "uri": "https://app.example.com/hooks?a=b", "body": V1_BODY}
    headers = verifier().sign(**sent)
    behind = verifier(public_url="https://app.example.com/")
    behind.verify(**{**sent, "uri": seen}, headers=headers)
    other = verifier(public_url="https://other.example")
    assert not other.is_valid(**{**sent, "uri": seen}, headers=headers)


@pytest.mark.parametrize("url", ["app.example.com", "/hooks", ""])
def test_a_public_url_has_a_scheme_and_a_host(url: str) -> None:
    with pytest.raises(ValueError, match="a scheme and a host"):
        verifier(public_url=url)


def test_headers_may_be_pairs() -> None:
    signed = request()
    pairs = list(signed["headers"].items())
    verifier().verify(**{**signed, "headers": pairs})
    raw = [(name.lower().encode(), value.encode()) for name, value in pairs]
    verifier().verify(**{**signed, "headers": raw})
    assert not verifier().is_valid(**{**signed, "headers": raw[:1]})
