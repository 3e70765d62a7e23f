"""What is to be laid out, and where it came to lie. All lengths in one unit of the caller, y downwards."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """Something with a size. Lanes lie one above the other, number 0 on top; without lanes all are in lane 0.

    Raises ValueError for a size that is not above 0, or a lane below it.
    """

    key: str
    width: float
    height: float
    lane: int = 0

    def __post_init__(self) -> None:
        if not (self.width > 0 and self.height > 0 and self.lane >= 0):
            raise ValueError(f"“{self.key}” has no size, or no lane.")


@dataclass(frozen=True, slots=True)
class Spacing:
    """Least distances: between two layers, two nodes of a layer, a line and its neighbour, two lanes."""

    layers: float = 64.0
    nodes: float = 24.0
    lines: float = 12.0
    lanes: float = 40.0


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node lies: its upper left corner, its size, its layer (0 on the left) and lane."""

    key: str
    x: float
    y: float
    width: float
    height: float
    layer: int
    lane: int


@dataclass(frozen=True, slots=True)
class Route:
    """The line of an edge, from the middle of the right side of `source` to the middle of the left side of `target`."""

    source: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole, its upper left corner at (0, 0). `lanes` are the tops and bottoms of the lanes, in the order of their numbers.

    `crossings` counts how often two lines cross.
    """

    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]
    lanes: tuple[tuple[float, float], ...]
    width: float
    height: float
    crossings: int
