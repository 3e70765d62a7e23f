"""Orders to erase, the files that wait to go, and for how long records are kept."""

from proxeny.erasure.models.order import ErasedFile, Ground, Order, Standing
from proxeny.erasure.models.rule import RetentionRule

__all__ = ["ErasedFile", "Ground", "Order", "RetentionRule", "Standing"]
