"""Test names that collide, and paths that have none."""

from __future__ import annotations

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.shapes import DONE, with_paths
from tests.support.loopback import Loopback

# --- names that meet --------------------------------------------------------------------------


def test_names_of_the_generated_modules_give_way_to_nobody(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    """Words of paths and models that generated modules use themselves."""
    actions = ["security", "errors", "pages", "batch", "security_2", "parameter", "operation"]
    paths = "\n".join(
        f"/account/{word}: {{post: {{security: [{{key: []}}], requestBody: {{content: "
        f"{{application/json: {{schema: {{$ref: '#/components/schemas/Resource'}}}}}}}}, responses: "
        f"{{'200': {{description: d, content: {{application/json: {{schema: "
        f"{{$ref: '#/components/schemas/{name}'}}}}}}}}}}}}}}"
        for word, name in zip(actions, MODELS, strict=False)
    )
    schemas = "".join(
        f"    {name}: {{type: object, properties: {{a: {{$ref: '#/components/schemas/SECURITY'}}}}}}\n"
        for name in MODELS
    )
    rest = f"components:\n  securitySchemes: {{key: {{type: http, scheme: bearer}}}}\n  schemas:\n{schemas}"
    package = generated(with_paths(paths, rest))
    for word in actions:
        server.answer_json({})
        with package.client("token", base_url=server.url) as client:
            getattr(client.account, word).create()
        assert server.requests[-1].path == f"/account/{word}"
        assert server.requests[-1].headers["authorization"] == "Bearer token"
    mypy_strict(package.folder / package.name)


MODELS = [
    "RequestOptions",
    "Operation",
    "Resource",
    "SECURITY",
    "ERRORS",
    "Parameter",
    "Client",
    "Timeout",
    "AsyncResource",
    "Account",
    "Pager",
    "UnsetType",
    "BATCH",
]


def test_operations_whose_constants_would_meet(generated: Generated, server: Loopback) -> None:
    package = generated(with_paths(f"""
/pets: {{get: {{{DONE}}}}}
/pets/batch/create: {{post: {{{DONE}}}}}
/pets/batch/delete: {{post: {{{DONE}}}}}
/pets/batch_create: {{post: {{{DONE}}}}}
"""))
    server.answer_json({})
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.pets.batch.create()
        client.pets.batch_create()
    assert [each.path for each in server.requests] == ["/pets/batch/create", "/pets/batch_create"]


def test_classes_of_resources_that_would_meet(generated: Generated, server: Loopback) -> None:
    package = generated(with_paths(f"""
/pets: {{get: {{{DONE}}}}}
/pets/photos: {{get: {{{DONE}}}, put: {{{DONE}}}}}
/pets-photos: {{get: {{{DONE}}}, delete: {{{DONE}}}}}
/photos1: {{get: {{{DONE}}}}}
/photos_1: {{delete: {{{DONE}}}}}
/async-pets: {{get: {{{DONE}}}}}
"""))
    for _ in range(5):
        server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.pets.photos.get()
        client.pets_photos.delete_all()
        client.photos1.get()
        client.photos_1.delete()
        client.async_pets.get()
    assert [each.path for each in server.requests] == [
        "/pets/photos",
        "/pets-photos",
        "/photos1",
        "/photos_1",
        "/async-pets",
    ]
    resources = package.module("resources")
    assert type(client.async_pets) is resources.AsyncPets_
    assert type(package.async_client(base_url=server.url).pets) is resources.AsyncPets


def test_one_name_in_several_locations(generated: Generated, server: Loopback) -> None:
    package = generated(with_paths("""
/things/{id}:
  put:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: id, in: query, schema: {type: string}}
      - {name: ID, in: header, schema: {type: string}}
    requestBody:
      content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
    responses: {"204": {description: Done.}}
"""))
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.things.replace("a", id_query="b", id_header="c", id_body="d")
    (request,) = server.requests
    assert (request.path, request.query) == ("/things/a", [("id", "b")])
    assert (request.headers["id"], request.json()) == ("c", {"id": "d"})


def test_credentials_with_names_of_the_client(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    names = ["from", "timeout", "base_url", "self", "super", "X-API.Key"]
    schemes = "".join(
        f"    {name}: {{type: apiKey, in: query, name: k{index}}}\n"
        for index, name in enumerate(names)
    )
    needed = ", ".join(f"{name}: []" for name in names)
    package = generated(
        with_paths(
            f"/a: {{get: {{security: [{{{needed}}}], {DONE}}}}}",
            f"components:\n  securitySchemes:\n{schemes}",
        )
    )
    server.answer_json({})
    credentials = {
        "from_": "0",
        "timeout_": "1",
        "base_url_": "2",
        "self_": "3",
        "super_": "4",
        "x_api_key": "5",
    }
    with package.client(**credentials, base_url=server.url) as client:
        client.a.get()
    assert server.requests[0].query == [(f"k{number}", str(number)) for number in range(6)]
    assert len(package.messages) == 5
    mypy_strict(package.folder / package.name)


def test_scripts_without_capitals(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    package = generated(
        with_paths(
            """
/名前:
  get:
    parameters: [{name: 検索, in: query, schema: {type: string}}]
    responses:
      "200":
        description: 名前
        content: {application/json: {schema: {$ref: "#/components/schemas/Name"}}}
/名前/検索:
  post:
    requestBody:
      content: {application/json: {schema: {type: object, properties: {検索: {type: string}}}}}
    responses: {"204": {description: Done.}}
""",
            "components:\n  schemas:\n    Name: {type: object, properties: "
            "{名前: {type: object, properties: {étage: {type: integer}}}}}\n",
        )
    )
    server.answer_json({"名前": {"étage": 2}})
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        found = client.名前.get(検索="x")
        client.名前.検索.create(検索="y")
    assert found.名前.étage == 2
    assert found.misfits == {}
    assert server.requests[0].segments == ("名前",)
    assert server.requests[0].query == [("検索", "x")]
    assert server.requests[1].json() == {"検索": "y"}
    mypy_strict(package.folder / package.name)


# --- paths ------------------------------------------------------------------------------------


def test_the_root_path(generated: Generated, server: Loopback) -> None:
    package = generated(with_paths(f"/: {{get: {{{DONE}}}}}"))
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.root.get()
    assert server.requests[0].path in ("", "/")


def test_paths_that_begin_with_a_parameter(generated: Generated, server: Loopback) -> None:
    owner = "parameters: [{name: owner, in: path, required: true, schema: {type: string}}]"
    package = generated(with_paths(f"""
/{{owner}}/repos: {{{owner}, get: {{{DONE}}}, post: {{{DONE}}}}}
/{{owner}}/stars: {{{owner}, get: {{{DONE}}}, put: {{{DONE}}}}}
"""))
    server.answer_json({})
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.repos.create("me")
        client.stars.replace("a/b")
    assert [each.target for each in server.requests] == ["/me/repos", "/a%2Fb/stars"]


def test_a_path_that_a_url_cannot_hold_as_it_is(generated: Generated, server: Loopback) -> None:
    package = generated(with_paths("""
"/a b/\\"{x}\\"/100%/%20":
  get:
    parameters: [{name: x, in: path, required: true, schema: {type: string}}]
    responses: {"204": {description: Done.}}
"""))
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.a_b.get("y z")
    assert server.requests[0].target == "/a%20b/%22y%20z%22/100%25/%20"
