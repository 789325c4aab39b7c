"""Reading a table from CSV, and every way in which a file is none."""

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.review.csv_table import read_csv


def read(text):
    return read_csv(text.encode(), "t.csv")


@pytest.mark.parametrize(
    "text",
    [
        "item,analyst,tag\n1,A,verified\n1,B,\n2,B,disputed\n",
        "\ufeffitem,analyst,tag\r\n1,A,verified\r\n1,B,\r\n2,B,disputed",
        "item;analyst;tag\n1;A;verified\n1;B;\n2;B;disputed\n",
        "item\tanalyst\ttag\n1\tA\tverified\n1\tB\t\n2\tB\tdisputed\n",
        "note,Tag , Analyst,ITEM\nx,verified,A,1\n,, B ,1\n,disputed,B,2,\n",
        '"item","analyst","tag"\n"1","A"," verified "\n\n1,B,""\n,,\n2,B,disputed\n',
        "\n\nitem,analyst,tag\n1,A,verified\n1,B,\n2,B,disputed\n",
    ],
    ids=["plain", "mark", "semicolons", "tabs", "other columns", "quoted", "blank lines"],
)
def test_a_table_is_read(text):
    table = read(text)
    assert table.analysts == ("A", "B")
    assert table.items == ("1", "2")
    assert table.columns == (b"\1\0", b"\0\2")


def test_a_cell_may_hold_what_separates():
    table = read('item,analyst,tag\n"a, or\nb","Holm, Anna",yes\n')
    assert (table.items, table.analysts, table.tags) == (("a, or\nb",), ("Holm, Anna",), ("yes",))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "t.csv is empty: a table has the columns item, analyst and tag."),
        (b"\xef\xbb\xbf \n", "t.csv is empty"),
        (b"item,analyst,tag\n1,\xe9,x\n", "t.csv is not UTF-8 (byte 19): save it as CSV in UTF-8."),
        ("item,analyst,tag".encode("utf-16"), "t.csv is not UTF-8 (byte 0)"),
        (b"item,who,tag\n1,A,x\n", "t.csv has no column analyst: its first line must name"),
        (b"1,A,x\n", "no column item and no column analyst and no column tag"),
        (b'""', "no column item and no column analyst and no column tag"),
        (b"item,analyst,tag\n", "t.csv has no row under its first line"),
        (b"item,analyst,tag\n1,A,x\n1,B\n", "t.csv, line 3: the row has 2 cells only"),
        (b"item,analyst,tag\n1,A,x\n1,,x\n", "t.csv, line 3: the row names no analyst"),
        (b"item,analyst,tag\n,A,x\n", "t.csv, line 2: the row names no item"),
        (
            b"item,analyst,tag\n1,A,x\n1,B,x\n1,A,y\n",
            "t.csv, line 4: “A” has two rows for item “1”: leave the one that counts.",
        ),
        (b'item,analyst,tag\n1,A,"x\n', "t.csv is no CSV at line"),
        (b'item,analyst,tag\n1,A,"x"y\n', "t.csv is no CSV at line 2"),
        (b'"item,analyst,tag\n', "t.csv is no CSV at line 1"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data, says):
    with pytest.raises(AnnotatorError) as refused:
        read_csv(data, "t.csv")
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
