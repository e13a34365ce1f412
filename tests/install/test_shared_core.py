"""Two clients with a shared core, installed from their folders into one environment."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from uv import find_uv_bin

from tests.generate.support import specloom
from tests.generate.test_shared_core import PROGRAM, project_in
from tests.install.environments import Environment

pytestmark = pytest.mark.install


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shared")
    made = specloom("generate", "--project", project_in(folder))
    assert made.exit_code == 0, made.errors
    return folder


def test_both_clients_are_installed_and_used_in_one_process(folder: Path) -> None:
    uv, home = find_uv_bin(), folder / "environment"
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, home], check=True)
    paths = [folder / name for name in ("acme-core", "pets", "files")]
    arguments = ["pip", "install", "--quiet", "--python", home / "bin" / "python", *paths]
    subprocess.run([uv, *arguments, "redis"], check=True)
    environment = Environment(home)
    assert {"acme-core", "acme-pets", "acme-files"} <= environment.distributions().keys()
    program = home / "program.py"
    program.write_text(PROGRAM, "utf-8")
    environment.run(program)


def test_pyright_finds_nothing_in_the_packages(folder: Path) -> None:
    (folder / "program.py").write_text(PROGRAM, "utf-8")
    names = ["acme-core", "pets", "files"]
    # The modules of the core are checked where they are vendored, in generated/.
    included = ["acme-core/acme_core/__init__.py", "pets", "files", "program.py"]
    settings = {"typeCheckingMode": "strict", "include": included, "extraPaths": names}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = ["pyright", "--pythonpath", sys.executable, "--outputjson"]
    ran = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False
    )
    found = json.loads(ran.stdout)["generalDiagnostics"]
    assert [f"{each['file']}: {each['message']}" for each in found] == []
