"""The colours of a chart that leaves the page: on white paper, the style sheet’s classes as attributes."""

INK, GREY, FAINT, PALE, VERMILION = "#1d2023", "#5f6468", "#85888b", "#dedbd3", "#c8372d"
FONTS = "system-ui, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif"
_WORDS = {"font-family": FONTS, "font-size": "12", "fill": GREY}
_STROKE = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}

PRINT = {
    "chart-title": {**_WORDS, "font-size": "15", "font-weight": "600", "fill": INK},
    "chart-words": _WORDS,
    "chart-value": {**_WORDS, "text-anchor": "end"},
    "chart-name": {**_WORDS, "text-anchor": "end"},
    "chart-label": {**_WORDS, "font-weight": "600", "fill": INK},
    "chart-grid": {"stroke": PALE, "stroke-width": "1"},
    "chart-base": {"stroke": FAINT, "stroke-width": "1"},
    "chart-daily": {**_STROKE, "stroke": FAINT, "stroke-width": "1"},
    "chart-smooth": {**_STROKE, "stroke": INK, "stroke-width": "1.75"},
    "chart-usual": {"fill": PALE, "fill-opacity": "0.55", "stroke": FAINT, "stroke-width": "0.75"},
    "chart-holiday": {"stroke": FAINT, "stroke-width": "0.75"},
    "chart-gap": {"stroke": FAINT, "stroke-width": "1"},
    "chart-workday": {"fill": GREY},
    "chart-swing": {**_STROKE, "stroke": INK, "stroke-width": "1.5"},
    "chart-since": {"stroke": INK, "stroke-width": "1", "stroke-dasharray": "2 3"},
    "chart-today": {"stroke": GREY, "stroke-width": "1"},
    "chart-mark": {**_WORDS, "text-anchor": "middle", "fill": INK},
    "chart-judged": {"fill": VERMILION, "font-weight": "700"},
    "chart-end": {"text-anchor": "end"},
}
"""What each class of the style sheet looks like in print."""
