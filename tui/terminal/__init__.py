"""The wire: what reaches the terminal, and life over SSH."""
