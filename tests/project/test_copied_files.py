"""The files that people copy or refer to: the action for GitHub and the container file."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import yaml
from specloom.cli import main
from specloom.initializing.workflows import workflow_text

ROOT = Path(__file__).parent.parent.parent
ACTION = ROOT / "action.yml"
CONTAINER = ROOT / "Dockerfile"
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")


def action() -> Any:
    return yaml.safe_load(ACTION.read_text("utf-8"))


def commands(steps: list[dict[str, Any]]) -> list[str]:
    return [" ".join(each["run"].split()) for each in steps if "run" in each]


def test_the_action_is_one_that_github_accepts() -> None:
    found = action()
    assert {"name", "description", "inputs", "runs"} == found.keys()
    assert found["runs"]["using"] == "composite"
    for each in found["inputs"].values():
        assert each.keys() == {"description", "default"} and isinstance(each["default"], str)
    for step in found["runs"]["steps"]:
        # A step of a composite action that runs something needs a shell.
        assert ("uses" in step) != ("run" in step) and ("shell" in step) == ("run" in step)
        # Inputs reach commands by the environment, so they cannot become code.
        assert "${{" not in step.get("run", "")
    used = set(re.findall(r"inputs\.([\w-]+)", ACTION.read_text("utf-8")))
    assert used == found["inputs"].keys()


def test_the_workflow_of_init_has_the_steps_of_the_action() -> None:
    workflow = yaml.safe_load(workflow_text('a "b".toml'))
    job = workflow["jobs"]["check"]
    assert job["env"] == {"PROJECT": 'a "b".toml'}
    install, *rest = commands(job["steps"])
    action_install, *action_rest = commands(action()["runs"]["steps"])
    assert install == "pip install specloom" and action_install.startswith("pip install ")
    assert rest == action_rest and len(rest) == 2
    python = next(each["with"] for each in job["steps"] if "setup-python" in each.get("uses", ""))
    assert python["python-version"] == action()["inputs"]["python-version"]["default"]


def test_the_commands_of_the_steps_are_valid() -> None:
    for command in commands(action()["runs"]["steps"])[1:]:
        words = command.partition(" >>")[0].replace('"', "").split()
        with main.make_context("specloom", [], resilient_parsing=True):
            main.commands[words[1]].make_context(words[1], words[2:])


def test_the_page_describes_each_input() -> None:
    rows = dict(re.findall(r"^\| `([\w-]+)` \| .* \| `([^`]+)` \|$", PAGE, re.MULTILINE))
    assert rows == {name: each["default"] for name, each in action()["inputs"].items()}


def test_the_container_file_builds_from_what_it_copies() -> None:
    text = CONTAINER.read_text("utf-8")
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    steps = [line.split(" ", 1) for line in lines if line and not line.startswith("#")]
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "ENTRYPOINT"}
    assert {name for name, _ in steps} == known and steps[0][0] == "FROM"
    copied = {
        name
        for step, rest in steps
        if step == "COPY" and "--from" not in rest
        for name in rest.split()[:-1]
    }
    assert all((ROOT / name).exists() for name in copied)
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line[1:] for line in ignored if line.startswith("!")} == copied
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    built = {project["project"]["readme"], *project["project"]["license-files"], "pyproject.toml"}
    built |= {each.partition("/")[0] for each in (*wheel["packages"], *wheel["force-include"])}
    assert copied == built
    extras = re.findall(r"\.\[(\w+)\]", text)
    assert set(extras) <= project["project"]["optional-dependencies"].keys() and extras
    assert json.loads(steps[-1][1]) == ["specloom"]
    assert re.search(r"^docker run .* specloom check --frozen$", PAGE, re.MULTILINE)
