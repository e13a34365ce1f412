"""Run the code of the pages about Arrow, Spark and Dask against the stand-in server.

It runs after the tests of Spark, whose virtual machine keeps the environment of its start.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm import HubSpot
from hubspot_crm.testing import StandIn

pytestmark = [pytest.mark.engines, pytest.mark.filterwarnings("default")]

PAGES = Path(__file__).parent.parent.parent / "docs" / "hubspot"
BLOCK = re.compile(r"^```(python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", ["arrow", "dask", "spark"])
def test_a_page(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if page == "spark" and shutil.which("java") is None:
        pytest.skip("Spark requires Java: make java")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", "")  # pages set it
    monkeypatch.setenv("PYTHONPATH", str(PAGES.parent.parent / "generated"))
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    crm = StandIn(seed=1)
    for name, kind in (("dealname", "string"), ("amount", "number"), ("closedate", "datetime")):
        crm.define("deals", name, kind, fieldType="text")
    crm.create(
        "deals", {"dealname": "Vats", "amount": "12500", "closedate": "2026-05-01T00:00:00Z"}
    )
    crm.create("deals", {"dealname": "Tanks"})
    names: dict[str, Any] = {"__name__": "page"}
    printed = ""
    with crm.serve() as url:
        monkeypatch.setitem(HubSpot.__init__.__kwdefaults__, "base_url", url)
        for kind, code in BLOCK.findall((PAGES / f"{page}.md").read_text("utf-8")):
            if kind == "text":
                assert printed == code
                continue
            # Tasks of Spark make clients in other processes.
            here = f'format("hubspot").option("base_url", "{url}")'
            code = code.replace('format("hubspot")', here)
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                exec(compile(code, page, "exec"), names)
            printed = output.getvalue()
        for name in {"client", "spark"} & names.keys():
            names[name].close() if name == "client" else names[name].stop()
