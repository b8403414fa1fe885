"""The truth: articles, versions, the change log and the reader's own marks, in SQLite."""
