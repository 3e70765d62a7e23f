"""From a figure to points: a line through a few named places, so that anybody can follow it with a ruler."""

from itertools import pairwise


class Scale:
    """A line through places `(figure, points)` in the order of the figures; outside of them it goes on level."""

    def __init__(self, *places: tuple[float, float]) -> None:
        self.places = tuple(sorted(places))

    def points(self, figure: float) -> float:
        """Return the points at `figure`."""
        first, last = self.places[0], self.places[-1]
        if figure <= first[0]:
            return first[1]
        for (low, here), (high, there) in pairwise(self.places):
            if figure <= high:
                return here + (there - here) * (figure - low) / (high - low)
        return last[1]
