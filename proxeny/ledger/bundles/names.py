"""The names of the files in a bundle."""

PAGE, EVIDENCE, HEADS, MANIFEST = "index.html", "evidence.json", "head.txt", "manifest.txt"
ALWAYS = frozenset({PAGE, EVIDENCE, HEADS, MANIFEST})
ATTACHMENTS = "attachments/"
