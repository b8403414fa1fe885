"""Damaged input by the thousand: `python -m tests.fuzz` mutates small files of every format and reads them."""
