"""Reuse what was lowered of one document for equal parts of others."""
