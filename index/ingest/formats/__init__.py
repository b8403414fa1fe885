"""One reader a format: each module has `read(blob)`, which yields drafts, skips and members to be read in turn."""
