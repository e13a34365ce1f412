"""Recipes: complete programs for common tasks. `make recipes` writes docs/recipes.md from them."""
