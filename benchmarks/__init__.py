"""specloom and hubspot-crm measured beside their peers: one run, the same inputs, ratios."""
