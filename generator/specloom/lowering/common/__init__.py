"""Read what several parts of a document have in common: texts, media types and extensions."""
