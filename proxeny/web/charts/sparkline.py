"""Sparklines: ninety days in the width of a word."""

from html import escape

import numpy as np

from proxeny.web.charts.geometry import line
from proxeny.web.charts.model import Floats, smoothed

STEP, HEIGHT, PADDING = 7, 22, 2  # pixels; the style sheet gives the picture its size
EVERY = 7  # a mean over seven days, once a week, holds each day once; fifty of them stand on a page


def sparkline(values: Floats, alternative: str) -> str:
    """Return a tiny curve of `values` (one a day, NaN unknown), week by week.

    Those who cannot see it read `alternative` instead.
    """
    words = f'<span class="sr">{escape(alternative)}</span>'
    points = smoothed(values)[::-EVERY][::-1]
    known = points[np.isfinite(points)]
    if known.size < 2:
        return words
    low, high = min(0.0, float(known.min())), float(known.max())
    depths = PADDING + (HEIGHT - 2 * PADDING) * (1 - (points - low) / max(high - low, 1e-12))
    path = line(np.round(2 * depths) / 2, STEP).replace(" 0.", " .").replace("-0.", "-.")
    return f'<svg class="sparkline" aria-hidden="true"><path d="{path}"/></svg>{words}'
