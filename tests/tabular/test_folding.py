from proxeny.tabular.folding import folded, narrow


def test_names_are_one_whatever_their_case_width_and_punctuation():
    assert (
        len({folded(name) for name in ("Customer ID", "customer_id", "ＣustomerID", "[Customer-Id]:")}) == 1
    )
    assert folded("Cafe\u0301") == folded("Café")
    assert len({folded(name) for name in ("Discount", "Discount %", "Discount $", "Discount €")}) == 4
    assert narrow(" １２² ") == "12²"
