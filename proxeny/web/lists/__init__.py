"""Lists: one component from which every list of the workbench is built (docs/face.md, “Lists”)."""
