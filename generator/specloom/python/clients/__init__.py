"""Plan the classes of clients and resources."""
