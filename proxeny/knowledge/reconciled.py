"""Which tables of this package are evidence."""

from proxeny.core.sentences import N_
from proxeny.knowledge.models import Article
from proxeny.ledger.rows.declaring import on_record

on_record(Article, N_("Article"), belongs=("article", ""))
