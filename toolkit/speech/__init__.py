"""Who is heard in one article: quotations, indirect speech, their speakers and cue verbs."""
