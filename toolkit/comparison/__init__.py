"""Two or more tellings in, findings out: what is shared, reworded, or told by one alone."""
