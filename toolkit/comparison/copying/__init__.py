"""Copied text: shared passages, where the words of a telling come from, what is its own."""
