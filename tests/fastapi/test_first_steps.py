"""Test the way from an empty folder and the URL of a running application to a package that makes a
call."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generate.support import specloom

PROGRAM = """
import sys
from shop import Shop

with Shop(base_url=sys.argv[1]) as client:
    print([type(pet).__name__ + " " + pet.name for pet in client.pets.list()])
"""


def test_first_steps(
    served: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, _ = served
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SPECLOOM_CACHE_DIR", str(tmp_path / "cache"))
    started = specloom("init", f"{url}/openapi.json", "--package", "shop", "--client", "Shop")
    assert started.exit_code == 0, started.errors
    made = specloom("generate", "--strict")
    assert made.exit_code == 0, made.errors
    assert f'source = "{url}/openapi.json"' in Path("specloom.lock").read_text("utf-8")
    assert "from openapi.json. Do not edit." in Path("shop-client/shop/models.py").read_text(
        "utf-8"
    )
    assert specloom("check", "--offline").exit_code == 0
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "shop-client")}
    command = [sys.executable, "-c", PROGRAM, url]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("['Cat Tom', 'Dog Rex']\n", "")
