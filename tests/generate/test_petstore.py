"""Test that a petstore, generated from its document alone, does what the document says."""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import Iterator
from datetime import UTC, date, datetime
from inspect import signature
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.generate.conftest import MypyStrict
from tests.generate.support import Package, importable, made_of, project_of
from tests.support.loopback import Answer, Loopback

DOCUMENT = Path(__file__).parent / "documents" / "petstore.yaml"


@pytest.fixture(scope="module")
def petstore(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    folder = tmp_path_factory.mktemp("petstore")
    made = made_of(project_of(DOCUMENT.read_text("utf-8"), folder, "petstore"))
    with importable(made.folder, made.name):
        yield made


@pytest.fixture
def shop(petstore: Package, server: Loopback) -> Iterator[Any]:
    with petstore.client(token="secret", base_url=server.url) as client:
        yield client


# --- requests --------------------------------------------------------------------------------


def test_a_list_with_every_kind_of_query_parameter(shop: Any, server: Loopback) -> None:
    server.answer_json([{"id": 1, "name": "Rex"}, {"id": 2, "name": "Mia"}])
    pets = shop.pets.list(
        limit=10,
        status=["available", "sold"],
        tags=["a b", "c"],
        x_request_id=UUID(int=1),
    )
    assert [pet.name for pet in pets] == ["Rex", "Mia"]
    (request,) = server.requests
    assert (request.method, request.path) == ("GET", "/pets")
    assert request.target.partition("?")[2] == (
        "limit=10&status=available&status=sold&tags=a%20b,c"
    )
    assert request.headers["x-request-id"] == str(UUID(int=1))


def test_what_is_left_out_is_not_sent(shop: Any, server: Loopback) -> None:
    server.answer_json([])
    assert shop.pets.list() == []
    assert server.requests[0].target == "/pets"
    assert server.requests[0].body == b""


def test_a_body_spread_into_arguments(shop: Any, petstore: Package, server: Loopback) -> None:
    server.answer_json({"id": 7, "name": "Rex"}, status=201)
    pet = shop.pets.create(
        name="Rex",
        tag=None,
        birthday=date(2020, 2, 29),
        owner=petstore.models.NewPetOwner(email="a@example.com"),
    )
    assert (type(pet), pet.id) == (petstore.models.Pet, 7)
    (request,) = server.requests
    assert (request.method, request.path) == ("POST", "/pets")
    assert request.headers["content-type"] == "application/json"
    assert request.json() == {
        "name": "Rex",
        "tag": None,
        "birthday": "2020-02-29",
        "owner": {"email": "a@example.com"},
    }


def test_a_nested_object_as_a_plain_mapping(shop: Any, server: Loopback) -> None:
    server.answer_json({"id": 7, "name": "Rex"}, status=201)
    shop.pets.create(name="Rex", owner={"address": {"street": "Elm"}})
    assert server.requests[0].json() == {"name": "Rex", "owner": {"address": {"street": "Elm"}}}


def test_path_parameters_are_positional(shop: Any, server: Loopback) -> None:
    server.answer_json({"id": 7, "name": "Rex"})
    server.answer(Answer(204))
    assert shop.pets.get(7).name == "Rex"
    assert shop.pets.delete(7) is None
    assert [(each.method, each.path) for each in server.requests] == [
        ("GET", "/pets/7"),
        ("DELETE", "/pets/7"),
    ]


def test_a_resource_below_a_resource(shop: Any, server: Loopback) -> None:
    server.answer_json([{"url": "https://example.com/1", "taken_at": "2024-01-02T03:04:05Z"}])
    (photo,) = shop.pets.photos.list(7)
    assert photo.taken_at == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert server.requests[0].path == "/pets/7/photos"


def test_an_action_keeps_its_word(shop: Any, server: Loopback) -> None:
    server.answer_json({"results": [{"id": 1, "name": "Rex"}], "total": 1})
    page = shop.pets.search(query="x", tags=("a",))
    assert (page.total, page.results[0].name) == (1, "Rex")
    assert server.requests[0].path == "/pets/search"
    assert server.requests[0].json() == {"query": "x", "tags": ["a"]}


def test_a_resource_and_a_model_of_one_name(shop: Any, petstore: Package, server: Loopback) -> None:
    server.answer_json({"id": 1, "name": "Rex"})
    assert isinstance(shop.pet.get(), petstore.models.Pet)
    assert type(shop.pet) is petstore.module("resources.pet").Pet
    assert server.requests[0].path == "/pet"


def test_a_map(shop: Any, server: Loopback) -> None:
    server.answer_json({"database": "ok"})
    assert shop.health.get() == {"database": "ok"}


def test_the_async_client(petstore: Package, server: Loopback) -> None:
    server.answer_json([{"id": 1, "name": "Rex"}])
    server.answer_json({"id": 2, "name": "Mia"}, status=201)
    server.answer_json([])

    async def calls() -> tuple[Any, Any, Any]:
        async with petstore.async_client(token="secret", base_url=server.url) as shop:
            listed = await shop.pets.list(limit=1)
            created = await shop.pets.create(name="Mia")
            return listed, created, await shop.pets.photos.list(2)

    listed, created, photos = asyncio.run(calls())
    assert [pet.name for pet in listed] == ["Rex"]
    assert (created.name, photos) == ("Mia", [])
    assert [each.target for each in server.requests] == ["/pets?limit=1", "/pets", "/pets/2/photos"]


# --- security --------------------------------------------------------------------------------


def test_either_credential_is_enough(petstore: Package, server: Loopback) -> None:
    for _ in range(3):
        server.answer_json([])
    for credentials in ({"token": "t"}, {"key": "k"}, {"token": "t", "key": "k"}):
        with petstore.client(**credentials, base_url=server.url) as shop:
            shop.pets.list()
    sent = [
        (each.headers.get("authorization"), each.headers.get("x-api-key"))
        for each in server.requests
    ]
    assert sent == [("Bearer t", None), (None, "k"), ("Bearer t", None)]


def test_an_operation_without_security_sends_no_credential(shop: Any, server: Loopback) -> None:
    server.answer_json({})
    shop.health.get()
    assert "authorization" not in server.requests[0].headers


# --- errors ----------------------------------------------------------------------------------


def test_a_declared_error_is_decoded(shop: Any, petstore: Package, server: Loopback) -> None:
    server.answer_json({"code": 3, "message": "no such pet"}, status=404)
    with pytest.raises(petstore.module().NotFoundError) as caught:
        shop.pets.get(1)
    assert caught.value.body == petstore.models.Error(code=3, message="no such pet")


# --- models ----------------------------------------------------------------------------------


def test_absent_is_not_null(petstore: Package) -> None:
    models = petstore.models
    absent, null = models.Pet(id=1, name="Rex"), models.Pet(id=1, name="Rex", tag=None)
    assert absent != null
    assert absent.to_dict() == {"id": 1, "name": "Rex"}
    assert null.to_dict() == {"id": 1, "name": "Rex", "tag": None}
    assert absent.tag is petstore.module().UNSET


def test_an_unknown_enum_value_is_kept(petstore: Package) -> None:
    pet = petstore.models.Pet.from_dict({"id": 1, "name": "Rex", "status": "lost"})
    assert pet.status == "lost"
    assert pet.misfits == {}
    assert pet.to_dict()["status"] == "lost"


def test_unknown_fields_survive(shop: Any, server: Loopback) -> None:
    sent = {"id": 1, "name": "Rex", "mood": {"now": "calm"}, "owner": {"phone": 5}}
    server.answer_json(sent)
    pet = shop.pets.get(1)
    assert pet.unknown_fields == {"mood": {"now": "calm"}}
    assert pet.owner.unknown_fields == {"phone": 5}
    for each in (pet, copy.deepcopy(pet), pickle.loads(pickle.dumps(pet))):
        assert each.to_dict() == sent


def test_all_of_gives_one_class_with_all_properties(petstore: Package) -> None:
    models = petstore.models
    pet = models.Pet.from_dict(
        {
            "id": 2,
            "name": "Mia",
            "createdAt": "2024-01-02T03:04:05Z",
            "parent": {"id": 1, "name": "Rex"},
            "labels": {"a": "b"},
        }
    )
    assert pet.created_at == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert pet.parent == models.Pet(id=1, name="Rex")
    assert pet.labels == {"a": "b"}
    assert models.Pet.__mro__[1].__name__ == "Model"


def test_a_body_that_is_spread_into_arguments_needs_no_model(petstore: Package) -> None:
    assert not hasattr(petstore.models, "NewPet")
    assert not hasattr(petstore.models, "PetPatch")
    assert petstore.models.NewPetOwner(email="a@b.example").email == "a@b.example"


def test_additional_properties_with_properties(petstore: Package) -> None:
    settings = petstore.models.Settings.from_dict({"theme": "dark", "volume": 3})
    assert settings.theme == "dark"
    assert settings.unknown_fields == {"volume": 3}
    assert settings.to_dict() == {"theme": "dark", "volume": 3}


# --- how it reads ----------------------------------------------------------------------------


def test_a_signature_says_it_all(petstore: Package) -> None:
    create = signature(petstore.module("resources.pets").Pets.create)
    assert list(create.parameters) == [
        "self",
        "name",
        "x_request_id",
        "tag",
        "status",
        "birthday",
        "owner",
        "options",
    ]
    assert create.parameters["tag"].annotation == "str | None | UnsetType"
    assert create.return_annotation == "Pet"


def test_a_list_method_beside_list_annotations(petstore: Package) -> None:
    listed = signature(petstore.module("resources.pets").Pets.list)
    assert listed.return_annotation == "builtins.list[Pet]"


def test_a_field_reads_as_in_the_document(petstore: Package) -> None:
    assert (
        'class Pet(Model, kw_only=True, rename="camel"):\n    """A pet in the shop."""\n\n    name: str\n'
        '    """What it is called. At most 40 characters."""\n'
        "    tag: str | None | UnsetType = UNSET\n" in petstore.text("petstore/models.py")
    )


def test_an_object_in_a_query(shop: Any, petstore: Package, server: Loopback) -> None:
    assert petstore.messages == []
    server.answer_json([])
    shop.pets.list(filter={"color": "red"})
    assert server.requests[0].query == [("filter[color]", "red")]


def test_a_body_that_is_no_json_is_sent_as_it_is(shop: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    shop.pets.photos.replace(1, b"\x89PNG")
    [request] = server.requests
    assert request.body == b"\x89PNG"
    assert request.headers["content-type"] == "application/octet-stream"


USE = """\
from petstore import AsyncPetstore, Petstore
from petstore.models import NewPetOwner, Pet

with Petstore(token="t") as shop:
    pets: list[Pet] = shop.pets.list(status=["sold", "unheard of"])
    pet: Pet = shop.pets.create(name="Rex", owner=NewPetOwner(email="e"), tag=None)
    shop.pets.create()  # type: ignore[call-arg]
    shop.pets.get("one")  # type: ignore[arg-type]
    shop.pets.photos.list(pet.id)[0].url.upper()
    shop.pets.delete(pet.id)


async def calls(shop: AsyncPetstore) -> str:
    return (await shop.pets.get(1)).name
"""


def test_mypy_strict_is_clean(petstore: Package, mypy_strict: MypyStrict) -> None:
    use = petstore.folder / "use.py"
    use.write_text(USE, "utf-8")
    mypy_strict(petstore.folder / "petstore", use)
