"""What a person looks at and clicks: state and events, no analysis.

Nothing is imported here, so that ``import toolkit.widgets`` stays cheap.
"""
