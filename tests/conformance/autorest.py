"""Run the scenarios of AutoRest's test server: `python -m tests.conformance.autorest`."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import sys
from dataclasses import dataclass, field
from typing import Any

from tests.conformance.derive import derived
from tests.conformance.npm_package import BUILD, MissingNode
from tests.conformance.packages import Package, generate_all
from tests.conformance.server import AutoRestServer, documents
from tests.conformance.steps import Script, run, run_async

# What the documents of the server ask of users, and the server looks for.
CREDENTIALS: dict[str, dict[str, Any]] = {
    "at_security_aad": {"aad_token": "token"},
    "at_security_key": {"azure_key": "123456789"},
}

Report = dict[str, dict[str, int]]


@dataclass(slots=True)
class Run:
    """What one client met: the reports of the server, and the calls that failed otherwise."""

    derived: Report = field(default_factory=dict)
    all: Report = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)


def client_options(module: Any) -> dict[str, Any]:
    options = importlib.import_module(f"{module.__name__}._core.options")
    retries = options.Retries(attempts=3, backoff=0.0, cap=1.0)
    return {"timeout": 20, "retries": retries, **CREDENTIALS.get(module.__name__, {})}


def run_sync(server: AutoRestServer, packages: list[Package], scripts: Any) -> dict[str, str]:
    failures: dict[str, str] = {}
    for package in packages:
        module = importlib.import_module(package.module)
        options = client_options(module)
        with getattr(module, package.client)(base_url=server.url, **options) as client:
            for title, script in scripts(package):
                try:
                    run(client, script)
                except Exception as error:
                    failures[f"{package.document} {title}"] = described(error)
    return failures


async def run_asynchronously(
    server: AutoRestServer, packages: list[Package], scripts: Any
) -> dict[str, str]:
    failures: dict[str, str] = {}
    for package in packages:
        module = importlib.import_module(package.module)
        options = client_options(module)
        async with getattr(module, f"Async{package.client}")(
            base_url=server.url, **options
        ) as client:
            for title, script in scripts(package):
                try:
                    await run_async(client, script)
                except Exception as error:
                    failures[f"{package.document} {title}"] = described(error)
    return failures


def described(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
