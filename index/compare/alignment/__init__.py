"""Which sentences of several articles belong side by side."""
