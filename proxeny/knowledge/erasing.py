"""What articles may hold of a customer's people: names that stand in them."""

from proxeny.core.erasing import PRODUCT, REFERENCE, Held
from proxeny.core.sentences import N_
from proxeny.knowledge.models import Article

HELD = (
    Held(
        Article, kind=N_("articles"), texts=("title", "body", "retired_because"), reference="article",
        never={"product": PRODUCT, "source": REFERENCE},
    ),
)  # fmt: skip
