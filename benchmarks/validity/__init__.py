"""How well the numbers agree with people: measured on sets that people have labelled."""
