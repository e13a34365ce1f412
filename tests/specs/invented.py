"""An invented object type and API version, added to copies of the tables."""

import re
import shutil
from collections.abc import Collection
from pathlib import Path

from specs.authoring.__main__ import SPECS, main

VERSION = "2031-09"
LIGHTHOUSES = """
lighthouses:
  label: Lighthouses
  object_type_id: 0-999
  about: "Lighthouses: towers with a lamp."
  use_case: Keep the lamps burning.
  documentation: {name: Guide, url: "https://example.com/lighthouses"}
  scopes: {read: [crm.objects.contacts.read]}
  sample: {properties: {name: Pharos}, changes: {name: Eddystone}, property: name, value: Pharos}
  versions:
"""
IN_NEW_VERSION = '    "2031-09": {root: "/crm/objects/2031-09/{objectType}", id: objectId}\n'
IN_V3_ONLY = (
    "    v3: {root: /crm/v3/objects/lighthouses, id: lighthouseId, only: [list, get, search]}\n"
)
VERSION_ROW = f'"{VERSION}":\n  dialect: combined\n  about: A version to come.\n'


def copy_specs(folder: Path) -> Path:
    """Copy all of `specs/` except its code to `folder`, and return that."""
    for path in SPECS.iterdir():
        if path.is_dir() and path.name not in ("authoring", "__pycache__"):
            shutil.copytree(path, folder / path.name)
        elif path.suffix in (".toml", ".md"):
            shutil.copy(path, folder)
    return folder


def copy_tables(folder: Path, *, objects: Collection[str], apis: Collection[str]) -> Path:
    """Copy the tables to `folder` with only these rows of objects.yaml and these supporting APIs.

    Their documents are copied too.
    """
    shutil.copytree(SPECS / "tables", folder / "tables")
    for path in (folder / "tables/supporting").iterdir():
        if path.stem not in apis:
            path.unlink()
    table = folder / "tables/objects.yaml"
    rows = re.split(r"^(?=\w+:$)", table.read_text("utf-8"), flags=re.MULTILINE)
    kept = [row for row in rows if row.startswith("#") or row.partition(":")[0] in objects]
    table.write_text("".join(kept), "utf-8")
    for path in (SPECS / "documents").glob("*/*.json"):
        if path.stem in (*objects, *apis):
            copy = folder / path.relative_to(SPECS)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
    return folder


def append(specs: Path, table: str, text: str) -> None:
    """Add rows at the end of a table."""
    with (specs / "tables" / table).open("a", encoding="utf-8") as file:
        file.write(text)


def invent(specs: Path) -> None:
    """Add lighthouses, in version 3 and in a version of their own, and write their documents.

    `specs` is a copy by `copy_specs`; its project file does not have the version yet.
    """
    append(specs, "versions.yaml", VERSION_ROW)
    append(specs, "objects.yaml", LIGHTHOUSES + IN_V3_ONLY + IN_NEW_VERSION)
    assert main(["--specs", str(specs)]) == 0
