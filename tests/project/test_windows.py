"""What Windows needs: names, locks, paths and encodings. Where another system runs this, Windows is imitated."""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from specloom.diagnostics import SpecloomError
from specloom.documents.bundling import files as bundling
from specloom.emit import lock as emit_lock
from specloom.emit.file import File
from specloom.emit.write import compare, write
from specloom.pipeline import generate
from specloom.project import sources
from specloom.project.file import load_project
from specloom.project.model import module_name

from tests.generate.support import HEAD, project_of, specloom

ROOT = Path(__file__).parent.parent.parent
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{each}{n}" for each in ("com", "lpt") for n in range(10)),
}
DONE = '{responses: {"204": {description: Done.}}}'
LONGEST = 150
"""How long the path of a generated file may be. Windows allows 260 characters for the whole path."""


def problems(paths: list[str]) -> list[str]:
    """What Windows does not allow in the paths of a package."""
    found = [each for each in paths if len(each) > LONGEST]
    for path in paths:
        for part in path.split("/"):
            is_device = part.partition(".")[0].rstrip().lower() in DEVICES
            if is_device or set(part) & set('<>:"|?*\\') or part[-1] in ". " or min(part) < " ":
                found.append(path)
    # NTFS and APFS do not distinguish upper and lower case.
    lower = [each.lower() for each in paths]
    return found + [each for each in paths if lower.count(each.lower()) > 1]


HOSTILE = (
    [f"/{each}/{{id}}" for each in ("aux", "con", "nul", "prn", "com1", "lpt9", "CON", "Aux.json")]
    + ["/Pets/{id}", "/pets/{id}/x", "/PETS/{id}/y", "/a:b/{id}", "/what?/{id}", "/end./{id}"]
    + [f"/{'long' * 60}/{{id}}", f"/{'deep/' * 30}{{id}}", "/tab\\u0009/{id}"]
)


def hostile() -> str:
    """A document whose paths, tags and schemas have names that Windows does not allow."""
    text = HEAD + "paths:\n"
    for number, path in enumerate(dict.fromkeys(HOSTILE)):
        schema = ("Aux", "aux_", "AUX", "Con", "Nul" * 40)[number % 5] + str(number)
        content = f'{{"application/json": {{schema: {{$ref: "#/components/schemas/{schema}"}}}}}}'
        text += (
            f'  "{path}":\n    get:\n      tags: ["{path.split("/")[1]}"]\n'
            f"      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]\n"
            f'      responses: {{"200": {{description: One., content: {content}}}}}\n'
        )
    text += "components:\n  schemas:\n"
    for number in range(len(HOSTILE)):
        schema = ("Aux", "aux_", "AUX", "Con", "Nul" * 40)[number % 5] + str(number)
        text += f"    {schema}: {{type: object, properties: {{con: {{type: string}}}}}}\n"
    return text


def test_windows_can_have_every_file_of_a_package(tmp_path: Path) -> None:
    made = generate(project_of(hostile(), tmp_path, "shop"))
    paths = [each.path for each in made.files]
    assert len(paths) > 40
    assert problems(paths) == []
    assert not any("\r" in each.text for each in made.files)


def test_versions_and_packages_are_not_named_after_devices(tmp_path: Path) -> None:
    for version in ("aux", "con", "v1"):
        (tmp_path / version).mkdir()
        text = f"{HEAD}paths:\n  /pets: {{get: {DONE}}}\n"
        (tmp_path / version / "pets.yaml").write_text(text, "utf-8")
    file = tmp_path / "specloom.toml"
    file.write_text(
        '[package]\nname = "nul"\noutput = "out"\n[documents]\nfiles = "{version}/*.yaml"\n'
        '[versions]\norder = ["aux", "con", "v1"]\n',
        "utf-8",
    )
    made = generate(load_project(file))
    assert problems([each.path for each in made.files]) == []
    assert "nul_/aux_/__init__.py" in {each.path for each in made.files}
    assert [module_name(each) for each in ("COM1", "con-tour", "2026")] == [
        "com1_",
        "con_tour",
        "v2026",
    ]


@pytest.mark.parametrize("folder", ["generated", "examples/pets/client"])
def test_windows_can_check_out_what_is_in_the_repository(folder: str) -> None:
    manifest = json.loads((ROOT / folder / ".specloom.json").read_text("utf-8"))
    assert problems(manifest["files"]) == []


@pytest.mark.parametrize(
    "path",
    ["C:/x.py", "C:x.py", "a\\b.py", "..\\b.py", "\\\\server\\b.py", "//server/b.py", "a.py:b"],
)
def test_a_file_does_not_lead_out_of_the_output(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is outside of the output folder"):
        compare([File(path, "")], tmp_path / "out")


# --- locks ----------------------------------------------------------------------------------


class _Windows:
    """The module `os` as it is on Windows, which has no locks of folders."""

    name = "nt"
    O_TEMPORARY = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(self, path: Path, flags: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return os.open(path, flags)


def _msvcrt() -> Any:
    """The module `msvcrt`, whose locks belong to a handle and are exclusive."""
    import fcntl

    def locking(descriptor: int, mode: int, count: int) -> None:
        assert (mode, count) == (2, 1)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, "Permission denied") from None

    return SimpleNamespace(LK_NBLCK=2, locking=locking)


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of locks as Windows loads it."""
    if os.name == "nt":
        return emit_lock
    monkeypatch.setitem(sys.modules, "os", _Windows())
    monkeypatch.setitem(sys.modules, "msvcrt", _msvcrt())
    spec = importlib.util.spec_from_file_location("lock_of_windows", emit_lock.__file__)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setitem(sys.modules, "os", os)
    return module


def test_only_one_run_holds_the_lock(lock: ModuleType, tmp_path: Path) -> None:
    root, waits = tmp_path / "out", []
    with lock.locked(root):
        assert (root / lock.LOCK_FILE).exists()
        for shared in (False, True):
            with pytest.raises(SpecloomError, match="output-in-use"):
                with lock.locked(
                    root, shared=shared, waiting=lambda: waits.append(1), patience=0.2
                ):
                    pass
    assert len(waits) == 2
    with lock.locked(root, patience=0.2), pytest.raises(SpecloomError):
        with lock.locked(root, patience=0):
            pass


def test_the_lock_file_is_no_file_of_the_package(lock: ModuleType, tmp_path: Path) -> None:
    root = tmp_path / "out"
    with lock.locked(root):
        assert write([File("a.py", "a = 1\n")], root).added == (".specloom.json", "a.py")
        assert not write([File("a.py", "a = 1\n")], root)
        lock.remove_leftovers(root, ".specloom-")
        assert (root / lock.LOCK_FILE).exists()
    assert compare([File("a.py", "a = 1\n")], root).unchanged == 2


# --- paths ----------------------------------------------------------------------------------


def test_the_path_of_a_file_url(monkeypatch: pytest.MonkeyPatch) -> None:
    nturl2path = pytest.importorskip("nturl2path")
    monkeypatch.setattr("urllib.request.url2pathname", nturl2path.url2pathname)
    found = sources.local_path("file:///C:/My%20Documents/api.yaml")
    assert PureWindowsPath(str(found)) == PureWindowsPath("C:/My Documents/api.yaml")
    assert (
        PureWindowsPath("C:/My Documents/api.yaml").as_uri() == "file:///C:/My%20Documents/api.yaml"
    )
    assert sources.local_path("file://server/share/api.yaml") is None
    assert sources.local_path("https://server/api.yaml") is None
    assert bundling.local_path is sources.local_path


def test_a_drive_or_a_backslash_in_a_pattern_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for pattern in ("apis\\\\*.yaml", "C:\\\\apis\\\\*.yaml"):
        Path("specloom.toml").write_text(
            f'[package]\nname = "shop"\n[documents]\nfiles = "{pattern}"\n', "utf-8"
        )
        errors = specloom("generate").errors
        assert "has a backslash" in errors


def test_files_with_the_line_ends_of_windows_make_the_same_package(tmp_path: Path) -> None:
    texts: list[dict[str, str]] = []
    document = f"{HEAD}paths:\n  /pets:\n    get: {DONE}\n    post: {DONE}\n"
    for name, end in (("lf", "\n"), ("crlf", "\r\n")):
        folder = tmp_path / name
        folder.mkdir()
        for file, text in (
            ("api.yaml", document + "# A comment.\n"),
            (
                "specloom.toml",
                '[package]\nname = "shop"\n[documents]\nfiles = "api.yaml"\noverlays = ["o.yaml"]\n',
            ),
            (
                "o.yaml",
                "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n- target: $.info\n  update:\n"
                "    description: |\n      Two\n      lines.\n",
            ),
        ):
            (folder / file).write_bytes(text.replace("\n", end).encode())
        made = generate(load_project(folder / "specloom.toml"))
        texts.append({each.path: each.text for each in made.files})
    assert texts[0] == texts[1]
    assert not any("\r" in text for text in texts[1].values())


def test_a_line_with_the_end_of_windows_is_shown_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (
        HEAD
        + "paths:\n  /pets:\n    get: {parameters: [{$ref: '#/no'}], responses: {'204': {description: D.}}}\n"
    )
    Path("api.yaml").write_bytes(text.replace("\n", "\r\n").encode())
    run = specloom("validate", "api.yaml")
    assert run.errors.startswith("api.yaml:5:25: omitted[dangling-reference]")
    assert "\r" not in run.errors


# --- encodings ------------------------------------------------------------------------------


def test_a_pipe_whose_encoding_lacks_a_character(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(f"{HEAD}paths:\n  /fünf→: {{get: {DONE}}}\n", "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}

    def printed(*arguments: str) -> bytes:
        command = [sys.executable, "-m", "specloom", *arguments, "api.yaml"]
        run = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, timeout=120, check=False
        )
        assert run.returncode == 0, run.stderr
        return run.stdout

    assert b"/f\xfcnf\\u2192" in printed("inspect", "--table")
    assert "/fünf→" in json.dumps(json.loads(printed("inspect")), ensure_ascii=False)
    assert "/fünf→" in json.loads(printed("bundle", "--to", "json"))["paths"]
