"""Views to text, text to formatted text, formatted text to files."""
