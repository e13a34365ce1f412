"""Wheels of the two products, and empty virtual environments to install them into."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from uv import find_uv_bin


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment whose programs run in a folder outside of the checkout."""

    folder: Path

    @property
    def python(self) -> Path:
        """Return its interpreter."""
        return self.folder / "bin" / "python"

    def run(self, program: str | Path, *arguments: object, code: int = 0) -> str:
        """Run one of its commands, or a file of Python, and return what it printed.

        Raises:
            AssertionError: The exit code is another one than `code`.
        """
        file = [self.python, program] if isinstance(program, Path) else [self._command(program)]
        ran = subprocess.run(
            [str(each) for each in (*file, *arguments)],
            cwd=self.folder,
            env=_clean_environment(self.folder),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert ran.returncode == code, f"exit code {ran.returncode}\n{ran.stdout}{ran.stderr}"
        return ran.stdout + ran.stderr

    def distributions(self) -> dict[str, str]:
        """Return the version of each installed distribution by its name."""
        listed = _uv("pip", "freeze", "--python", str(self.python))
        lines = [line.replace(" @ ", "==", 1) for line in listed.splitlines()]
        return {name.lower(): version for name, version in (each.split("==", 1) for each in lines)}

    def _command(self, name: str) -> Path:
        return self.folder / "bin" / name


def build_wheel(source: Path, folder: Path) -> Path:
    """Build the wheel of a project in an environment of its own, as pip does."""
    folder.mkdir(parents=True)
    _uv("build", "--quiet", "--wheel", "--out-dir", str(folder), str(source))
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(
    wheel: Path,
    folder: Path,
    *,
    extras: tuple[str, ...] = (),
    lowest: bool = False,
    beside: tuple[str, ...] = (),
) -> Environment:
    """Install a wheel alone into an empty environment.

    Args:
        wheel: The wheel.
        folder: The folder of the environment, which is created.
        extras: Extras of the wheel that are installed too.
        lowest: Install the lowest version of each dependency that the wheel allows. Each of them
            has to be one that was released.
        beside: Other requirements that are installed too.
    """
    _uv("venv", "--quiet", "--python", sys.executable, str(folder))
    requirement = f"{wheel}[{','.join(extras)}]" if extras else str(wheel)
    arguments = ["pip", "install", "--quiet", "--python", str(folder / "bin/python"), requirement]
    arguments += beside
    if lowest:
        constraints = folder / "lowest.txt"
        bounds = lowest_versions(wheel, extras)
        constraints.write_text("".join(f"{n}=={v}\n" for n, v in bounds.items()), "utf-8")
        arguments += ["--constraint", str(constraints)]
    _uv(*arguments)
    return Environment(folder)


def lowest_versions(wheel: Path, extras: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the lower bound of each requirement of a wheel and of some of its extras."""
    bounds: dict[str, str] = {}
    for line in re.findall("^Requires-Dist: (.*)$", _metadata(wheel), re.MULTILINE):
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is not None and not any(marker.evaluate({"extra": each}) for each in extras):
            continue
        (bounds[requirement.name],) = (
            each.version for each in requirement.specifier if each.operator == ">="
        )
    return bounds


def _metadata(wheel: Path) -> str:
    with ZipFile(wheel) as archive:
        (name,) = [each for each in archive.namelist() if each.endswith(".dist-info/METADATA")]
        return archive.read(name).decode("utf-8").partition("\n\n")[0]


def _clean_environment(folder: Path) -> dict[str, str]:
    """Return the environment variables of this process, without those that add folders of modules."""
    outside = ("PYTHON", "VIRTUAL_ENV", "COVERAGE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(outside)}
    return {**kept, "PYTHONWARNINGS": "error", "XDG_CACHE_HOME": str(folder / "cache")}


def _uv(*arguments: str) -> str:
    ran = subprocess.run([find_uv_bin(), *arguments], capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, f"uv {' '.join(arguments)}\n{ran.stderr}"
    return ran.stdout
