"""Set up the other tools: an environment with pinned requirements for each, and its client of one
document.

`python -m benchmarks.environments` does what is not done yet. What cannot be set up is reported and
omitted; the tables then say so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv

from benchmarks.generators import PEERS, generate
from benchmarks.places import CLIENTS, DOCUMENT, REQUIREMENTS, VENVS, python


def main() -> None:
    """Create all environments, then the client of each tool."""
    missing = [
        name
        for name in sorted(path.stem for path in REQUIREMENTS.glob("*.txt"))
        if not create_environment(name)
    ]
    if shutil.which("java") is None:
        missing.append("java")
    for peer in PEERS:
        target = CLIENTS / peer.name
        if peer.name in missing or target.is_dir():
            continue
        ran = generate(peer, DOCUMENT, target, "tasks_api")
        if ran.status != 0:
            shutil.rmtree(target, ignore_errors=True)
            missing.append(f"the client of {peer.name}")
    if missing:
        print("could not be set up:", ", ".join(missing), file=sys.stderr)


def create_environment(name: str) -> bool:
    """Create one environment unless it is up to date; return whether it exists now."""
    wanted = (REQUIREMENTS / f"{name}.txt").read_text("utf-8")
    folder, done = VENVS / name, VENVS / name / "installed.txt"
    if done.is_file() and done.read_text("utf-8") == wanted:
        return True
    print(f"setting up {name}", flush=True)
    venv.create(folder, clear=True, with_pip=False, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", str(python(name)), "install", "--quiet"]
    pip += ["--no-deps", "--disable-pip-version-check", "-r", str(REQUIREMENTS / f"{name}.txt")]
    installed = subprocess.run(pip, check=False, capture_output=True, text=True)
    if installed.returncode != 0:
        print(installed.stderr, file=sys.stderr)
        return False
    done.write_text(wanted, "utf-8")
    return True


if __name__ == "__main__":
    main()
