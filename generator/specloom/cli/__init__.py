"""The command-line interface: commands that generate packages, and commands that report on documents."""

from specloom.cli.commands import main
from specloom.cli.comparing import diff
from specloom.cli.documenting import docs
from specloom.cli.generating import check, generate
from specloom.cli.initial import init
from specloom.cli.transforming import bundle, upgrade

__all__ = ["bundle", "check", "diff", "docs", "generate", "init", "main", "upgrade"]
