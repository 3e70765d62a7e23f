"""The palette: finding anything and doing anything from the keyboard (docs/face.md, Palette)."""
