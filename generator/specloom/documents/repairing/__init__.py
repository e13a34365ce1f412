"""Repairing: documents that are invalid but understandable become valid ones."""
