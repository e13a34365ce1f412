"""Write a CI workflow and a pre-commit hook that keep a package up to date with its documents."""

from __future__ import annotations

WORKFLOW = ".github/workflows/specloom.yml"
HOOK = ".pre-commit-config.yaml"


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
    steps:
      - uses: actions/checkout@v4
        with: {{fetch-depth: 0}}
      - uses: actions/setup-python@v5
        with: {{python-version: "3.13"}}
      - run: pip install specloom
      - name: The package is what its documents say
        run: specloom check --project {project_file} --frozen --format github
      - name: What the pull request changes in the API
        if: github.event_name == 'pull_request'
        run: >-
          specloom diff "origin/${{{{ github.base_ref }}}}" --project {project_file} --format markdown
          >> "$GITHUB_STEP_SUMMARY"
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
