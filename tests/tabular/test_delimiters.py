from proxeny.tabular.delimiters import find_delimiter


def test_quotation_marks_inside_cells_speak_against_a_delimiter():
    assert find_delimiter('a,b;c,d;e\n"1,2";3;"4,5"\n"6,7";8;"9,0"\n') == ";"
    assert find_delimiter('name,note\r"A;B;C","12"" plate"\r"D;E;F",x\r') == ","
    assert find_delimiter("one column") == ","
