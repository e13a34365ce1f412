# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""The resources of the client, a module each."""
