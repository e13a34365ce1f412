"""The build backends that a package can have, and what they require in its pyproject.toml."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec import Struct


class Backend(Struct, frozen=True):
    """A build backend.

    Attributes:
        requires: its requirement. A lower bound is the first version that accepts the metadata.
        module: the object that builds.
        lines: the lines that tell it where the package is; `{module}` stands for its quoted name, and
            `{module.*}` for that of all packages in it.
    """

    requires: str
    module: str
    lines: tuple[str, ...]

    def settings(self, module: str) -> tuple[str, ...]:
        """Return its lines for a package."""
        names = {"{module}": toml_string(module), "{module.*}": toml_string(f"{module}.*")}
        lines = "\n".join(self.lines)
        for name, value in names.items():
            lines = lines.replace(name, value)
        return tuple(lines.split("\n"))


BACKENDS: Mapping[str, Backend] = {
    "hatchling": Backend(
        "hatchling",
        "hatchling.build",
        ("[tool.hatch.build.targets.wheel]", "packages = [{module}]"),
    ),
    "uv_build": Backend(
        "uv_build>=0.8,<1",
        "uv_build",
        ("[tool.uv.build-backend]", "module-name = {module}", 'module-root = ""'),
    ),
    # Since version 2, poetry reads the table `project` like all others.
    "poetry-core": Backend(
        "poetry-core>=2.2,<3",
        "poetry.core.masonry.api",
        ("[tool.poetry]", "packages = [{ include = {module} }]"),
    ),
    "setuptools": Backend(
        "setuptools>=77.0.3",
        "setuptools.build_meta",
        (
            "[tool.setuptools.packages.find]",
            "include = [{module}, {module.*}]",
            "",
            "[tool.setuptools.package-data]",
            '"*" = ["*"]',
        ),
    ),
}
"""The backends by their names in the project file."""


def toml_string(text: str) -> str:
    """Return a TOML basic string in ASCII, so that no character in it can mislead a reader."""
    return "".join(
        each if each.isascii() and each != "\x7f" else f"\\U{ord(each):08x}"
        for each in json.dumps(text, ensure_ascii=False)
    )
