"""Install npm packages from a lock file into `build/`."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
BUILD = HERE.parent.parent / "build" / "conformance"


class MissingNode(Exception):
    """Node or npm is not installed."""


def node() -> str:
    """Return the path of `node`. Raises MissingNode if node or npm is not installed."""
    found = shutil.which("node")
    if found is None or shutil.which("npm") is None:
        raise MissingNode("node and npm are needed and not installed")
    return found


def installed(name: str) -> Path:
    """Return the `node_modules` folder of `npm/<name>`, installed from its lock file without
    running scripts."""
    node()
    source, target = HERE / "npm" / name, BUILD / "npm" / name
    files = [source / "package.json", source / "package-lock.json"]
    key = hashlib.sha256(b"".join(each.read_bytes() for each in files)).hexdigest()
    mark = target / "installed.txt"
    if not mark.exists() or mark.read_text() != key:
        target.mkdir(parents=True, exist_ok=True)
        for each in files:
            shutil.copy(each, target)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(command, cwd=target, check=True, stdout=subprocess.DEVNULL, timeout=600)
        mark.write_text(key)
    return target / "node_modules"
