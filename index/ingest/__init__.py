"""Bytes in, articles out: one module a format, a registry, a normaliser, the ledger."""
