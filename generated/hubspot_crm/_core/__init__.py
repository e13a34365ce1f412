"""The hand-written core of this package, which sends requests and decodes responses."""
