"""Turn files into checked OpenAPI documents of one dialect, in which every value has its location."""
