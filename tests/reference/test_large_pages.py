"""What keeps pages of large documents small: fields and descriptions that a page has several times are shown once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner
from specloom.cli import main
from specloom.reference.planning.changes import field_changes
from specloom.reference.views import ChangeView, FieldView

from tests.reference.pages import Element, fields_of, parse

WIDE = 60
"""How many operations a resource has that needs several pages."""


def described(names: str, **more: Any) -> dict[str, Any]:
    properties = {each: {"type": "string", "description": f'The "{each}".'} for each in names}
    return {"type": "object", "properties": {**properties, **more}}


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def answering(name: str, **more: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": reference(name)}}
    return {
        "tags": ["shops"],
        "responses": {"200": {"description": "Done.", "content": content}},
        **more,
    }


def wide(index: int) -> dict[str, Any]:
    schema = described("".join(chr(0x4E00 + each) for each in range(25)))
    content = {"application/json": {"schema": schema}}
    return {
        "summary": f"Number {index}",
        "description": 'See <a href="/docs/absent">the manual</a>.',
        "tags": ["wide"],
        "responses": {"200": {"description": "Done.", "content": content}},
    }


ALTERNATIVES: list[dict[str, list[str]]] = [
    {"login": ["read"]},
    {"login": ["write"]},
    {"login": ["read"], "key": []},
    {"login": ["write"], "key": []},
    {"other": []},
]
"""Two ways to authenticate, each with two alternatives for the scopes, and one that sends the same as the first."""


DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Shops", "version": "1"},
    "servers": [{"url": "https://shops.example"}],
    "security": [{"login": ["read"]}],
    "paths": {
        "/shops": {"get": answering("Shop", operationId="list"), "post": answering("Order", operationId="order")},
        "/shops/errors": {"get": answering("Small", operationId="errors", security=ALTERNATIVES)},
        "/shops/small": {"get": answering("Small", operationId="small")},
        "/wide": {"get": wide(0)},
        "/shops/large": {
            "get": answering("Large", operationId="large"),
            "put": answering("Large", operationId="largest"),
        },
        **{
            f"/wide/part{index}": {"get": wide(index)} for index in range(1, WIDE)
        },
    },
    "components": {
        "schemas": {
            "Shop": described("ab", owner=reference("Owner"), pair=reference("Pair")),
            "Order": described("c", owner=reference("Owner"), pair=reference("Pair")),
            "Small": described("d", pair=reference("Pair")),
            "Owner": described("efghij", parent=reference("Owner"), address=reference("Address")),
            "Address": described("klm", region=reference("Region")),
            "Region": described("n", country=reference("Country")),
            "Country": described("o", code=described("p")),
            "Pair": described("qr"),
            "Large": described("".join(chr(0x4E00 + each) for each in range(40))),
        },
        "securitySchemes": {
            "login": {
                "type": "oauth2", "description": "Ask an administrator.",
                "flows": {"clientCredentials": {"tokenUrl": "https://shops.example/t", "scopes": {"read": "Read shops.", "write": "Update shops."}}},
            },
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "other": {"type": "http", "scheme": "bearer"},
        },
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("shops")
    (folder / "api.json").write_text(json.dumps(DOCUMENT))
    out = folder / "out"
    result = CliRunner().invoke(main, ["docs", str(folder / "api.json"), "--output", str(out)])
    assert result.exit_code == 0, result.output
    return {
        each.relative_to(out / "en").as_posix(): each.read_text("utf-8")
        for each in (out / "en").rglob("*.*")
    }


@pytest.fixture(scope="module")
def page(files: dict[str, str]) -> Element:
    return parse(files["api/shops.html"])


def answer(page: Element, route: str) -> Element:
    """Return the response of the operation with a method and a path."""
    for section in page.every("section", "op"):
        if section.one("p", "route").text == route:
            return section.one("details", "answer")
    raise AssertionError(route)


def test_fields_of_a_model_are_shown_once_and_linked(page: Element) -> None:
    links = [each for each in page.every("a", "inside") if each.text == "8 fields"]
    assert len(links) == 2 and len({each.attributes["href"] for each in links}) == 1
    section = page.by_id(links[0].attributes["href"].removeprefix("#"))
    shown = fields_of(section.one("ul", "fields"), "required")
    assert list(shown) == [*"efghij", "parent", "address"] and not shown["parent"].fields
    assert shown["address"].fields["region"].fields["country"].fields["o"].type == "string"
    for operation in ("GET /shops", "POST /shops"):
        found = fields_of(answer(page, operation).one("ul", "fields"), "required", page)
        assert list(found["owner"].fields) == list(shown)


def test_a_way_to_authenticate_is_shown_once_for_all_its_scopes(page: Element) -> None:
    section = next(
        e for e in page.every("section", "op") if e.one("p", "route").text == "GET /shops/errors"
    )
    (ways,) = section.every("ul", "auth")
    names = [[code.text for code in way.every("code", "n")] for way in ways.own("li")]
    assert names == [["login", "other"], ["login", "key"]]
    (scopes,) = section.every("ul", "scopes")
    assert [[code.text for code in each.every("code")] for each in scopes.own("li")] == [
        ["read"],
        ["write"],
    ]


def test_few_fields_open_in_their_place(page: Element) -> None:
    for operation in ("GET /shops", "POST /shops", "GET /shops/errors", "GET /shops/small"):
        found = fields_of(answer(page, operation).one("ul", "fields"), "required")
        assert list(found["pair"].fields) == ["q", "r"]


def test_a_large_response_that_operations_have_in_common_is_shown_once(page: Element) -> None:
    for operation in ("GET /shops/large", "PUT /shops/large"):
        (link,) = answer(page, operation).own("a", "inside")
        assert link.text == "40 fields"
        section = page.by_id(link.attributes["href"].removeprefix("#"))
        assert len(fields_of(section.one("ul", "fields"), "required")) == 40


def test_markdown_lists_the_fields_of_a_response_once(files: dict[str, str]) -> None:
    text = files["api/shops.md"]
    # Two operations respond with each of these.
    assert text.count("- `d` (`string`)") == 1 and text.count("(../models/api/Small.md)") == 2
    assert text.count("(../models/api/Large.md)") == 2


def test_descriptions_of_authorization_are_shown_once(page: Element) -> None:
    text = page.text
    assert text.count("Ask an administrator.") == text.count("Read shops.") == 1
    for operation in page.every("section", "op"):
        scheme = operation.one("ul", "auth").one("a")
        assert scheme.text == "login" and "Bearer" in operation.text
        assert "Ask an administrator." in page.by_id(scheme.attributes["href"][1:]).text


def test_pages_of_models_open_some_levels_and_link_to_the_others(files: dict[str, str]) -> None:
    page = parse(files["models/api/Owner.html"])
    found = fields_of(page.one("ul", "fields"), "required")
    address = found["address"].fields
    assert list(address) == [*"klm", "region"] and not address["region"].fields
    assert [each.attributes["href"] for each in page.every("a", "inside")] == [
        "../../models/api/Region.html"
    ]
    assert "[`Region`](../../models/api/Region.md)" in files["models/api/Owner.md"]
    assert "[`Owner`](../models/api/Owner.md)" in files["api/shops.md"]


def test_a_resource_with_many_operations_has_several_pages(files: dict[str, str]) -> None:
    paths = sorted(each for each in files if each.startswith("api/wide") and each.endswith("html"))
    assert len(paths) > 1 and all(len(files[each]) < 400_000 for each in paths)
    assert all(each.removesuffix("html") + "md" in files for each in paths)
    shown = [
        section.one("h3").text
        for each in paths
        for section in parse(files[each]).every("section", "op")
    ]
    assert sorted(shown) == sorted(f"Number {index}" for index in range(WIDE))
    first = parse(files["api/wide.html"])
    links = [each.attributes["href"] for each in first.one("nav", "parts").every("a")]
    assert sorted(links) == [f"../{each}" for each in paths]
    start = files["index.html"]
    assert 'href="api/wide.html"' in start and 'href="api/wide.2.html"' not in start
    version = parse(files["api/index.html"])
    assert f"{WIDE} operations" in version.text
    assert "api/wide.2.html" in files["search.js"]


def test_quotes_in_text_are_not_escaped(files: dict[str, str], page: Element) -> None:
    assert 'The "a".' in files["api/shops.html"] and 'The "a".' in page.text
    assert not any("&#34;" in text for path, text in files.items() if path.endswith(".html"))


def test_fields_that_only_one_version_opens_are_no_change() -> None:
    inside = (FieldView("a", "string"), FieldView("b", "string"))
    opened = FieldView("filter", "object", model="models/v1/Filter.html", children=inside)
    closed = FieldView("filter", "object", model="models/v2/Filter.html")
    fewer = FieldView("filter", "object", model="models/v2/Filter.html", children=inside[:1])
    assert [*field_changes("response", (opened,), (closed,))] == []
    assert [*field_changes("response", (closed,), (opened,))] == []
    removed = ChangeView("response_removed", ("filter.b",))
    assert [*field_changes("response", (opened,), (fewer,))] == [removed]
    gone = ChangeView("request_removed", ("filter",))
    assert [*field_changes("request", (opened,), ())] == [gone]
