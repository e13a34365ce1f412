"""Test lists in the query that are too long for one URL: several requests, one result."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hubspot_crm._core.call.long_queries import Split
from hubspot_crm._core.call.request import Arguments
from hubspot_crm._core.errors import (
    ApiError,
    ApiTimeoutError,
    DecodingError,
    InputError,
    NotFoundError,
)
from hubspot_crm._core.operation import Operation, Parameter
from hubspot_crm._core.options import RequestOptions
from hubspot_crm._core.transport import Headers, Request, Response
from hypothesis import given, settings
from hypothesis import strategies as st

from .scripted import Drive, Script, answer, drive_sync

PARAMETERS = (("fields", "/fields"), ("history", "/more/history"))


def operation(*, joined: bool = True, limit: int = 500, items: str = "") -> Operation[Any]:
    names = [Parameter(name, "query", is_joined=joined) for name in ("fields", "history")]
    return Operation(
        "GET",
        "/things",
        parameters=(Parameter("page", "query"), *names),
        responses={200: object, 404: object},
        split=Split(limit=limit, parameters=PARAMETERS, items=items, key="/id"),
    )


class Api(Script):
    """Returns what a query lists, of things with the ids that `ids` returns."""

    def __init__(self, ids: Callable[[int], list[int]] | None = None, limit: int = 500) -> None:
        super().__init__(())
        self.ids, self.limit = ids, limit

    def answer(self, request: Request) -> Response:
        self.requests.append(request)
        self.now += self.seconds_per_answer
        if len(request.url) > self.limit:
            return answer(414, {})
        asked = self.asked(request)
        numbers = [1] if self.ids is None else self.ids(len(self.requests))
        things = [self.thing(number, asked) for number in numbers]
        body = things[0] if self.ids is None else {"results": things, "next": "n"}
        return Response(200, Headers(), json.dumps(body).encode())

    def thing(self, number: int, asked: dict[str, list[str]]) -> dict[str, Any]:
        fields = asked.get("fields") or ["usual"]
        found: dict[str, Any] = {
            "id": number,
            "more": None,
            "fields": dict.fromkeys(fields, f"{number}"),
        }
        if "history" in asked:
            found["more"] = {"history": {name: [1.10] for name in asked["history"]}}
        return found

    @staticmethod
    def asked(request: Request) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, value in parse_qsl(urlsplit(request.url).query):
            found.setdefault(name, []).extend(value.split(","))
        return found


def call(drive: Drive, api: Script, what: Operation[Any], **query: Any) -> Any:
    options = query.pop("options", None)
    arguments = Arguments("", query=query)
    return drive(api, lambda c: c(what, arguments, options), access_token="t")


FIELDS = [f"field_{number}" for number in range(200)]
HISTORY = [f"entry_{number}" for number in range(30)]


@pytest.mark.parametrize("joined", [True, False])
def test_one_object(scripted: Drive, joined: bool) -> None:
    api = Api()
    found = call(scripted, api, operation(joined=joined), fields=FIELDS, history=HISTORY, page=3)
    assert list(found["fields"]) == FIELDS and list(found["more"]["history"]) == HISTORY
    assert len(api.requests) == (5 if joined else 9)
    assert all(api.asked(each)["page"] == ["3"] for each in api.requests)


def test_the_items_of_a_page(scripted: Drive) -> None:
    api = Api(lambda _: [3, 1, 2])
    found = call(scripted, api, operation(items="/results"), fields=FIELDS, history=HISTORY)
    assert [each["id"] for each in found["results"]] == [3, 1, 2] and found["next"] == "n"
    for each in found["results"]:
        assert list(each["fields"]) == FIELDS and set(each["fields"].values()) == {str(each["id"])}
        assert list(each["more"]["history"]) == HISTORY


@pytest.mark.parametrize("query", [{"fields": FIELDS[:20]}, {"fields": []}, {"fields": "a"}, {}])
def test_a_short_list_is_one_request(scripted: Drive, query: dict[str, Any]) -> None:
    api = Api()
    wanted = list(query.get("fields") or ["usual"]) if query.get("fields") != "a" else ["a"]
    assert list(call(scripted, api, operation(), **query)["fields"]) == wanted
    assert len(api.requests) == 1


def test_every_request_lists_something(scripted: Drive) -> None:
    """A request without fields would return others than those that are asked for."""
    api = Api()
    found = call(scripted, api, operation(), fields=["one"], history=4 * HISTORY + FIELDS)
    assert list(found["fields"]) == ["one"] and len(found["more"]["history"]) == 230
    assert all("usual" not in request.url for request in api.requests)


def test_items_that_change_between_the_requests(scripted: Drive) -> None:
    api = Api(lambda number: [1, 2] if number == 1 else [2, 3])
    found = call(scripted, api, operation(items="/results"), fields=FIELDS)
    assert [each["id"] for each in found["results"]] == [2, 3]
    assert all(list(each["fields"]) == FIELDS for each in found["results"])
    restless = Api(lambda number: [number])
    with pytest.raises(ApiError, match="changed while .* 5 requests, 3 times; request fewer"):
        call(scripted, restless, operation(items="/results"), fields=FIELDS)
    assert len(restless.requests) == 15


def test_a_url_that_cannot_be_split_is_refused_unsent(scripted: Drive) -> None:
    for query in ({"fields": ["a" * 600]}, {"page": "b" * 600}):
        api = Api()
        with pytest.raises(
            InputError, match="URL has 6.. char.* at most 500. Pass fewer"
        ) as caught:
            call(scripted, api, operation(), **query)
        assert caught.value.limit == 500 and caught.value.parameter == next(iter(query))
        assert api.requests == []


def test_failures_of_one_request(scripted: Drive) -> None:
    whole = answer(200, {"id": 1, "fields": {}})
    for last, error in [
        (answer(404, {}), NotFoundError),
        (Response(200, Headers(), b"no json"), DecodingError),
    ]:
        script = Script([whole, last])
        with pytest.raises(error):
            call(scripted, script, operation(), fields=FIELDS)
        assert len(script.requests) == 2
    script = Script([whole, answer(500, {}), *4 * [whole]])
    call(scripted, script, operation(), fields=FIELDS)
    assert len(script.requests) == 6


def test_the_deadline_is_for_all_requests(scripted: Drive) -> None:
    api = Api()
    api.seconds_per_answer = 1.0
    with pytest.raises(ApiTimeoutError):
        call(scripted, api, operation(), fields=FIELDS, options=RequestOptions(deadline=2.5))
    assert len(api.requests) == 3


NAMES = st.lists(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters=","), min_size=1, max_size=9
    )
)


@settings(max_examples=20)
@given(NAMES, NAMES, st.integers(450, 3000), st.booleans())
def test_nothing_is_lost_and_no_url_is_too_long(
    fields: list[str], history: list[str], limit: int, joined: bool
) -> None:
    api = Api(limit=limit)
    found = call(
        drive_sync, api, operation(limit=limit, joined=joined), fields=fields, history=history
    )
    assert list(found["fields"]) == list(dict.fromkeys(fields)) or ["usual"]
    assert list((found["more"] or {"history": {}})["history"]) == list(dict.fromkeys(history))
