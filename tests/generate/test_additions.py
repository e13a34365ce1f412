"""Test that handwritten modules are part of the package, formatted like the generated modules."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom.diagnostics import SpecloomError
from specloom.pipeline import generate
from specloom.project.file import load_project

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    get: {responses: {"204": {description: Nothing.}}}
"""


def _project(folder: Path, **additions: str) -> Path:
    (folder / "shop.yaml").write_text(DOCUMENT, "utf-8")
    for name, text in additions.items():
        path = folder / "ours" / name.replace("__", "/").replace("_py", ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    file = folder / "shop.toml"
    file.write_text(
        '[package]\nname = "shop"\nadditions = "ours"\n[documents]\nfiles = "shop.yaml"\n', "utf-8"
    )
    return file


def test_files_are_taken_over(tmp_path: Path) -> None:
    file = _project(tmp_path, extra_py="x  = 'a'\n", deep__data="y   =  1\n")
    files = {each.path: each.text for each in generate(load_project(file)).files}
    assert files["shop/extra.py"] == 'x = "a"\n'
    assert files["shop/deep/data"] == "y   =  1\n"


def test_a_generated_file_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(SpecloomError) as caught:
        generate(load_project(_project(tmp_path, models_py="x = 1\n")))
    assert "shop/models.py is both a generated file and an addition" in str(caught.value)
    assert ":3:1" in str(caught.value)


def test_the_core_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(SpecloomError, match="_core/client"):
        generate(load_project(_project(tmp_path, _core__client_py="x = 1\n")))


def test_what_handwritten_modules_import_of_the_core_is_there(tmp_path: Path) -> None:
    file = _project(
        tmp_path,
        one_py="from ._core.codec.decoding import (\n    Constant,\n    Model,\n)\n",
        two_py="import shop._core.sequences\nfrom shop._core.auth.security import Basic, Bearer\n",
        three_py="from ._core.codec import conversion  # without a Tagged\n",
    )
    files = {each.path: each.text for each in generate(load_project(file)).files}
    assert "\nclass Constant:" in files["shop/_core/codec/decoding.py"]
    assert "\nclass Basic(" in files["shop/_core/auth/security.py"]
    assert "shop/_core/sequences.py" in files and "shop/_core/body/files.py" not in files
    assert "class Tagged" not in files["shop/_core/codec/conversion.py"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SpecloomError, match="the folder 'ours' does not exist"):
        load_project(_project(tmp_path))


def test_without_a_formatter_files_are_left_as_they_are(tmp_path: Path) -> None:
    file = _project(tmp_path, extra_py="x  = 'a'\n")
    text = file.read_text("utf-8")
    file.write_text(text.replace("[documents]", 'formatter = "none"\n[documents]'), "utf-8")
    files = {each.path: each.text for each in generate(load_project(file)).files}
    assert files["shop/extra.py"] == "x  = 'a'\n"
    (tmp_path / "ours" / "extra.py").write_text("x = \n", "utf-8")
    with pytest.raises(SpecloomError, match="invalid-python"):
        generate(load_project(file))
