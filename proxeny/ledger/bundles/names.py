"""The names of the files in a bundle."""

PAGE, EVIDENCE, HEADS, MANIFEST = "index.html", "evidence.json", "head.txt", "manifest.txt"
PAPER = "evidence.pdf"
ALWAYS = frozenset({PAGE, EVIDENCE, HEADS, MANIFEST})
SOMETIMES = frozenset({PAPER})
"""What a bundle may have or lack; older ones have no paper."""
ATTACHMENTS = "attachments/"
