"""The endpoint documents, the tables they are generated from, and the overlays that correct them."""
