"""A package has those parts of the client core that its document needs or its project asks for, and no others."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from specloom.diagnostics import SpecloomError
from specloom.emit.sections import keep_features
from specloom.pipeline import generate
from specloom.python.layout.features import BASE, FEATURES, modules_of, public_name, with_needs
from specloom.templates import template_root

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import Package, project_of
from tests.support.loopback import Answer, Loopback, json_answer

CORE = template_root() / "%module" / "_core"
PETSTORE = Path(__file__).parents[2] / "examples" / "pets" / "pets.yaml"
MOST_LINES = 5_060
ASKED = tuple(public_name(name) for name, each in FEATURES.items() if each.summary)


def imported(module: str, features: Collection[str] | None = None) -> Iterator[str]:
    """The modules of the core that one of them imports, wherever in it, or in its parts for features."""
    text = (CORE / f"{module.replace('.', '/')}.py").read_text("utf-8")
    here = module.split(".")
    for node in ast.walk(ast.parse(text if features is None else keep_features(text, features))):
        if isinstance(node, ast.ImportFrom) and node.level:
            room = [*here[: -node.level], *filter(None, (node.module or "").split("."))]
            found = [".".join([*room, alias.name]) for alias in node.names]
            paths = [each for each in found if (CORE / f"{each.replace('.', '/')}.py").exists()]
            yield from paths or [".".join(room)]


def modules() -> list[str]:
    """All modules of the core."""
    found = (path.relative_to(CORE).with_suffix("") for path in CORE.rglob("*.py"))
    return sorted(".".join(path.parts) for path in found)


def test_each_module_of_the_core_is_in_one_feature() -> None:
    owned = [*BASE.split(), *(each for one in FEATURES.values() for each in one.modules.split())]
    assert sorted(owned) == modules()


@pytest.mark.parametrize("feature", ["", *FEATURES])
def test_a_feature_imports_nothing_that_may_be_absent(feature: str) -> None:
    features = with_needs([feature] if feature else [])
    present = modules_of(features)
    assert not [
        (module, other)
        for module in present
        for other in imported(module, features)
        if other not in present
    ]


# The rooms of the core, each of which imports those before it. What is on one line is independent.
ROOMS = (
    "secret transport event_loop progress support",
    "errors",
    "codec",
    "http",
    "operation",
    "body",
    "auth",
    "settings",
    "retries",
    "options",
    "configuration limits",
    "call lazy",
    "client",
    "resource",
    "batch paging streaming",
)


def test_rooms_of_the_core_import_one_way() -> None:
    floors = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms.split()}
    wrong = [
        (module, other)
        for module in modules()
        if module != "__init__"
        for other in imported(module)
        if (here := module.partition(".")[0]) != (there := other.partition(".")[0])
        and floors[there] >= floors[here]
    ]
    assert wrong == []


@pytest.fixture(scope="module")
def petstore_text() -> str:
    return PETSTORE.read_text("utf-8")


def lines(package: Package) -> int:
    """The lines of all modules of a package."""
    root = package.folder / package.name
    return sum(len(path.read_text("utf-8").splitlines()) for path in root.rglob("*.py"))


def import_all(package: Package) -> None:
    """Import every module of a package."""
    for path in sorted((package.folder / package.name).rglob("*.py")):
        relative = path.relative_to(package.folder / package.name).with_suffix("")
        package.module(".".join(relative.parts).removesuffix("__init__").strip("."))


def core_of(package: Package) -> set[str]:
    """The modules of the core that a package has."""
    root = package.folder / package.name / "_core"
    return {".".join(path.relative_to(root).with_suffix("").parts) for path in root.rglob("*.py")}


def test_a_petstore_is_small_and_whole(
    generated: Generated, petstore_text: str, server: Loopback, mypy_strict: MypyStrict
) -> None:
    shop = generated(petstore_text)
    assert lines(shop) <= MOST_LINES
    assert core_of(shop) == set(BASE.split())
    import_all(shop)
    mypy_strict(shop.folder / shop.name)
    names = shop.module()
    timing = names.Timing(sleep=lambda seconds: None)
    with shop.client("secret", base_url=server.url, timing=timing) as client:
        server.answer(Answer(503), json_answer({"id": 1, "name": "Rex", "chip": [7]}))
        pet = client.pets.get(1)
        assert [request.method for request in server.requests] == ["GET", "GET"]
        assert (pet.name, pet.unknown_fields) == ("Rex", {"chip": [7]})
        assert pet.to_dict() == {"id": 1, "name": "Rex", "chip": [7]}
        server.answer(json_answer({"code": 7, "message": "no such pet"}, status=404))
        with pytest.raises(names.NotFoundError, match="no such pet") as caught:
            client.pets.delete(2)
        assert caught.value.body.code == 7
        server.answer(Answer(500))
        with pytest.raises(names.InternalServerError):
            client.pets.create(name="Mia")  # is not repeated
        assert len(server.requests) == 4
    assert server.requests[0].headers["authorization"] == "Bearer secret"


def test_all_features_together(generated: Generated, petstore_text: str) -> None:
    shop = generated(petstore_text, features=ASKED)
    import_all(shop)
    asked = with_needs(name for name, each in FEATURES.items() if each.summary)
    assert core_of(shop) == modules_of(asked)


def test_a_feature_that_is_asked_for_comes_with_its_exports_and_extras(
    generated: Generated, petstore_text: str
) -> None:
    plain = generated(petstore_text)
    for name in ("Outcome", "File", "track", "LocalRateLimiter", "RedisRateLimiter", "OAuthError"):
        assert not hasattr(plain.module(), name)
    assert not hasattr(plain.module("transports"), "AiohttpTransport")
    assert "optional-dependencies" not in plain.text("pyproject.toml")
    asked = generated(petstore_text, features=("aiohttp", "redis", "files", "streaming"))
    assert asked.module("transports").AiohttpTransport
    assert asked.module().RedisRateLimiter and asked.module().File and asked.module().track
    assert asked.module("streaming").download
    extras = asked.text("pyproject.toml").partition("[project.optional-dependencies]")[2]
    wanted = ("aiohttp", "progress", "redis", "pyreqwest", "opentelemetry")
    assert [name for name in wanted if f"{name} = " in extras] == ["aiohttp", "progress", "redis"]


def test_an_unknown_feature_is_an_error_with_the_nearest_one(
    tmp_path: Path, petstore_text: str
) -> None:
    with pytest.raises(SpecloomError) as caught:
        generate(project_of(petstore_text, tmp_path, "shop", "", features=("pyrequest",)))
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.location and diagnostic.location.line) == (
        "unknown-feature",
        6,
    )
    assert diagnostic.hint and "'pyreqwest'" in diagnostic.hint


HEAD = 'openapi: 3.1.0\ninfo: {title: Shop, version: "1"}\n'
OK = '"200": {description: Done., content: {%s}}'
JSON_OK = OK % "application/json: {schema: {type: object}}"
NEEDS = {
    "paging": """
paths:
  /things:
    get:
      x-specloom-pagination: {in: query, cursor: after, next: /next, items: /items}
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        "200":
          description: Things.
          content:
            application/json:
              schema:
                type: object
                properties: {items: {type: array, items: {type: string}}, next: {type: string}}
""",
    "forms": """
paths:
  /things:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {$ref: "#/components/schemas/Thing"}
      responses: {"204": {description: Done.}}
components: {schemas: {Thing: {type: object, properties: {name: {type: string}}}}}
""",
    "uploads": """
paths:
  /things:
    put:
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"204": {description: Done.}}
""",
    "streaming": """
paths:
  /things:
    get:
      responses: {"200": {description: Events., content: {text/event-stream: {}}}}
""",
    "xml": """
paths:
  /things:
    get:
      responses:
        "200":
          description: A thing.
          content: {application/xml: {schema: {$ref: "#/components/schemas/Thing"}}}
components:
  schemas: {Thing: {type: object, xml: {name: thing}, properties: {name: {type: string}}}}
""",
    "oauth": """
security: [{login: []}]
paths: {/things: {get: {responses: {"204": {description: Done.}}}}}
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: "https://a.example/token", scopes: {}}
""",
    "scalars": """
paths:
  /things:
    get:
      responses:
        "200":
          description: How long.
          content: {application/json: {schema: {type: string, format: duration}}}
""",
    "unions": """
paths:
  /things:
    get:
      responses:
        "200":
          description: A circle or a square.
          content:
            application/json:
              schema:
                oneOf:
                  - {type: object, required: [radius], properties: {radius: {type: integer}}}
                  - {type: object, required: [side], properties: {side: {type: integer}}}
""",
    "additional fields": """
paths:
  /things:
    get:
      responses:
        "200":
          description: Days by name.
          content:
            application/json:
              schema:
                type: object
                properties: {name: {type: string}}
                additionalProperties: {type: string, format: date}
""",
    "constants": """
paths:
  /things:
    get:
      responses:
        "200":
          description: A thing.
          content:
            application/json:
              schema:
                type: object
                required: [kind]
                properties: {kind: {const: thing}, size: {type: integer}}
""",
    "charsets": """
paths:
  /things:
    post:
      requestBody:
        content: {"application/json; charset=iso-8859-1": {schema: {type: string}}}
      responses: {"204": {description: Done.}}
""",
    "api keys": """
security: [{key: []}]
paths: {/things: {get: {responses: {"204": {description: Done.}}}}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
""",
    "basic credentials": """
security: [{login: []}]
paths: {/things: {get: {responses: {"204": {description: Done.}}}}}
components: {securitySchemes: {login: {type: http, scheme: basic}}}
""",
    "error fields": """
paths:
  /things:
    get:
      responses:
        "204": {description: Done.}
        default:
          description: An error.
          content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}
components:
  schemas:
    Fault:
      type: object
      x-specloom-error: {message: text, category: kind}
      properties: {text: {type: string}, kind: {type: string}}
""",
    "styles": """
paths:
  /things:
    get:
      parameters: [{name: size, in: query, style: deepObject, schema: {type: object}}]
      responses: {"204": {description: Done.}}
""",
}
CREDENTIALS: dict[str, dict[str, Any]] = {
    "oauth": {"login": "token"},
    "api keys": {"key": "secret"},
    "basic credentials": {"login": ("user", "secret")},
}


def use_paging(client: Any, server: Loopback) -> None:
    server.answer_json({"items": ["a"], "next": "2"})
    server.answer_json({"items": ["b"]})
    assert list(client.things.list()) == ["a", "b"]


def use_forms(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.create(name="a b")
    assert server.requests[-1].body == b"name=a+b"


def use_uploads(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.replace(iter([b"a", b"b"]))
    assert server.requests[-1].body == b"ab"


def use_streaming(client: Any, server: Loopback) -> None:
    headers = {"Content-Type": "text/event-stream"}
    server.answer(Answer(200, b"data: 1\n\ndata: 2\n\n", headers))
    assert [event.data for event in client.things.get()] == ["1", "2"]


def use_xml(client: Any, server: Loopback) -> None:
    headers = {"Content-Type": "application/xml"}
    server.answer(Answer(200, b"<thing><name>a</name></thing>", headers))
    assert client.things.get().name == "a"


def use_oauth(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.get()
    assert server.requests[-1].headers["authorization"] == "Bearer token"


def use_scalars(client: Any, server: Loopback) -> None:
    server.answer_json("PT1M")
    assert client.things.get().total_seconds() == 60


def use_unions(client: Any, server: Loopback) -> None:
    server.answer_json({"side": 2, "extra": 1})
    found = client.things.get()
    assert (found.side, found.unknown_fields) == (2, {"extra": 1})


def use_additional_fields(client: Any, server: Loopback) -> None:
    server.answer_json({"name": "a", "b": "2026-03-01", "c": "soon"})
    found = client.things.get().additional_fields
    assert found == {"b": date(2026, 3, 1), "c": "soon"}


def use_constants(client: Any, server: Loopback) -> None:
    server.answer_json({"size": 1})
    found = client.things.get()
    assert found.misfits == {"kind": "missing"} and type(found)().kind == "thing"


def use_charsets(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.create("é€")
    assert server.requests[-1].body == b'"\xe9\\u20ac"'


def use_api_keys(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.get()
    assert server.requests[-1].headers["x-key"] == "secret"


def use_basic_credentials(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.get()
    assert server.requests[-1].headers["authorization"] == "Basic dXNlcjpzZWNyZXQ="


def use_error_fields(client: Any, server: Loopback) -> None:
    server.answer_json({"text": "no", "kind": "K"}, status=409)
    with pytest.raises(Exception, match=r"no \(category K\)") as caught:
        client.things.get()
    error: Any = caught.value
    assert (error.status, error.category, error.existing_id) == (409, "K", None)


def use_styles(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.get(size={"min": 1})
    assert server.requests[-1].target == "/things?size%5Bmin%5D=1"


@pytest.mark.parametrize("feature", NEEDS)
def test_a_document_that_needs_a_feature_gets_it(
    generated: Generated, server: Loopback, feature: str
) -> None:
    made = generated(HEAD + NEEDS[feature])
    assert set(FEATURES[feature].modules.split()) <= core_of(made)
    import_all(made)
    others = {name for name in NEEDS if name not in with_needs([feature])}
    assert not [name for name in others if set(FEATURES[name].modules.split()) & core_of(made)]
    with made.client(base_url=server.url, **CREDENTIALS.get(feature, {})) as client:
        globals()[f"use_{feature.replace(' ', '_')}"](client, server)
