"""Random shares that can be drawn again: the same seed and name give the same shares, whatever else is drawn.

Two plans that differ in one step are so compared on the same luck (common random numbers), which makes a small difference
visible with few draws.
"""

from hashlib import blake2b

import numpy as np

from proxeny.analytics.ranges import Floats

DRAWS = 10_000
"""At a chance near .8 so many draws leave a standard error of .004."""


def shares(name: str, *, seed: int, draws: int) -> Floats:
    """Return `draws` numbers, even between 0 and 1, that belong to this name and seed (from 0 on)."""
    own = int.from_bytes(blake2b(name.encode(), digest_size=8).digest())
    return np.random.default_rng([seed, own]).random(draws)
