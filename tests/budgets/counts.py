"""Count what the package costs: modules, bytes and instructions, each by its name in budgets.toml."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from hatchling.builders.wheel import WheelBuilder

from tests.support.loopback import Loopback, json_answer

ROOT = Path(__file__).parent.parent.parent
GENERATED = ROOT / "generated"
DOCUMENT = ROOT / "specs" / "documents" / "2026-09" / "tasks.json"
RECORD: dict[str, object] = {
    "id": "512",
    "properties": {},
    "createdAt": "2026-03-04T05:06:07.089Z",
    "updatedAt": "2026-03-04T05:06:07.089Z",
    "archived": False,
}


def environment() -> dict[str, str]:
    """Return the environment variables of a process whose counts do not depend on the user."""
    paths = [str(GENERATED), str(ROOT / "generator"), str(ROOT)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONHASHSEED": "0",
        "LC_ALL": "C.UTF-8",
    }


def _printed(code: str, **more: str) -> str:
    command = [sys.executable, "-c", code]
    env = {**environment(), **more}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    return done.stdout.strip().rpartition("\n")[2]


def _modules(code: str, **more: str) -> int:
    """Return how many modules some code loads, in addition to those of the interpreter."""
    counted = f"import sys\nbefore = len(sys.modules)\n{code}\nprint(len(sys.modules) - before)"
    return int(_printed(counted, **more))


def modules_of_import() -> int:
    return _modules("import hubspot_crm")


def modules_of_client() -> int:
    return _modules("from hubspot_crm import HubSpot; HubSpot('token')")


def modules_of_first_call() -> int:
    with Loopback(lambda request: json_answer(RECORD)) as server:
        made = f"HubSpot('token', base_url={server.url!r})"
        return _modules(f"from hubspot_crm import HubSpot; {made}.tasks.get('512')")


@cache
def _first_resource() -> Mapping[str, int]:
    """Return what the first resource of a client loads of the package, without the core: modules,
    lines and classes."""
    code = """
import gc, json, linecache, sys
from hubspot_crm import HubSpot

def classes():
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, type)]

client = HubSpot("token")
modules, known = set(sys.modules), set(map(id, classes()))
client.tasks
ours = lambda name: name.startswith("hubspot_crm.") and "._core" not in name
loaded = [name for name in sys.modules if name not in modules and ours(name)]
made = [each for each in classes() if id(each) not in known and ours(each.__module__)]
lines = sum(len(linecache.getlines(sys.modules[name].__file__)) for name in loaded)
print(json.dumps({"modules": len(loaded), "lines": lines, "classes": len(made)}))
"""
    found: dict[str, int] = json.loads(_printed(code))
    return found


def modules_of_first_resource() -> int:
    return _first_resource()["modules"]


def lines_of_first_resource() -> int:
    return _first_resource()["lines"]


def classes_of_first_resource() -> int:
    return _first_resource()["classes"]


def modules_of_help() -> int:
    return _modules(_command("--help"))


def modules_of_unchanged() -> int:
    """Return the modules that `generate` loads if all files are up to date."""
    with tempfile.TemporaryDirectory() as folder:
        words = ("generate", str(DOCUMENT), "--package", "made_api", "--output", f"{folder}/out")
        caches = {"XDG_CACHE_HOME": f"{folder}/caches", "SPECLOOM_CACHE_DIR": f"{folder}/ours"}
        _modules(_command(*words), **caches)
        return _modules(_command(*words), **caches)


def _command(*words: str) -> str:
    return (
        "import contextlib\nfrom specloom.cli import main\n"
        f"with contextlib.suppress(SystemExit): main({list(words)!r})"
    )


@cache
def _wheel() -> tuple[int, int]:
    with tempfile.TemporaryDirectory() as folder:
        [path] = WheelBuilder(str(GENERATED)).build(directory=folder, versions=["standard"])
        with ZipFile(path) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
        return Path(path).stat().st_size, unpacked


def bytes_of_wheel() -> int:
    return _wheel()[0]


def bytes_unpacked() -> int:
    return _wheel()[1]


@cache
def _memory() -> Mapping[str, int]:
    code = "import json; from tests.budgets.work import memory; print(json.dumps(memory()))"
    found: dict[str, int] = json.loads(_printed(code))
    return found


@cache
def _instructions() -> Mapping[str, int]:
    """Return the instructions of each piece of work, between two marks."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out"]
        command += ["--dump-before=getppid", "--dump-before=getsid"]
        command += [sys.executable, "-m", "tests.budgets.work"]
        subprocess.run(command, env=environment(), capture_output=True, check=True, cwd=ROOT)
        # A dump contains what was counted since the previous one: every second one is a piece of work.
        names = [*PIECES, "yardstick"]
        dumps = [Path(folder, f"out.{2 * number + 2}") for number in range(len(names))]
        return {name: _total(dump) for name, dump in zip(names, dumps, strict=True)}


def yardstick() -> int:
    """Return the instructions of work that does not use the package. They identify the
    interpreter."""
    return _instructions()["yardstick"]


def _total(dump: Path) -> int:
    found = re.search(r"^totals: (\d+)$", dump.read_text("utf-8"), re.MULTILINE)
    assert found is not None, "callgrind told no total"
    return int(found[1])


def can_count_instructions() -> bool:
    """Return whether callgrind is installed."""
    return shutil.which("valgrind") is not None


PIECES = ("decode_100", "encode_100", "get", "batch_100")
"""The pieces of `work` that have budgets, in order."""
PLAIN: Mapping[str, Callable[[], int]] = {
    "modules_of_import": modules_of_import,
    "modules_of_client": modules_of_client,
    "modules_of_first_call": modules_of_first_call,
    "modules_of_first_resource": modules_of_first_resource,
    "lines_of_first_resource": lines_of_first_resource,
    "classes_of_first_resource": classes_of_first_resource,
    "modules_of_specloom_help": modules_of_help,
    "modules_of_specloom_unchanged": modules_of_unchanged,
    "bytes_of_wheel": bytes_of_wheel,
    "bytes_unpacked": bytes_unpacked,
}


def count(name: str) -> int:
    """Return one count by its name. Raises KeyError for an unknown name."""
    what, _, piece = name.partition("_of_")
    if what == "instructions":
        return _instructions()[piece]
    if what == "peak_bytes":
        return _memory()[piece]
    return PLAIN[name]()


NAMES = (
    *PLAIN,
    *(f"peak_bytes_of_{each}" for each in PIECES),
    *(f"instructions_of_{each}" for each in PIECES),
)
