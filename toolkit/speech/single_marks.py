"""Single quotation marks: which of them, most being apostrophes, closes what another opened."""

from toolkit.speech.marks import Place, is_single, may_close, may_open

_REACH_OF_POSSESSIVE = 60  # characters in which "‘the boys’ club" may be a quotation


class SingleClosers:
    """For every single mark of a paragraph that may open a quotation: which mark closes it.

    The first that cannot belong to a word, before the next one that opens. A mark that may ("the
    boys' coats", "goin' home") closes only what no other mark does, and only near by.
    """

    def __init__(self, places: list[Place]) -> None:
        self.places = places
        if not any(is_single(place.mark) for place in places):
            return  # then nobody asks
        size = len(places)
        self.sure, self.possible = [size] * (size + 1), [size] * (size + 1)
        self.doubles = [0] * (size + 1)  # double marks before each place
        for k, place in enumerate(places):
            self.doubles[k + 1] = self.doubles[k] + (not is_single(place.mark))
        for k in range(size - 1, -1, -1):
            mark = places[k].mark
            self.sure[k], self.possible[k] = self.sure[k + 1], self.possible[k + 1]
            if is_single(mark) and may_open(mark):
                self.sure[k] = self.possible[k] = size
            elif is_single(mark) and may_close(mark):
                if mark.apostrophe:
                    self.possible[k] = k
                else:
                    self.sure[k] = k

    def closer(self, at: int) -> int | None:
        """The mark that closes what mark ``at`` opens."""
        size = len(self.places)
        shut = self.sure[at + 1]
        if shut == size:
            shut = self.possible[at + 1]
            if shut == size or (
                self.places[shut].start - self.places[at].start > _REACH_OF_POSSESSIVE
            ):
                return None
        return shut if (self.doubles[shut] - self.doubles[at]) % 2 == 0 else None

    def alone(self, at: int) -> bool:
        """Whether no double mark follows in the paragraph."""
        return self.doubles[-1] == self.doubles[at]
