"""Write the first project file, from documents or from the configuration of another generator."""

from specloom.initializing.stainless import Initial, from_stainless

__all__ = ["Initial", "from_stainless"]
