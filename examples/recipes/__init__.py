"""Recipes: short programs for what people use a CRM client for. docs/recipes.md is made of them."""
