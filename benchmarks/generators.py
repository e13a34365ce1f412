"""The generators that are compared: how each is run on one document, and whether its output can be
imported."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.measure import Failed, Ran, Words, run
from benchmarks.places import ROOT, VENVS, WORK, python

PROBE = Path(__file__).parent / "probe.py"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another generator: the command that writes `folder/package` for a document, and where its
    output can run."""

    name: str
    environment: str
    runtime: str
    command: Callable[[Path, Path, str], Words]
    shown: str = ""

    @property
    def title(self) -> str:
        return self.shown or self.name


def _opc(document: Path, folder: Path, package: str) -> Words:
    to = folder / package
    return ["openapi-python-client", "generate", "--path", document, "--output-path", to, *_META]


def _opc_plain(document: Path, folder: Path, package: str) -> Words:
    config = folder / "config.json"
    config.write_text('{"post_hooks": []}', "utf-8")
    return [*_opc(document, folder, package), "--config", config]


_META = ("--meta", "none", "--overwrite")


def _ogc(document: Path, folder: Path, package: str) -> Words:
    command: Words = [
        "openapi-generator-cli",
        "generate",
        "-g",
        "python",
        "-i",
        document,
        "-o",
        folder,
    ]
    return [*command, "--package-name", package]


def _pog(document: Path, folder: Path, package: str) -> Words:
    command: Words = ["pyopenapi-gen", "gen", document, "--project-root", folder]
    return [*command, "--output-package", package, "--force", "--no-postprocess"]


def _clientele(document: Path, folder: Path, package: str) -> Words:
    return ["clientele", "start-api", "-f", document, "-o", folder / package]


def _opg(document: Path, folder: Path, package: str) -> Words:
    return ["openapi-python-generator", document, folder / package]


OPC, OGC = "openapi-python-client", "openapi-generator"
OPG = "openapi-python-generator"
PEERS = (
    Peer(OPC, OPC, OPC, _opc, f"{OPC}, with ruff"),
    Peer(f"{OPC}-plain", OPC, OPC, _opc_plain, f"{OPC}, unformatted"),
    Peer(OGC, OGC, f"{OGC}-runtime", _ogc),
    Peer("pyopenapi-gen", "pyopenapi-gen", "pyopenapi-gen", _pog, "pyopenapi-gen, unformatted"),
    Peer("clientele", "clientele", "clientele", _clientele),
    Peer(OPG, OPG, OPG, _opg),
)


def generate(
    peer: Peer, document: Path, folder: Path, package: str, *, seconds: float = 1200
) -> Ran:
    """Generate a package of a document with another tool, in an empty folder."""
    if not python(peer.environment).exists():
        raise Failed("not set up: make bench-setup")
    if peer.name == OGC and shutil.which("java") is None:
        raise Failed("needs java")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = peer.command(document, folder, package)
    return run(command, peer_environment(peer.environment), seconds=seconds)


def peer_environment(name: str) -> dict[str, str]:
    """Return the environment variables with which the commands of a tool are found."""
    return {"PATH": f"{VENVS / name / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": ""}


def specloom(
    *words: str | Path, caches: Path, formatter: str | None = None, seconds: float = 1200
) -> Ran:
    """Run `specloom generate` of this checkout, with its caches in a folder."""
    command: list[str | Path] = [sys.executable, "-m", "specloom", "generate", *words]
    if formatter is not None:
        command += ["--formatter", formatter]
    return run(command, _ours(caches), seconds=seconds).succeeded()


def stages(*words: str | Path, caches: Path, formatter: str | None = None) -> dict[str, float]:
    """Return the seconds of each stage, from a separate run with empty caches; empty if specloom
    does not report them."""
    if "--profile" not in _help():
        return {}
    shutil.rmtree(caches, ignore_errors=True)
    told = specloom(*words, "--profile", caches=caches, formatter=formatter).errors
    return {name: float(seconds) for name, seconds in STAGE.findall(told)}


STAGE = re.compile(r"^│ (\w+) +│ +(\d+\.\d+) │", re.MULTILINE)


def _ours(caches: Path) -> dict[str, str]:
    folders = {"XDG_CACHE_HOME": str(caches), "SPECLOOM_CACHE_DIR": str(caches / "specloom")}
    return {"PYTHONPATH": str(ROOT / "generator"), **folders}


@cache
def _help() -> str:
    return run([sys.executable, "-m", "specloom", "generate", "--help"], _ours(WORK)).output


def formatters(*, quick: bool = False) -> tuple[str | None, ...]:
    """Return the formatters that can be chosen, or one of them; one None if there is no choice."""
    if "--formatter" not in _help():
        return (None,)
    return ("ruff",) if quick else ("ruff", "black")


def imports(folder: Path, package: str, interpreter: Path) -> None:
    """Import every module of a package. Raises Failed if one cannot be imported."""
    ran = run([interpreter, PROBE, folder, package], {"PYTHONPATH": ""})
    found: dict[str, str] = ran.told()["broken"]
    if found:
        first = next(iter(found.items()))
        raise Failed(f"{len(found)} modules do not import, {first[0]}: {first[1][:120]}")


def lines(folder: Path) -> int:
    """Return how many lines of Python are in a folder."""
    return sum(path.read_bytes().count(b"\n") for path in folder.rglob("*.py"))


def batch_file(document: Path, folder: Path, package: str) -> Path:
    """Return the input of openapi-generator's batch mode for one document."""
    told = {"generatorName": "python", "inputSpec": str(document), "outputDir": str(folder)}
    folder.mkdir(parents=True)
    path = folder / "batch.json"
    path.write_text(json.dumps({**told, "packageName": package}), "utf-8")
    return path
