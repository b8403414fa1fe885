"""Full-text search: one grammar (`query`), one port (`engine`), two engines behind it (`whoosh`, `memory`)."""
