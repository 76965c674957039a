"""Indicators: their definitions, their figures, and what is shipped."""
