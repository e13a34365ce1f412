"""Write a CI workflow and a pre-commit hook that keep a package up to date with its documents."""

from __future__ import annotations

import json

WORKFLOW = ".github/workflows/specloom.yml"
HOOK = ".pre-commit-config.yaml"

CHECK = 'specloom check --project "$PROJECT" --frozen --format github'
"""The command that compares the package with its documents. `action.yml` has the same."""

DIFF = (
    'specloom diff "origin/$GITHUB_BASE_REF" --project "$PROJECT" --format markdown'
    ' >> "$GITHUB_STEP_SUMMARY"'
)
"""The command that describes what a pull request changes in the API. `action.yml` has the same."""


def workflow_text(project_file: str) -> str:
    """Return a GitHub workflow.

    It checks that the package is up to date, and shows the breaking changes of a pull request.
    """
    return f"""\
# Written by specloom init; it is yours to change.
name: specloom
on:
  push: {{branches: [main]}}
  pull_request:
jobs:
  check:
    runs-on: ubuntu-latest
    permissions: {{contents: read}}
    env: {{PROJECT: {json.dumps(project_file)}}}
    steps:
      - uses: actions/checkout@v4
        with: {{fetch-depth: 0}}
      - uses: actions/setup-python@v5
        with: {{python-version: "3.13"}}
      - run: pip install specloom
      - name: The package is what its documents say
        run: {CHECK}
      - name: What the pull request changes in the API
        if: github.event_name == 'pull_request'
        run: {DIFF}
"""


def hook_text(project_file: str) -> str:
    """Return a pre-commit hook that generates the package when a document is committed."""
    return f"""\
# Written by specloom init; it is yours to change.
repos:
  - repo: local
    hooks:
      - id: specloom
        name: specloom generate
        entry: specloom generate --quiet --project {project_file}
        language: python
        additional_dependencies: [specloom]
        pass_filenames: false
        files: '\\.(json|ya?ml|toml)$'
"""
