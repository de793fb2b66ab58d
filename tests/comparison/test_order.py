"""Which links stand in another order."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.comparison.links.alignment import Alignment, Link
from toolkit.comparison.order import moved


def alignment(order):
    links = tuple(Link((i,), (j,), "reworded", 0.5) for i, j in enumerate(order))
    return Alignment(links, (), ())


def test_the_lead_that_was_the_end_is_the_one_that_moved():
    assert [link.a for link in moved(alignment([1, 2, 3, 0]))] == [(3,)]
    assert moved(alignment([0, 1, 2])) == ()
    assert moved(Alignment((), (), ())) == ()


@given(st.permutations(range(6)))
def test_no_fewer_would_do(order):
    gone = {link.a[0] for link in moved(alignment(order))}
    rest = [j for i, j in enumerate(order) if i not in gone]
    assert rest == sorted(rest)
    longest = max(
        n for n in range(7) for some in combinations(order, n) if list(some) == sorted(some)
    )
    assert len(rest) == longest
