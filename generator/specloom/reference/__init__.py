"""Make the reference pages of an API: static HTML and Markdown, in each language of the project."""
