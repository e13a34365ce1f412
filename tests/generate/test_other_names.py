"""Test component schemas that only refer to another one: they are other names of one class."""

from __future__ import annotations

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD
from tests.support.loopback import Loopback

SWAGGER = 'swagger: "2.0"\ninfo: {title: Shop, version: "1"}\nhost: api.example.com\n'
BODY = "{content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}"
PETS = f"""\
paths:
  /pets:
    post:
      operationId: createPet
      requestBody: {BODY}
      responses: {{"200": {BODY.replace("{content", "{description: d, content")}}}
"""
COMPONENTS = """\
components:
  schemas:
    Pet: {$ref: '#/components/schemas/Second', description: The pet as shops call it.}
    Second: {$ref: '#/components/schemas/Animal'}
    Animal: {type: object, required: [name], properties: {name: {type: string}, \
mother: {$ref: '#/components/schemas/Pet'}}}
    Owner: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, \
pets: {type: array, items: {$ref: '#/components/schemas/Second'}}}}
    Maybe: {$ref: '#/components/schemas/Nullable'}
    Nullable: {type: [object, 'null'], properties: {of: {$ref: '#/components/schemas/Maybe'}}}
    Loop: {$ref: '#/components/schemas/Loop2'}
    Loop2: {$ref: '#/components/schemas/Pool'}
    Pool: {type: object, properties: {x: {$ref: '#/components/schemas/Loop'}}}
"""


def test_other_names_of_an_object_are_one_class(
    generated: Generated, mypy_strict: MypyStrict, server: Loopback
) -> None:
    package = generated(f"{HEAD}servers: [{{url: '{server.url}'}}]\n{PETS}{COMPONENTS}")
    models = package.models
    assert models.Pet is models.Second is models.Animal
    assert models.Loop is models.Pool
    server.answer_json({"name": "Rex", "mother": {"name": "Ada"}})
    with package.client() as client:
        pet = client.pets.create(name="Rex", mother=models.Second(name="Ada"))
    assert server.requests[0].json() == {"name": "Rex", "mother": {"name": "Ada"}}
    assert type(pet) is type(pet.mother) is models.Animal
    (package.folder / "use.py").write_text(
        f"from {package.name} import {package.client.__name__}\n"
        f"from {package.name}.models import Animal, Maybe, Nullable, Owner, Pet, Second\n"
        f"def use(client: {package.client.__name__}, second: Second) -> Owner:\n"
        "    pet: Pet = client.pets.create(name='Rex', mother=second)\n"
        "    nothing: Maybe = Nullable(of=None).of or None\n"
        "    return Owner(pet=pet, pets=[Animal(name='Rex'), pet])\n"
    )
    mypy_strict(package.folder / package.name, package.folder / "use.py")


def test_definitions_of_swagger_too(generated: Generated) -> None:
    package = generated(
        f"{SWAGGER}paths: {{/pets: {{get: {{responses: {{'200': {{description: d, "
        "schema: {$ref: '#/definitions/Pet'}}}}}}\n"
        "definitions:\n"
        "  Pet: {$ref: '#/definitions/Animal'}\n"
        "  Animal: {type: object, properties: {name: {type: string}}}\n"
    )
    assert package.models.Pet is package.models.Animal


@pytest.mark.parametrize("mapping", ["", ", mapping: {c: '#/components/schemas/Cat', d: Dog}"])
def test_options_that_a_discriminator_selects_keep_their_classes(
    mapping: str, generated: Generated, server: Loopback
) -> None:
    package = generated(f"""{HEAD}servers: [{{url: '{server.url}'}}]
paths:
  /pets: {{get: {{responses: {{"200": {{description: d, content: {{application/json: {{schema: {{\
oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}], \
discriminator: {{propertyName: kind{mapping}}}}}}}}}}}}}}}}}
components:
  schemas:
    Cat: {{$ref: '#/components/schemas/Animal'}}
    Dog: {{$ref: '#/components/schemas/Animal'}}
    Animal: {{type: object, required: [kind], properties: {{kind: {{type: string}}}}}}
""")
    server.answer_json({"kind": "d" if mapping else "Dog"})
    with package.client() as client:
        pet = client.pets.get()
    assert type(pet) is package.models.Dog is not package.models.Cat
