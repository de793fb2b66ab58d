"""Quotes and voices across tellings."""
