"""Maps: where the boxes and lines of a value path go, so that it reads from left to right with few crossings.

`lay_out(nodes, edges)` gives a `Picture` of plain numbers in the unit of the nodes' sizes; drawing it is up to the caller.
"""

from proxeny.analytics.maps.layout import lay_out
from proxeny.analytics.maps.picture import Box, Node, Picture, Route, Spacing

__all__ = ["Box", "Node", "Picture", "Route", "Spacing", "lay_out"]
