"""What Python the IR becomes: the only room that knows Python."""
