"""The screens: search, article, compare, stories, help."""
