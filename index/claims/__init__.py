"""Which sentences are key claims, and why."""
