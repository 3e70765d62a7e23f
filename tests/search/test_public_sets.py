"""Finding measured on public question sets; a sample of the questions unless PROXENY_TEST_ALL is set."""

import gzip
import json
import os
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from statistics import median

import pytest
from django.db.models import Q

from proxeny.core import clock, references
from proxeny.search import finding, keeping

pytestmark = [pytest.mark.data, pytest.mark.django_db]
SAMPLE = 100


def lines(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def keep(texts: Iterable[tuple[str, str]]) -> None:
    finding.forget_sizes()
    keeping.put_many(
        keeping.Text(
            references.to("section", key), references.to("section", key), "dossier", clock.now(), text=text
        )
        for key, text in texts
    )


def measured(name: str, questions: list[tuple[str, set[str]]]) -> tuple[float, float]:
    """Ask, print, and return the mean reciprocal rank and the recall within ten."""
    every = 1 if os.environ.get("PROXENY_TEST_ALL") else max(1, len(questions) // SAMPLE)
    ranks, seconds = [], []
    for question, right in questions[::every]:
        begin = time.perf_counter()
        found = [hit.document.about.partition(":")[2] for hit in finding.resembling(question, Q(), 10)]
        seconds.append(time.perf_counter() - begin)
        ranks.append(next((place for place, key in enumerate(found, 1) if key in right), 0))
    reciprocal = sum(1 / rank for rank in ranks if rank) / len(ranks)
    recall = sum(rank > 0 for rank in ranks) / len(ranks)
    print(
        f"\n{name}: {len(ranks)} questions, MRR@10 {reciprocal:.3f}, R@10 {recall:.3f}, {1000 * median(seconds):.0f} ms"
    )
    return reciprocal, recall


def test_paragraphs_answer_questions_about_them(public_data: Path) -> None:
    folder = public_data / "zh_retrieval"
    keep((one["id"], one["text"]) for one in lines(folder / "cmrc2018_dev.passages.jsonl.gz"))
    right: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "cmrc2018_dev.qrels.tsv").read_text("utf-8").splitlines():
        question, passage, relevance = line.split("\t")
        if relevance == "1":
            right[question].add(passage)
    asked = [(one["query"], right[one["id"]]) for one in lines(folder / "cmrc2018_dev.queries.jsonl.gz")]
    reciprocal, _recall = measured("paragraphs", [one for one in asked if one[1]])
    assert reciprocal > 0.95


def test_sections_of_a_manual_are_found_by_their_headings(public_data: Path) -> None:
    folder = public_data / "zh_product_faq"
    sections = lines(folder / "tidb_faq_sections.jsonl.gz")
    keep((one["id"], one["text"]) for one in sections + lines(folder / "tidb_docs_sections.jsonl.gz"))
    _reciprocal, recall = measured(
        "manual", [(one["heading"], {one["id"]}) for one in sections if one["is_question"]]
    )
    assert recall > 0.6
