"""Articles."""

from proxeny.knowledge.models.article import Article

__all__ = ["Article"]
