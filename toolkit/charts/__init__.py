"""Drawing: a small table in, a picture out. Nothing here computes a measure.

Every chart has a text twin (`table_html`), because a picture alone is no evidence
to somebody who cannot see it, and because notebook tests compare words, not pixels.
"""
