"""Handwritten methods of generated classes: `[methods]`."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.generate.conftest import MypyStrict
from tests.generate.support import HEAD, importable, specloom

PET = """\
  /pets/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
  /pets/{id}/photo:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"204": {description: ""}}}
"""
CARS = """\
  /cars: {get: {responses: {"204": {description: ""}}}}
  /vans: {get: {responses: {"204": {description: ""}}}}
"""
SCHEMAS = """\
components:
  schemas:
    Pet:
      type: object
      required: [name, owner]
      properties: {name: {type: string}, owner: {$ref: "#/components/schemas/Owner"}}
      additionalProperties: {type: integer}
    Owner: {type: object, properties: {name: {type: string}}}
"""
METHODS = """\
from __future__ import annotations

from typing import TYPE_CHECKING

from ._bases import (AsyncPetsBase, AsyncShopBase, CarsBase, OwnerBase, PetBase, PetsBase,
    PetsPhotoBase, ShopBase)

if TYPE_CHECKING:
    from .models import Pet


class OwnerMethods(OwnerBase):
    @property
    def initial(self) -> str:
        return self.name[:1] if isinstance(self.name, str) else ""


class PetMethods(PetBase):
    def label(self) -> str:
        return f"{self.name} of {self.owner.initial}, {sum(self.additional_fields.values())}"


class PetsMethods(PetsBase):
    def label_of(self, id: str) -> str:
        return self.get(id).label()


class AsyncPetsMethods(AsyncPetsBase):
    async def label_of(self, id: str) -> str:
        return (await self.get(id)).label()


class PhotoMethods(PetsPhotoBase):
    def exists(self, id: str) -> bool:
        self.get(id)
        return True


class CarsMethods(CarsBase):
    def get(self, *args: object, **kwargs: object) -> None:
        super().get()


class ShopMethods(ShopBase):
    def first(self) -> Pet:
        return self.pets.get("1")


class AsyncShopMethods(AsyncShopBase):
    async def first(self) -> Pet:
        return await self.pets.get("1")
"""
TABLE = {
    "Owner": "OwnerMethods",
    "Pet": "PetMethods",
    "Pets": "PetsMethods",
    "AsyncPets": "AsyncPetsMethods",
    "PetsPhoto": "PhotoMethods",
    "Cars": "CarsMethods",
    "Shop": "ShopMethods",
    "AsyncShop": "AsyncShopMethods",
}


def project_with(folder: Path, paths: str, **methods: str) -> Path:
    (folder / "api.yaml").write_text(f"{HEAD}paths:\n{paths}{SCHEMAS}", "utf-8")
    (folder / "ours").mkdir(exist_ok=True)
    file = folder / "specloom.toml"
    lines = "\n".join(f'"{key}" = ".ours:{value}"' for key, value in methods.items())
    file.write_text(
        '[package]\nname = "shop"\nclient = "Shop"\nadditions = "ours"\noutput = "out"\n'
        f'[documents]\nfiles = "api.yaml"\n[methods]\n{lines}\n',
        "utf-8",
    )
    return file


def test_all_kinds_of_classes_inherit_typed_methods(
    tmp_path: Path, mypy_strict: MypyStrict
) -> None:
    file = project_with(tmp_path, PET + CARS, **TABLE)
    (tmp_path / "ours/ours.py").write_text(METHODS, "utf-8")
    made = specloom("generate", "--project", file)
    assert made.exit_code == 0, made.errors
    program = tmp_path / "program.py"
    program.write_text(
        "from shop import AsyncShop, Shop\n\n"
        'client = Shop(base_url="")\n'
        'name: str = client.pets.label_of("1") + client.first().label()\n'
        'kept: str = client.pets.get("1").owner.initial\n'
        'there: bool = client.pets.photo.exists("1")\n'
        "async def later(client: AsyncShop) -> str:\n"
        '    return (await client.first()).name + await client.pets.label_of("1")\n',
        "utf-8",
    )
    mypy_strict(tmp_path / "out" / "shop", program)

    body = {"name": "Bo", "owner": {"name": "Ada"}, "x": 2, "y": 3}
    with importable(tmp_path / "out", "shop"):
        import shop  # type: ignore[import-not-found]

        def respond(request: Any) -> Any:
            is_pet = request.url.endswith("/pets/1")
            return shop.json_response(body) if is_pet else shop.json_response(None, status=204)

        client = shop.Shop(base_url="https://x.example", transport=shop.MockTransport(respond))
        assert client.pets.label_of("1") == client.first().label() == "Bo of A, 5"
        assert client.pets.photo.exists("1") and client.cars.get() is None
        assert client.with_options(timeout=3).first().owner.initial == "A"
        assert type(client.first()).from_dict(body) == client.first()

        async def both() -> tuple[str, str]:
            transport = shop.AsyncMockTransport(respond)
            async with shop.AsyncShop(base_url="https://x.example", transport=transport) as found:
                return await found.pets.label_of("1"), (await found.first()).label()

        assert asyncio.run(both()) == ("Bo of A, 5", "Bo of A, 5")

    # A regeneration with other documents keeps the methods; check and diff have nothing to say.
    text = (tmp_path / "api.yaml").read_text("utf-8")
    (tmp_path / "api.yaml").write_text(
        text.replace("{name: {type: string}}", "{name: {type: string}, age: {type: integer}}"),
        "utf-8",
    )
    assert "PetMethods" not in specloom("generate", "--diff", "--project", file).output
    assert specloom("check", "--project", file).exit_code == 0
    formatted = (tmp_path / "out/shop/ours.py").read_text("utf-8")
    assert (
        formatted.startswith("# Gen") is False and "from ._bases import (\n    Async" in formatted
    )


def test_the_methods_of_a_removed_class_are_reported_and_kept(tmp_path: Path) -> None:
    file = project_with(tmp_path, PET + CARS, **TABLE)
    (tmp_path / "ours/ours.py").write_text(METHODS, "utf-8")
    assert specloom("generate", "--project", file).exit_code == 0
    project_with(tmp_path, PET, **TABLE)
    made = specloom("generate", "--project", file)
    assert made.exit_code == 0
    assert (
        "specloom.toml:14:1: warning[unused-methods]: no class 'Cars' is generated" in made.errors
    )
    assert specloom("check", "--strict", "--project", file).exit_code == 1
    with importable(tmp_path / "out", "shop"):
        import shop
        from shop.models import Owner  # type: ignore[import-not-found]

        assert Owner(name="Ada").initial == "A"
        assert not hasattr(shop.Shop(base_url="https://x.example"), "cars")


def test_a_method_can_call_the_generated_one_that_it_replaces(tmp_path: Path) -> None:
    file = project_with(tmp_path, CARS, Cars="CarsMethods")
    (tmp_path / "ours/ours.py").write_text(
        "from ._bases import CarsBase\n\n\nclass CarsMethods(CarsBase):\n"
        "    def get(self):\n        super().get()\n        return 'listed'\n",
        "utf-8",
    )
    assert specloom("generate", "--project", file).exit_code == 0
    with importable(tmp_path / "out", "shop"):
        import shop

        transport = shop.MockTransport([shop.json_response(None, status=204)] * 2)
        client = shop.Shop(base_url="https://x.example", transport=transport)
        assert client.cars.get() == "listed" and client.vans.get() is None
        assert [each.url.rpartition("/")[2] for each in transport.requests] == ["cars", "vans"]


@pytest.mark.parametrize(
    ("methods", "said"),
    [
        ('Pets = ".ours:Nothing"', "specloom.toml:10:1: error[no-handwritten-class]"),
        ('Pets = ".theirs:A"', "the module theirs.py does not exist in the folder of additions"),
        ('Pets = "ours:A"', "'ours:A' is not a class of the package; write .module:Class"),
        ('"pets.get" = ".ours:A"', "warning[unused-methods]"),
        ('"Pet-s" = ".ours:A"', "'Pet-s' is not a class"),
        ('Pest = ".ours:A"', "did you mean 'Pet'?"),
    ],
)
def test_a_mistake_is_located(tmp_path: Path, methods: str, said: str) -> None:
    file = project_with(tmp_path, PET)
    (tmp_path / "ours/ours.py").write_text("class A: ...\n", "utf-8")
    file.write_text(file.read_text("utf-8") + methods + "\n", "utf-8")
    assert said in specloom("generate", "--project", file).errors


def test_a_class_of_one_version_is_named_with_it(tmp_path: Path) -> None:
    settings = (
        '[package]\nname = "shop"\nclient = "Shop"\nadditions = "ours"\noutput = "out"\n'
        '[documents]\nfiles = "{version}.yaml"\n[methods]\n"KEY" = ".ours:A"\n'
    )
    for version, kind in (("v1", "string"), ("v2", "integer")):
        schemas = SCHEMAS.replace("name: {type: string}, owner", f"name: {{type: {kind}}}, owner")
        (tmp_path / f"{version}.yaml").write_text(f"{HEAD}paths:\n{PET}{schemas}", "utf-8")
    (tmp_path / "ours").mkdir()
    source = "from ._bases import V1PetBase\n\n\nclass A(V1PetBase):\n    def a(self): return 1\n"
    (tmp_path / "ours/ours.py").write_text(source, "utf-8")
    file = tmp_path / "specloom.toml"
    file.write_text(settings.replace("KEY", "Pet"), "utf-8")
    refused = specloom("generate", "--project", file)
    assert "write the module before it: v1.Pet, v2.Pet" in refused.errors
    file.write_text(settings.replace("KEY", "v1.Pet"), "utf-8")
    assert specloom("generate", "--project", file).exit_code == 0
    with importable(tmp_path / "out", "shop"):
        from shop.v1.models import Pet as First  # type: ignore[import-not-found]
        from shop.v2.models import Pet as Second  # type: ignore[import-not-found]

        assert First.from_dict({"name": "Bo", "owner": {}}).a() == 1
        assert not hasattr(Second, "a")


def test_a_model_and_a_resource_of_one_name_are_distinguished(tmp_path: Path) -> None:
    schemas = SCHEMAS.replace("Owner", "Cars")
    settings = {"Cars": ".ours:A", "resources.Cars": ".ours:A", "models.Cars": ".ours:B"}
    file = project_with(tmp_path, CARS + PET)
    (tmp_path / "api.yaml").write_text(f"{HEAD}paths:\n{PET}{CARS}{schemas}", "utf-8")
    (tmp_path / "ours/ours.py").write_text(
        "from ._bases import ModelsCarsBase, ResourcesCarsBase\n\n\n"
        "class A(ResourcesCarsBase):\n    def a(self): return self.get()\n\n\n"
        "class B(ModelsCarsBase):\n    def b(self): return self.name\n",
        "utf-8",
    )
    head = file.read_text("utf-8")
    file.write_text(head + f'Cars = "{settings.pop("Cars")}"\n', "utf-8")
    refused = specloom("generate", "--project", file)
    assert "error[ambiguous-class]: there are several classes 'Cars'" in refused.errors
    assert "models.Cars, resources.Cars" in refused.errors
    lines = "".join(f'"{key}" = "{value}"\n' for key, value in settings.items())
    file.write_text(head + lines, "utf-8")
    assert specloom("generate", "--project", file).exit_code == 0
    with importable(tmp_path / "out", "shop"):
        import shop
        from shop.models import Cars

        assert Cars.from_dict({"name": "Bo"}).b() == "Bo"
        transport = shop.MockTransport([shop.json_response(None, status=204)])
        client = shop.Shop(base_url="https://x.example", transport=transport)
        assert client.cars.a() is None and len(transport.requests) == 1


def test_methods_that_extend_no_generated_class_need_no_bases(tmp_path: Path) -> None:
    file = project_with(tmp_path, PET, Pet="A")
    (tmp_path / "ours/ours.py").write_text("class A:\n    def a(self) -> int: return 1\n", "utf-8")
    assert specloom("generate", "--project", file).exit_code == 0
    assert not (tmp_path / "out/shop/_bases.py").exists()
    with importable(tmp_path / "out", "shop"):
        from shop.models import Pet

        assert Pet.from_dict({"name": "Bo", "owner": {}}).a() == 1
