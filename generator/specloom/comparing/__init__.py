"""Compare two versions of an API: for the users of its generated client, and for the API itself."""
