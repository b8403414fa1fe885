"""Where the passages of a row disagree: one module a kind."""
