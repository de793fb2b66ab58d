"""Inside two linked sentences: which words are kept, replaced, moved, left out."""
