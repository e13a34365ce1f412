"""Lower what concerns a document as a whole: its information, servers and security schemes."""
