"""Write the pages of docs/reference/ from the command line and from the schema of the project file."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import click
from specloom.cli import main

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "reference"
SCHEMA = ROOT / "generator" / "specloom" / "project" / "schema.json"
NOTE = "<!-- Written by `make reference`. Do not edit. -->\n\n"


def pages() -> dict[Path, str]:
    """Return the pages of the reference by path."""
    return {
        FOLDER / "commands.md": NOTE + "\n".join(command_page()),
        FOLDER / "settings.md": NOTE + "\n".join(settings_page()),
    }


def command_page() -> Iterator[str]:
    """Return the page of all commands with their arguments and options."""
    yield "# Commands\n"
    yield (
        "`specloom COMMAND --help` prints the same. [Documents](../documents.md) explains the exit codes.\n"
    )
    group = main.make_context("specloom", [], resilient_parsing=True)
    for name, command in sorted(main.commands.items()):
        context = click.Context(command, info_name=name, parent=group)
        yield f"## `specloom {name}`\n"
        yield f"{cell(inspect.cleandoc(command.help or ''), lines=True)}\n"
        yield f"```text\n{command.get_usage(context).removeprefix('Usage: ')}\n```\n"
        yield "| option | meaning |\n|---|---|"
        for parameter in command.get_params(context):
            record = parameter.get_help_record(context)
            if record is not None and record[1] and "--help" not in parameter.opts:
                yield f"| `{cell(record[0])}` | {cell(record[1])} |"
        yield ""


def settings_page() -> Iterator[str]:
    """Return the page of all tables and settings of the project file."""
    schema: Mapping[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    yield "# Settings\n"
    yield (
        "All tables of the project file. [The project file](../project-file.md) explains how they work "
        "together. The JSON Schema of the file is `specloom/project/schema.json` in the installed package.\n"
    )
    for name, table in schema["properties"].items():
        required = " Required." if name in schema["else"]["required"] else ""
        yield f"## `[{name}]`\n"
        yield f"{table['description']}{required}\n"
        yield from example(name, table)
        if table.get("properties"):
            yield from rows(table, schema)


def rows(table: Mapping[str, Any], schema: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Return the settings of a table, with those of its inner tables."""
    if not prefix:
        yield "| setting | type | meaning | default |\n|---|---|---|---|"
    for name, setting in table["properties"].items():
        path = f"{prefix}{name}"
        default = "required" if name in table.get("required", ()) else default_of(setting)
        yield f"| `{path}` | {kind(setting)} | {cell(setting['description'])} | {default} |"
        inner = inner_table(setting, schema)
        if inner is not None:
            yield from rows(inner[1], schema, f"{path}{inner[0]}.")
    if not prefix:
        yield ""


def inner_table(
    setting: Mapping[str, Any], schema: Mapping[str, Any]
) -> tuple[str, Mapping[str, Any]] | None:
    """Return the table of settings in a setting, and the rest of a path to it."""
    if setting.get("properties"):
        return "", setting
    more = setting.get("additionalProperties")
    if isinstance(more, dict) and "properties" in more:
        return ".NAME", cast(Mapping[str, Any], more)
    items = setting.get("items", {})
    if "$ref" in items:
        return "[]", schema["$defs"][items["$ref"].rpartition("/")[2]]
    return None


def kind(setting: Mapping[str, Any]) -> str:
    """Return the type of a setting in words."""
    if "enum" in setting:
        return ", ".join(f"`{each}`" for each in setting["enum"])
    if "anyOf" in setting:
        return "string or list"
    if setting.get("format") == "date":
        return "date"
    names = {"array": "list", "object": "table", "integer": "whole number"}
    given: str = setting.get("type", "string")
    return names.get(given, given)


def default_of(setting: Mapping[str, Any]) -> str:
    if "x-default" in setting:
        return cell(setting["x-default"])
    return f"`{json.dumps(setting['default']).strip(chr(34))}`" if "default" in setting else ""


def example(name: str, table: Mapping[str, Any]) -> Iterator[str]:
    """Return an example of a table with free keys."""
    for given in table.get("examples", ()):
        lines = [f"{json.dumps(key)} = {toml(value)}" for key, value in given.items()]
        yield "```toml\n[" + name + "]\n" + "\n".join(lines) + "\n```\n"


def toml(value: object) -> str:
    if isinstance(value, dict):
        return (
            "{ "
            + ", ".join(
                f"{key} = {toml(each)}" for key, each in cast(Mapping[str, object], value).items()
            )
            + " }"
        )
    return json.dumps(value)


def cell(text: str, *, lines: bool = False) -> str:
    """Return a description as Markdown, in one cell of a table unless it may have lines."""
    code = text.split("`")
    code[::2] = [each.replace("<", "&lt;") for each in code[::2]]
    escaped = "`".join(code)
    return escaped if lines else " ".join(escaped.split()).replace("|", "\\|")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, "utf-8")
