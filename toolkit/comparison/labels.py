"""What to call the tellings of a comparison."""

from toolkit.comparison.compare import Comparison


def labels(comparison: Comparison) -> list[str]:
    """What to call each telling: its outlet, with the id added where two outlets are equal."""
    names = [article.label for article in comparison.articles]
    return [
        f"{name} ({article.id})" if names.count(name) > 1 else name
        for name, article in zip(names, comparison.articles, strict=True)
    ]
