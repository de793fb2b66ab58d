"""Text as arrays: tokens, words and sentences of a whole batch of articles."""
