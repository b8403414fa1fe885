"""A comparison on paper: Markdown and HTML."""
