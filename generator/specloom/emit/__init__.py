"""Render templates, format the files and write them to the output folder."""
