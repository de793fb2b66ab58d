"""One article (or sentence, or corpus) in, numbers out."""
