"""Which sentences of two tellings say the same, and why that is believed."""
