"""Measures lateral against public corpora: `python -m tests.evaluation --corpora DIR --out DIR`."""
