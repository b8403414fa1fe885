"""Articles of one story side by side: alignment, differences, tables, versions."""
