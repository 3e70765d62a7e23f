"""What every bundle says, whatever it is about: what it proves, what it cannot, how anybody verifies it."""

from proxeny.core.sentences import N_

PROVES = (
    N_(
        "Each entry below stands in the record at its number, with the columns and the text that are shown here. With one "
        "letter changed, its proof no longer leads to the head of the record."
    ),
    N_("The entries were written in this order. None of them was put between two others later."),
    N_(
        "Where somebody outside kept a head of the record, an entry that it covers is older than the moment at which that was "
        "received. Nobody can back-date it, not even who holds the key."
    ),
    N_(
        "An entry without its text, or whose text was erased, stands in the record all the same, at its place and under that "
        "name; what it said is not shown here."
    ),
)
CANNOT = (
    N_("That what was written is true, or who sat at the keyboard."),
    N_(
        "That everything was written down, or that these are all the entries there are about this: only what is here is proven."
    ),
    N_(
        "The names beside the entries: the record keeps numbers of people, and the names are those of the day on which this "
        "was made."
    ),
    N_(
        "The exact time: the clock is that of the server. What is newer than the last head that somebody outside holds, "
        "whoever has the key could still write otherwise."
    ),
)
ANYWHERE = N_("On any computer with Proxeny installed, without our server and without network:")
COMPARE = N_(
    "Compare the key with the one that was published elsewhere, not with this page: whoever forges a bundle also writes the "
    "page. With a head that you have kept yourself, from a mail for example, add --head FILE."
)
PAPER = N_(
    "This paper is part of a file, and what is proven stands in that file: evidence.json, which a program reads. The line of "
    "letters and digits below each entry is its hash in the record."
)
AROUND = {
    "bundle": N_("Bundle of evidence"),
    "entries": N_("Entries"),
    "entry": N_("Entry"),
    "when": N_("When"),
    "what": N_("What happened"),
    "raw": N_("As it is on record"),
    "gone": N_("the file is not here any more"),
    "file": N_("File"),
    "files": N_("Files that entries name"),
    "hash": N_("Hash (SHA-256)"),
    "holders": N_("Who holds a head of the record"),
    "heads": N_(
        "A head is a fingerprint of all entries up to it. These were handed out; ask there for the copy and compare."
    ),
    "paper": PAPER,
}
