"""Test that ruff's linter finds nothing in generated packages, so that users can lint them as their own code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from specloom.python.layout.features import FEATURES

from tests.generate.conftest import Generated

ROOT = Path(__file__).parents[2]

RULES = (
    *("E", "W", "F", "N", "UP", "B", "A", "C4", "C90", "D", "DTZ", "ISC", "PGH", "PIE", "PLE"),
    *("PLR0912", "PLR0915", "PLW", "RET", "S", "SIM", "T20"),
)
IGNORED = (
    "A001",  # resources, models and arguments have the names of the API
    "A002",
    "B009",  # an attribute that the stubs of msgspec do not have
    "B904",  # the caught exception remains the context
    "D101",  # an async class of calls has the descriptions of its sync counterpart
    "D105",  # Python documents its magic methods
    "D107",  # the docstring of a class describes its arguments
    "D205",  # a description of the document may begin with a long sentence
    "DTZ011",  # the end of support is a date without a time zone
    "E501",  # long names of the API
    "N818",  # two internal exceptions are not errors
    "PLW1641",  # models are mutable, so they have no hash
    "N805",  # a descriptor of a class
    "RET504",  # a feature that the package does not have would change the variable
    "S101",  # assertions narrow types
    "S106",  # the URL of a token endpoint is not a password
    "S311",  # random numbers spread retries
    "S314",  # the XML reader rejects document types and deep nesting
    "SIM905",  # a long list of words reads better as one string
)

ALL = tuple(name.replace(" ", "_") for name, each in FEATURES.items() if each.summary)
"""The features that a project can request."""


def lint(folder: Path) -> str:
    """Return what ruff reports about a folder, without any settings of a project."""
    settings = (
        *("--select", ",".join(RULES), "--ignore", ",".join(IGNORED), "--target-version", "py311"),
        *(
            "--config",
            'lint.pydocstyle.convention="google"',
            "--config",
            "lint.mccabe.max-complexity=15",
        ),
        *("--config", "lint.pylint.max-branches=15"),
    )
    command = (sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", *settings)
    ran = subprocess.run(
        (*command, "--output-format", "concise", "--quiet", str(folder)),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.stderr == ""
    return ran.stdout


@pytest.mark.parametrize("features", [(), ALL])
def test_a_generated_petstore_has_no_findings(
    features: tuple[str, ...], generated: Generated
) -> None:
    document = (ROOT / "examples" / "petstore" / "petstore.yaml").read_text("utf-8")
    assert lint(generated(document, features=features).folder).splitlines() == []


def test_a_finding_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('"""A."""\n\nimport os\n', "utf-8")
    assert "F401" in lint(tmp_path)
