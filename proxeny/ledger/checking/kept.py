"""Reading heads as somebody has kept them: a file they were appended to, a mail, a receipt."""

from itertools import takewhile


def notes_in(text: str) -> list[str]:
    """Return the heads in a file, each as it was signed; whatever else stands there, as in a mail, is passed over."""
    notes: list[str] = []
    said: list[str] = []
    for paragraph in text.replace("\r\n", "\n").split("\n\n"):
        lines = paragraph.strip("\n").split("\n")
        signed = list(takewhile(lambda line: line.startswith("— "), lines))
        if signed and said:
            notes.append("\n".join([*said, "", *signed, ""]))
        # Behind the signatures the next head may follow at once, where somebody has put two files together.
        said = lines[len(signed) :]
    return notes


def size_of(note: str) -> int:
    """Return how many lines a note claims to speak of; 0 where it does not say."""
    second = note.split("\n")[1:2]
    return int(second[0]) if second and second[0].isascii() and second[0].isdigit() else 0
