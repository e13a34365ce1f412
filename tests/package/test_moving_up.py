"""Test that moving to another version changes one import, and that the type checker lists the real
changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

GENERATED = Path(__file__).parent.parent.parent / "generated"
PROGRAM = """
from hubspot_crm.VERSION import HubSpot
from hubspot_crm.VERSION.models import Filter, FilterGroup


def sync_tasks(client: HubSpot) -> list[str]:
    created = client.tasks.create(properties={"hs_task_subject": "Call back"})
    not_done = Filter(property_name="hs_task_status", operator="NEQ", value="COMPLETED")
    found = [task.id for task in client.tasks.search(filter_groups=[FilterGroup(filters=[not_done])])]
    client.tasks.update(created.id, properties={"hs_task_status": "COMPLETED"})
    client.companies.merge(primary_object_id="1", object_id_to_merge="2")
    for record in client.objects("2-123").list(limit=100):
        found.append(record.id)
    return found


def warnings_of(client: HubSpot) -> int:
    created = client.deals.create(properties={"dealname": "One"})
    return len(created.warnings or [])


def label(client: HubSpot) -> None:
    client.tasks.associations.create_default("1", "contacts", "2")


def projects(client: HubSpot) -> None:
    client.projects.list()
"""


def complaints(version: str, folder: Path) -> list[str]:
    """Return what mypy reports about the program with one version, by line and message."""
    program = folder / f"program_{version}.py"
    program.write_text(PROGRAM.replace("VERSION", version), "utf-8")
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--no-error-summary",
            "--hide-error-context",
            program.name,
        ],
        cwd=folder,
        env={"MYPYPATH": str(GENERATED), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        line.partition(": error: ")[2] for line in result.stdout.splitlines() if ": error: " in line
    ]


@pytest.mark.whole
def test_a_program_that_fits_one_version(tmp_path: Path) -> None:
    assert complaints("v2026_03", tmp_path) == []


@pytest.mark.whole
def test_the_newer_version_lists_what_is_removed_and_nothing_else(tmp_path: Path) -> None:
    assert complaints("v2026_09", tmp_path) == [
        '"Tasks" has no attribute "associations"  [attr-defined]',
        '"HubSpot" has no attribute "projects"  [attr-defined]',
    ]
