"""Which articles tell the same story, and which are copies of one text."""
