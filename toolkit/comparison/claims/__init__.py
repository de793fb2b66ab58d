"""How sure two tellings are of the same claim, and whether they say where they have it from."""
