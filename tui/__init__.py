"""The reader in a terminal, and the command `lateral`."""
