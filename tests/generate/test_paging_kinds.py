"""Test lists that page by numbers, offsets, URLs and Link headers: each item arrives once, and the list ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from specloom.diagnostics import SpecloomError
from specloom.pipeline import compile_project

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD, Package, importable, made_of, project_of
from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

COUNT = 7
ITEMS = [{"id": number} for number in range(COUNT)]
PAGE = "x-specloom-pagination"


def operation(path: str, paging: str, page: str, *parameters: str) -> str:
    declared = ", ".join(
        f"{{name: {each}, in: query, schema: {{type: integer}}}}" for each in parameters
    )
    return f"""\
  {path}:
    get:
      {PAGE}: {{{paging}}}
      parameters: [{declared}]
      responses: {{"200": {{description: a page, content: {{application/json: {{schema: {page}}}}}}}}}
"""


ARRAY = '{type: array, items: {$ref: "#/components/schemas/Item"}}'
OBJECT = f"""{{type: object, properties: {{data: {ARRAY}, total: {{type: integer}}, pages: {{type: integer}},
        more: {{type: boolean}}, next: {{type: string, nullable: true}}}}}}"""
DOCUMENT = (
    f"{HEAD}paths:\n"
    + operation("/pages", "page: page, items: /data, size: size", OBJECT, "page", "size")
    + operation("/zero", "page: page, start: 0, pages: /pages, items: /data", OBJECT, "page")
    + operation("/counted", "page: page, total: /total, items: /data, size: size", OBJECT, "page", "size")
    + operation("/offsets", 'offset: skip, items: ""', ARRAY, "skip")
    + operation("/ended", "offset: skip, more: /more, items: /data", OBJECT, "skip")
    + operation("/totals", "offset: skip, start: 1, total: /total, items: /data", OBJECT, "skip")
    + operation("/urls", "url: /next, items: /data", OBJECT, "size")
    + operation("/items", "cursor: after, in: query, last: /id, items: /data", OBJECT, "after")
    + operation("/last", "cursor: after, in: query, last: /id, more: /more, items: /data", OBJECT, "after")
    + operation("/links", 'link: next, items: ""', ARRAY, "size")
    + "components: {schemas: {Item: {type: object, required: [id], properties: {id: {type: integer}}}}}\n"
)  # fmt: skip


class Api:
    """Answers with pages of three items, or of `size` items if that is fewer."""

    def __init__(self) -> None:
        self.address = ""
        self.next_url: Callable[[str, int], str] = lambda path, start: (
            f"{self.address}{path}?size=3&from={start}"
        )

    def __call__(self, request: RecordedRequest) -> Answer:
        query, path = dict(request.query), request.path
        size = min(int(query.get("size", 3)), 3)
        match path.rpartition("/")[2]:
            case "pages" | "counted":
                start = (int(query.get("page", 1)) - 1) * size
            case "zero":
                start = int(query["page"]) * size
            case "totals":
                start = int(query["skip"]) - 1
            case "items" | "last":
                start = int(query.get("after", -1)) + 1
            case "offsets" | "ended":
                start = int(query["skip"])
            case _:
                start = int(query.get("from", 0))
        items, end = ITEMS[start : start + size], start + size
        following = self.next_url(path, end) if end < COUNT else None
        if path in ("/offsets", "/links"):
            link = (
                f'<https://docs.example/>; rel="help", <{following}>; title="a, b"; rel="last next"'
            )
            headers = {"Link": link} if path == "/links" and following else {}
            return json_answer(items, headers=headers)
        pages = -(-COUNT // size)
        body = {"data": items, "total": COUNT, "pages": pages, "more": end < COUNT}
        return json_answer({**body, "next": following})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    folder = tmp_path_factory.mktemp("kinds")
    package = made_of(project_of(DOCUMENT, folder, "paging_kinds"))
    with importable(package.folder, package.name):
        yield package


@pytest.fixture
def api() -> Iterator[tuple[Api, Loopback]]:
    api = Api()
    with Loopback(api) as server:
        api.address = server.url
        yield api, server


REQUESTS = {
    "pages": 4,  # the last one is empty
    "zero": 3,
    "counted": 3,
    "offsets": 4,
    "ended": 3,
    "totals": 3,
    "items": 4,
    "last": 3,
    "urls": 3,
    "links": 3,
}


@pytest.mark.parametrize("name", REQUESTS)
def test_each_item_arrives_once(made: Package, api: tuple[Api, Loopback], name: str) -> None:
    _, server = api

    async def run() -> None:
        async with made.async_client(base_url=server.url) as client:
            resource = getattr(client, name)
            assert [each.id async for each in resource.list()] == list(range(COUNT))
            pages = [each async for each in resource.list().raw_pages()]
            assert len(pages) == REQUESTS[name]

    with made.client(base_url=server.url) as client:
        resource = getattr(client, name)
        assert [each.id for each in resource.list()] == list(range(COUNT))
        assert len(server.requests) == REQUESTS[name]
        assert len([each.parse() for each in resource.list().raw_pages()]) == REQUESTS[name]
        pages = resource.list().pages()
        first = next(pages)
        resumed = [each.id for each in resource.list().resume(pages.cursor)]
        assert first is not None and resumed == list(range(3, COUNT))
        assert resource.list().first().id == 0
    asyncio.run(run())


def test_the_size_and_the_first_page_are_arguments(
    made: Package, api: tuple[Api, Loopback]
) -> None:
    _, server = api
    with made.client(base_url=server.url) as client:
        assert [each.id for each in client.pages.list(page=2, size=2)] == [2, 3, 4, 5, 6]
        assert [dict(each.query)["page"] for each in server.requests] == ["2", "3", "4", "5"]
        assert [each.id for each in client.counted.list(page=3)] == [6]
        assert client.counted.list().count() == COUNT
        assert dict(server.requests[-1].query)["size"] == "1"
        assert [each.id for each in client.urls.list(size=2)] == list(range(COUNT))
        assert server.requests[-1].query == [("size", "3"), ("from", "5")]


def test_a_list_that_repeats_its_page_ends_with_an_error(made: Package) -> None:
    same = json_answer({"data": ITEMS[:2]})
    with Loopback(lambda _: same) as server, made.client(base_url=server.url) as client:
        found = iter(client.pages.list())
        assert [next(found).id, next(found).id] == [0, 1]
        with pytest.raises(made.module().PaginationError, match="the same items for page=2"):
            list(found)


URLS = {
    "relative": lambda path, start: f"{path}?from={start}",
    "query": lambda _, start: f"?from={start}",
    "other path": lambda path, start: f"/v2{path}?from={start}",
    "not encoded": lambda path, start: f"{path}?q=a b&from={start}",
}


@pytest.mark.parametrize("name", ["urls", "links"])
@pytest.mark.parametrize("kind", URLS)
def test_urls_that_servers_return(
    made: Package, api: tuple[Api, Loopback], name: str, kind: str
) -> None:
    own, server = api
    own.next_url = URLS[kind]
    with made.client(base_url=server.url) as client:
        found = getattr(client, name).list()
        if kind == "other path":  # the server of the test knows no such path
            server.answer(*[own(each) for each in _walk(name)])
        assert [each.id for each in found] == list(range(COUNT))


def _walk(name: str) -> list[RecordedRequest]:
    paths = [f"/{name}", f"/{name}?from=3", f"/{name}?from=6"]
    return [RecordedRequest("GET", each, {}, b"", 1) for each in paths]


@pytest.mark.parametrize("name", ["urls", "links"])
def test_no_page_of_another_server_is_requested(
    made: Package, api: tuple[Api, Loopback], name: str
) -> None:
    own, server = api
    refused = made.module().PaginationError
    hosts = ("https://evil.example", "//evil.example", "http://u:p@127.0.0.1", "ftp://127.0.0.1")
    for host in hosts:
        own.next_url = lambda path, _, host=host: f"{host}{path}"
        with made.client(base_url=server.url) as client:
            found = getattr(client, name).list()
            items = iter(found)
            assert [next(items).id for _ in range(3)] == [0, 1, 2]
            with pytest.raises(refused, match="the next page is on another server"):
                next(items)
    assert len(server.requests) == len(hosts)


def test_a_proxy_may_hide_https(made: Package) -> None:
    from importlib import import_module

    locate = import_module(f"{made.name}._core.codec.next_url").locate
    assert locate("https://a.example/v1/x?q=1", "http://A.example/v1/x?page=2") == (
        "https://a.example", "/v1/x", "page=2",
    )  # fmt: skip
    for bad in ("https://a.example:8443/x", "https://a.example:x/", "http://[", "/x\n"):
        with pytest.raises(made.module().PaginationError):
            locate("https://a.example/v1/x", bad)


def test_credentials_are_sent_with_each_page(generated: Generated) -> None:
    """An API key in the query is neither repeated nor shown."""
    text = DOCUMENT.replace("components: {", "security: [{key: []}]\ncomponents: {securitySchemes: "
        "{key: {type: apiKey, in: query, name: key}}, ")  # fmt: skip
    made = generated(text)
    api = Api()
    api.next_url = lambda path, start: f"{path}?key=s3cret&from={start}"
    with Loopback(api) as server, made.client(key="s3cret", base_url=server.url) as client:
        assert len(list(client.links.list())) == COUNT
        assert [dict(each.query)["key"] for each in server.requests] == ["s3cret"] * 3
        assert all(each.target.count("key=") == 1 for each in server.requests)
        server.answer(api(server.requests[0]), Answer(404))
        with pytest.raises(made.module().NotFoundError) as caught:
            list(client.links.list())
        assert "s3cret" not in str(caught.value) + repr(caught.value)


def test_the_types(made: Package, mypy_strict: MypyStrict, tmp_path: Path) -> None:
    caller = tmp_path / "caller.py"
    caller.write_text("""
from paging_kinds import PagingKinds
from paging_kinds.models import Item

def call(client: PagingKinds) -> list[Item]:
    return [*client.links.list(), *client.offsets.list(skip=2).take(3)]
""")
    mypy_strict(made.folder / made.name, caller)


@pytest.mark.parametrize(
    ("paging", "message"),
    [
        ("items: /data", "one of cursor, page, offset, url, link must say how to get the next page"),
        ("page: page, offset: skip, items: /data", "not page and offset together"),
        ("page: page, next: /next, items: /data", "'next' has no meaning for paging by 'page'"),
        (
            "cursor: page, in: query, last: /id, next: /next, items: /data",
            "'next' has no meaning for paging by 'cursor' with 'last'",
        ),
        ("page: page, start: -1, items: /data", "'start' must be an integer that is not negative"),
        ("page: number, items: /data", "the query has no parameter 'number'"),
        ("page: page, in: header, items: /data", "the page cannot be sent in 'header'"),
        ("link: next, items: /nothing", "/nothing are not an array in the response"),
    ],
)  # fmt: skip
def test_what_the_extension_must_not_say(tmp_path: Path, paging: str, message: str) -> None:
    text = f"{HEAD}paths:\n" + operation("/pages", paging, OBJECT, "page") + (
        "components: {schemas: {Item: {type: object, properties: {id: {type: integer}}}}}\n"
    )  # fmt: skip
    project = project_of(text, tmp_path, "wrong_kinds")
    with pytest.raises(SpecloomError) as caught:
        made_of(project)
        compile_project(project)
    assert message in str(caught.value.diagnostics)
