"""How alike two sentences are, and in what: their words, their voices, what they say."""
