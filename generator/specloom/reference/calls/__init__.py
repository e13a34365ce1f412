"""Write the call of an operation in each language, all from one example."""
