"""Which numbers of two tellings are the same, differ or stand alone."""
