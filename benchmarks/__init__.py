"""Measure specloom and hubspot-crm next to other tools: one run, the same inputs, ratios."""
