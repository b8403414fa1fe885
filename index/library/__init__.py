"""The one door to a library: screens and commands go through `Library` and know nothing behind it."""

from index.library.facade import Library

__all__ = ["Library"]
