"""HubSpot's own Python clients, unchanged, use the stand-in server, each in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hubspot_crm.testing import StandIn
from uv import find_uv_bin

from tests.install.environments import Environment

pytestmark = pytest.mark.install

PROGRAMS = Path(__file__).parent / "programs"
CLIENTS = [
    ("hubspot-api-client==12.0.0", "use_hubspot_api_client.py"),
    ("hubspot-sdk==0.1.0a9", "use_hubspot_sdk.py"),
]


@pytest.mark.parametrize(("requirement", "program"), CLIENTS, ids=["hubspot-api-client", "sdk"])
def test_a_client_of_hubspot_reaches_the_right_results(
    tmp_path: Path, requirement: str, program: str
) -> None:
    environment = Environment(tmp_path / "environment")
    for arguments in (
        ("venv", "--quiet", "--python", sys.executable, str(environment.folder)),
        ("pip", "install", "--quiet", "--python", str(environment.python), requirement),
    ):
        subprocess.run([find_uv_bin(), *arguments], check=True)
    crm = StandIn()
    with crm.serve() as url:
        printed = environment.run(PROGRAMS / program, url)
    assert f"from {environment.folder}" in printed
    assert [each["properties"]["email"] for each in crm.records("contacts")] == [
        *("ada@example.com", "1@example.com", "2@example.com", "3@example.com"),
    ]
    assert not [each for each in crm.requests if each.status and each.status >= 500]
