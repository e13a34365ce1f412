"""Write the files of a new project: a commented project file, and an overlay."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from specloom.initializing.settings import Settings


def project_text(settings: Settings, overlay: str) -> str:
    """Return the content of the project file."""
    lines = [
        "# The project file of specloom, created by `specloom init`. You can change it.",
        "# docs/project-file.md describes all settings.",
        "",
        "[package]",
        f"name = {quoted(settings.name)}",
        f"module = {quoted(settings.module)}",
        f"client = {quoted(settings.client)}",
    ]
    if settings.license:
        lines.append(f"license = {quoted(settings.license)}")
    if settings.urls:
        links = ", ".join(f"{quoted(key)} = {quoted(url)}" for key, url in settings.urls.items())
        lines.append(f"urls = {{ {links} }}")
    lines += ["", "[documents]", f"files = {quoted(settings.document)}"]
    if overlay:
        lines.append(f"overlays = [{quoted(overlay)}]  # what the document does not describe")
    lines += _security(settings)
    lines += _table(
        "calls",
        "The call of each operation. Without a line, the rules of docs/names.md apply.",
        settings.calls,
    )
    if settings.others:
        lines += ["# Not in the configuration, so their names come from their paths:"]
        lines += [f"#   {comment(each)}" for each in settings.others]
    lines += _table("names", "The names of models.", settings.names)
    return "\n".join(lines) + "\n"


def overlay_text(
    settings: Settings, title: str = "What the configuration adds to the document"
) -> str:
    """Return the overlay in YAML."""
    actions: list[dict[str, object]] = []
    for each in settings.changes:
        change = {"remove": True} if each.update is None else {"update": each.update}
        actions.append({"target": each.target, "description": each.description, **change})
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": title, "version": "1.0.0"},
        "actions": actions,
    }
    import yaml  # few commands need it

    class Dumper(yaml.SafeDumper):
        """Writes equal values in full, not as aliases."""

        def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as its base has it
            return True

    text = yaml.dump(overlay, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=120)
    return (
        "# Created by `specloom init`. You can change it. docs/extensions.md describes "
        f"x-specloom-.\n{text}"
    )


def _security(settings: Settings) -> Iterator[str]:
    if settings.security:
        yield from (
            "",
            "# The arguments of the client, and the security schemes that they set.",
        )
        yield "[security]"
        for argument, schemes in settings.security.items():
            yield f"{argument} = [{', '.join(quoted(each) for each in schemes)}]"
    if settings.environment:
        yield from (
            "",
            "# The environment variables for client arguments that are not passed.",
        )
        yield "[client.environment]"
        for argument, variable in settings.environment.items():
            yield f"{argument} = {quoted(variable)}"


def _table(name: str, comment: str, values: Mapping[str, str]) -> Iterator[str]:
    if values:
        yield from ("", f"# {comment}", f"[{name}]")
        for key, value in values.items():
            yield f"{quoted(key)} = {quoted(value)}"


def quoted(text: str) -> str:
    """Return a TOML basic string. It is a JSON string with one more character escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def comment(text: str) -> str:
    """Return a string as part of a comment, on one line."""
    return "".join(each if each.isprintable() else "?" for each in text)
