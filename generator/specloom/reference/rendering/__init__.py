"""Render the pages of a language: views in, HTML, Markdown and the list for the search out."""
