"""A generated package is the same wheel by whichever build backend."""

from __future__ import annotations

import re
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

import pytest
from specloom.project.model import BUILD_BACKENDS

from tests.generate.support import HEAD, specloom
from tests.install.environments import build_wheel

pytestmark = pytest.mark.install

TEXT = HEAD + 'paths: {/cars: {get: {responses: {"204": {description: ""}}}}}\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("backends")
    (folder / "api.yaml").write_text(TEXT, "utf-8")
    (folder / "LICENSE.txt").write_text("Do as you like.\n", "utf-8")
    data = folder / "ours" / "deep"
    data.mkdir(parents=True)
    (data / "data.json").write_text("{}\n", "utf-8")
    return folder


def contents(folder: Path, backend: str) -> tuple[set[str], dict[str, list[str]]]:
    """The files of the package in the wheel, and the metadata that matter."""
    project = folder / f"{backend}.toml"
    project.write_text(
        f'[package]\nname = "my-shop"\noutput = "{backend}"\nbuild_backend = "{backend}"\n'
        'license = "MIT"\nlicense_file = "LICENSE.txt"\nadditions = "ours"\n'
        'authors = ["Ada Lovelace <ada@example.com>"]\nextras = { more = ["rich>=13"] }\n'
        '[documents]\nfiles = "api.yaml"\n',
        "utf-8",
    )
    made = specloom("generate", "--project", project)
    assert made.exit_code == 0, made.errors
    with ZipFile(build_wheel(folder / backend, folder / f"{backend}-wheel")) as wheel:
        names = set(wheel.namelist())
        (metadata,) = [each for each in names if each.endswith(".dist-info/METADATA")]
        parsed = HeaderParser().parsestr(wheel.read(metadata).decode("utf-8"))
    fields = ("Name", "Version", "License-Expression", "Requires-Python")
    found = {field: parsed.get_all(field, []) for field in fields}
    found["Requires-Dist"] = sorted(
        re.sub(r"[ ()]", "", each).replace("'", '"') for each in parsed.get_all("Requires-Dist", [])
    )
    return {each for each in names if ".dist-info/" not in each}, found


def test_all_backends_build_the_same_wheel(folder: Path) -> None:
    made = {backend: contents(folder, backend) for backend in BUILD_BACKENDS}
    files, metadata = made["hatchling"]
    assert {"my_shop/py.typed", "my_shop/deep/data.json", "my_shop/_client.py"} <= files
    assert metadata["License-Expression"] == ["MIT"] and len(metadata["Requires-Dist"]) == 3
    for backend, (found, parsed) in made.items():
        assert {each for each in found if not each.endswith("/")} == files, backend
        parsed["Requires-Python"] = [each.replace(" ", "") for each in parsed["Requires-Python"]]
        assert parsed == metadata, backend
