"""The endpoint documents, the tables they are written from, and the overlays that correct them."""
