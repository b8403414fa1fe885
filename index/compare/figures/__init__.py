"""Figures made comparable: units, rounding, growth, tolls."""
