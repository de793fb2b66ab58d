"""The few exceptions a user can meet: each says what is wrong and what to do."""


class SameStoryError(Exception):
    """Base of every error a user can meet.

    ``problem`` is one sentence on what is wrong, ``remedy`` one on what to do.
    The command line and the widgets print both, never a traceback.

    >>> print(SameStoryError("The file is empty.", "Choose a file with words in it."))
    The file is empty. Choose a file with words in it.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        return type(self), (self.problem, self.remedy)  # so that it can come out of a process


class ReadingError(SameStoryError):
    """A file, folder or text cannot be read as an article or a story."""


class NothingToAnalyse(SameStoryError):
    """Everything was read, and there is not one article with words in it."""


class UsageError(SameStoryError):
    """A name or option that does not exist was asked for."""
