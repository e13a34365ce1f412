"""Test what importing the package costs: nothing that only the first request or model needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

GENERATED = Path(__file__).parent.parent.parent / "generated"
HEAVY = ("httpx2", "httpcore2", "ssl", "msgspec", "asyncio")


def modules_after(code: str) -> set[str]:
    """Return the modules loaded in a new interpreter, in which warnings are errors, after some
    code."""
    script = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        env={**os.environ, "PYTHONPATH": str(GENERATED)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(result.stdout))


def test_the_package_alone_loads_no_http_library_no_ssl_and_no_model() -> None:
    loaded = modules_after("import hubspot_crm") - modules_after("")
    assert not [name for name in loaded if name.split(".")[0] in HEAVY]
    assert {name for name in loaded if name.startswith("hubspot_crm.")} == {
        "hubspot_crm._core",
        "hubspot_crm._core.lazy",
    }


def test_a_client_loads_no_http_library_no_ssl_and_no_model() -> None:
    loaded = modules_after("from hubspot_crm import HubSpot; HubSpot('token')")
    assert not [name for name in loaded if name.split(".")[0] in ("httpx2", "httpcore2", "ssl")]
    assert not [name for name in loaded if name.endswith((".models", ".appointments"))]


def test_a_resource_loads_what_it_needs_on_first_use() -> None:
    loaded = modules_after("from hubspot_crm.v3 import HubSpot; HubSpot('token').tasks")
    assert "hubspot_crm.v3.resources" in loaded
    assert "hubspot_crm.v3.resources.lists" not in loaded
    assert not [name for name in loaded if name.split(".")[0] in ("httpx2", "ssl")]


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    code = "import hubspot_crm\ntry: hubspot_crm.Nothing\nexcept AttributeError as e: assert 'Nothing' in str(e)"
    assert "hubspot_crm" in modules_after(code)


def test_every_public_name_is_there() -> None:
    code = "import hubspot_crm\nfor name in hubspot_crm.__all__: getattr(hubspot_crm, name)"
    assert "hubspot_crm.v3" in modules_after(code)
