"""Store measurements as JSON, one row at a time, with the machine and the versions."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.measure import Measured, Row
from benchmarks.places import REQUIREMENTS, RESULTS, ROOT


def read(path: Path = RESULTS) -> dict[str, Any]:
    """Return the results so far."""
    if not path.is_file():
        return {"rows": {}}
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def keep(row: Row, found: Sequence[Measured], command: str) -> None:
    """Add a row to the results, or replace it."""
    results = read()
    told = {"title": row.title, "unit": row.unit, "goal": row.goal, "axis": row.axis}
    about = {"command": command, "commit": commit(), "date": datetime.now(UTC).date().isoformat()}
    results["machine"], results["versions"] = machine(), versions()
    results["rows"][row.name] = {**told, **about, "cases": [asdict(each) for each in found]}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")


def machine() -> dict[str, Any]:
    """Return the properties of the machine on which the figures depend."""
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.is_file():
        named = [line for line in cpus.read_text().splitlines() if line.startswith("model name")]
        model = named[0].partition(":")[2].strip() if named else model
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
        "java": _said(["java", "-version"]).partition("\n")[0],
    }


def commit() -> str:
    """Return the measured commit, with a plus sign if files differ from it."""
    name = _said(["git", "rev-parse", "--short=10", "HEAD"])
    changed = _said(["git", "status", "--porcelain", "--untracked-files=no"])
    return f"{name}+" if changed else name


def versions() -> Mapping[str, str]:
    """Return the version of each tool, and of the libraries under ours, as pinned."""
    found: dict[str, str] = {}
    for path in sorted(REQUIREMENTS.glob("*.txt")):
        pins = dict(line.split("==") for line in path.read_text("utf-8").split() if "==" in line)
        wanted = (path.stem, f"{path.stem}-cli", "httpx2", "msgspec", "pyreqwest", "aiohttp")
        found.update({name: pins[name] for name in wanted if name in pins})
    return dict(sorted(found.items()))


def _said(command: Sequence[str]) -> str:
    if shutil.which(command[0]) is None:
        return "none"
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).strip()
