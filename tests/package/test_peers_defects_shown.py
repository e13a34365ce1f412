"""Test that defects of other clients in arguments, connections, output and packaging do not exist
here."""

from __future__ import annotations

import inspect
import json
from contextlib import ExitStack
from importlib.resources import files
from typing import Any

import hubspot_crm
import pytest
from hubspot_crm import (
    ApiConnectionError,
    BatchOptions,
    HubSpot,
    MemoryTokenStore,
    NotFoundError,
    OAuth,
    OAuthError,
)
from hubspot_crm.testing import StandIn
from hubspot_crm.v3 import HubSpot as HubSpotV3
from hubspot_crm.webhooks import Verifier, parse_events

from tests.package.defects import SUBJECT, waits, way
from tests.support.loopback import Answer, Loopback, RecordedRequest
from tests.support.tracebacks import everything
from tests.support.ways import WAYS, Way, crm, every_way, open_way

__all__ = ["crm", "waits", "way"]


class TestArguments:
    @every_way
    def test_what_the_api_does_not_need(self, way: Way, crm: StandIn) -> None:
        """hubspot-sdk: a create requires associations; a search requires after, limit, properties
        and sorts."""
        way(lambda c: c.tasks.create(properties=SUBJECT))
        assert len(way.all(lambda c: c.tasks.search())) == 1
        bodies = [json.loads(each.request.content or b"null") for each in crm.requests]
        assert bodies == [{"properties": SUBJECT}, {}]

    @every_way
    def test_arguments_are_typed(self, way: Way, crm: StandIn) -> None:
        """hubspot-api-client: untyped keyword arguments, no py.typed; a typing error is sent."""
        assert files("hubspot_crm").joinpath("py.typed").is_file()
        parameters = inspect.signature(way.client.tasks.create).parameters.values()
        assert parameters and all(each.annotation is not each.empty for each in parameters)
        with pytest.raises(TypeError, match="propertys"):
            way(lambda c: c.tasks.create(propertys={}))
        assert crm.request_count == 0

    @every_way
    def test_limits_are_known(self, way: Way, crm: StandIn) -> None:
        """All peers: a page of 500 records is requested, and rejected by the server."""
        with pytest.raises(hubspot_crm.InputError, match="limit.*200"):
            way.all(lambda c: c.tasks.search(limit=500))
        assert crm.request_count == 0


class TestConnections:
    @pytest.mark.parametrize("kind", ["sync", "async"])
    def test_one_pool(self, kind: str, crm: StandIn) -> None:
        """hubspot-api-client: a new pool of connections at each attribute; others: at each call."""

        def respond(request: RecordedRequest) -> Answer:
            with HubSpot("t", transport=crm.transport()) as inner:
                raw = inner.raw(inner.tasks.create, properties=SUBJECT)
            return Answer(201, raw.content, {"Content-Type": "application/json"})

        with Loopback(respond) as server, ExitStack() as stack:
            way = open_way(kind, crm, stack, transport=None, base_url=server.url)
            for _ in range(5):
                way(lambda c: c.tasks.create(properties=SUBJECT))
                way(lambda c: c.with_options(timeout=9).deals.create(properties={}))
                way(lambda c: c.custom_objects("cars").create(properties={}))
            assert (len(server.requests), server.connections) == (15, 1)

    def test_a_resource_is_made_once(self) -> None:
        """hubspot-api-client: each access to an attribute creates its object again."""
        client = HubSpot("token")
        assert client.tasks is client.tasks and client.tasks.batch is client.tasks.batch


class TestSecrets:
    @every_way
    def test_tokens_are_not_shown(self, way: Way, crm: StandIn) -> None:
        """Generated clients: the token is in the repr of the client or of its configuration."""
        shown = [repr(way.client), repr(way.client.tasks), repr(vars(way.client))]
        with pytest.raises(NotFoundError) as caught:
            way(lambda c: c.tasks.get("7"))
        for fault in ("drop_after", "stall"):
            crm.fail_next(fault)  # type: ignore[arg-type]
            with pytest.raises(ApiConnectionError) as lost:
                way(lambda c: c.with_options(timeout=0.2).tasks.create(properties={}))
            shown.append(everything(lost.value))
        shown.append(everything(caught.value))
        assert not [text for text in shown if "token" in text.replace("_token", "")]

    def test_webhooks_are_checked(self) -> None:
        """hubspot-sdk: no check of signatures; the vendor's other client: of encoded addresses none."""
        crm, seen = StandIn(), list[tuple[dict[str, str], bytes]]()
        uri = "https://me.example/hook?to=a%3Ab%20c"
        crm.subscribe(lambda head, body: seen.append((head, body)), secret="s", url=uri)
        crm.client().contacts.create(properties={"email": "ada@example.com"})
        [(headers, body)] = seen
        for form in (uri, uri.replace("%3A", ":"), "https://me.example/hook?to=a:b c"):
            signed = Verifier("s").sign(method="POST", uri=form, body=body)
            Verifier("s").verify(method="POST", uri=uri, headers=signed, body=body)
        assert Verifier("s").is_valid(method="POST", uri=uri, headers=headers, body=body)
        forged = body.replace(b"creation", b"deletion")
        assert not Verifier("s").is_valid(method="POST", uri=uri, headers=headers, body=forged)
        assert [event.action for event in parse_events(body)] == ["creation"]

    @pytest.mark.parametrize("name", WAYS)
    def test_oauth_is_renewed(self, name: str) -> None:
        """hubspot-sdk: no refresh of OAuth tokens; a client is good for half an hour."""
        now = [1_800_000_000.0]
        crm = StandIn(clock=lambda: now[0])
        crm.oauth.required = True
        app: dict[str, Any] = {
            "client_id": crm.oauth.client_id,
            "client_secret": crm.oauth.client_secret,
            "redirect_uri": "https://me.example/back",
            "transport": crm.transport(),
            "clock": lambda: now[0],
        }
        oauth = OAuth(**app)
        back = crm.oauth.authorize(oauth.authorization_url(scopes=["oauth"], state="s"))
        store = MemoryTokenStore(oauth.exchange(back.partition("code=")[2].partition("&")[0]))
        with ExitStack() as stack:
            way = open_way(name, crm, stack, credential=oauth.credential(store))
            for _ in range(3):
                way(lambda c: c.tasks.create(properties=SUBJECT))
                now[0] += 1790
            assert crm.oauth.refreshes == 2
            assert len(crm.records("tasks")) == 3
            kept = store.load()
            assert kept is not None and kept.refresh_token is not None
            crm.oauth.revoke(kept.refresh_token)
            now[0] += 1790
            with pytest.raises(OAuthError, match="BAD_REFRESH_TOKEN"):
                way(lambda c: c.tasks.create(properties=SUBJECT))


class TestShape:
    def test_one_class_for_one_structure(self) -> None:
        """hubspot-api-client: 60 classes Error, 21 Filter, which are not each other."""
        from hubspot_crm.v3 import models as old
        from hubspot_crm.v2026_09 import models as new

        assert old.Error is new.Error and old.Filter is new.Filter

    def test_names(self) -> None:
        """All generated clients: post_crmv3objectstasksbatchcreate_create and the like."""
        for client in (HubSpot("t"), HubSpotV3("t")):
            assert callable(client.tasks.batch.create) and callable(client.deals.search)

    def test_progress_of_versions(self, crm: StandIn) -> None:
        """hubspot-api-client: date-versioned paths are not reached at all (#495)."""
        client = crm.client()
        client.tasks.batch.create([{"properties": SUBJECT}], batching=BatchOptions(single=True))
        assert "/crm/objects/2026-09/tasks/batch/create" in crm.requests[0].request.url
