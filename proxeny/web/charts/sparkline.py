"""Sparklines: ninety days in the width of a word."""

from html import escape

import numpy as np

from proxeny.web.charts.geometry import line
from proxeny.web.charts.model import Floats, smoothed

WIDTH, HEIGHT, PADDING, GRAIN = 96, 22, 2, 2
EVERY = 2  # of a mean over seven days, every second shows all that so small a picture can


def sparkline(values: Floats, alternative: str) -> str:
    """Return a tiny curve of `values` (one a day, NaN unknown).

    Those who cannot see it read `alternative` instead.
    """
    words = f'<span class="sr">{escape(alternative)}</span>'
    points = smoothed(values)[::-EVERY][::-1]
    known = points[np.isfinite(points)]
    if known.size < 2:
        return words
    low, high = min(0.0, float(known.min())), float(known.max())
    depths = PADDING + (HEIGHT - 2 * PADDING) * (1 - (points - low) / max(high - low, 1e-12))
    return (
        f'<svg class="sparkline" aria-hidden="true" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {len(points)} {GRAIN * HEIGHT}" preserveAspectRatio="none">'
        f'<path d="{line(depths, 1.0, GRAIN)}" vector-effect="non-scaling-stroke"/></svg>{words}'
    )
