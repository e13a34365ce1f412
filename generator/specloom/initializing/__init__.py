"""Write the first project file: of documents, or by the configuration of another generator."""

from specloom.initializing.stainless import Initial, from_stainless

__all__ = ["Initial", "from_stainless"]
