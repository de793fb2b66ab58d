"""Amounts, dates and other quantities in one article, with the value each one stands for."""
