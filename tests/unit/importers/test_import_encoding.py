"""Bytes to text: what is taken, what is refused, and in which words."""

from encodings.aliases import aliases

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.domain.errors import AnnotatorError
from annotator.importers.encodings.decoding import candidates, decode
from annotator.importers.plain import read
from annotator.importers.table import read_bytes, read_pasted

SENTENCES = {
    "windows-1252": "Le président a déclaré que c’était nécessaire – à l’avenir. Ça coûte 5 €.",
    "windows-1251": "Президент заявил в понедельник, что новые учения необходимы для всех.",
    "koi8-r": "Президент заявил в понедельник, что новые учения необходимы для всех.",
    "windows-1250": "Prezydent oświadczył w poniedziałek, że dodatkowe ćwiczenia są konieczne.",
    "windows-1253": "Ο πρόεδρος δήλωσε τη Δευτέρα ότι χρειάζονται νέες ασκήσεις για όλους.",
    "windows-1254": "Cumhurbaşkanı yaptığı açıklamada tatbikatların gerekli olduğunu söyledi.",
    "windows-1255": "הנשיא אמר ביום שני כי תרגילים חדשים נחוצים לכל האזרחים במדינה.",
    "windows-1256": "قال الرئيس يوم الاثنين إن التدريبات الجديدة ضرورية لجميع المواطنين.",
    "shift_jis": "大統領は月曜日、すべての市民に新しい訓練が必要だと述べた。",
    "euc-jp": "大統領は月曜日、すべての市民に新しい訓練が必要だと述べた。",
    "iso2022_jp": "大統領は月曜日、すべての市民に新しい訓練が必要だと述べた。",
    "gb18030": "总统星期一表示，所有公民都需要新的训练。这非常重要。",
    "big5": "總統星期一表示，所有公民都需要新的訓練。這非常重要。",
    "euc-kr": "대통령은 월요일에 모든 시민에게 새로운 훈련이 필요하다고 말했다.",
}
WIDE = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
KEPT = [
    "\ufffd", "\ufdd0", "\uffff", "\U0010ffff", "\ue000", "\u200b", "\u200d", "\u202e", "\u2067",
    "\x85", "\u2028", "\u2029", "e\u0301", "\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x9f", "\ufeff",
]  # fmt: skip


def refusal(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(AnnotatorError) as caught:
        read(data, encoding=encoding)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize("codec", WIDE)
def test_a_byte_order_mark_says_the_encoding_and_one_is_taken_off(codec):
    data = "\ufeff\ufeffA “word” 😀.".encode(codec)
    assert read(data).text == "\ufeffA “word” 😀."
    assert read(data).encoding == codec.upper().replace("-LE", " LE").replace("-BE", " BE")
    assert "byte order mark" in read(data).encoding_note


@pytest.mark.parametrize("named", ["utf-8", "UTF8", "utf-8-sig", "utf_8"])
def test_a_named_encoding_takes_one_mark_off_too(named):
    assert read("\ufeff\ufeffx".encode(), encoding=named).text == "\ufeffx"
    assert read(b"x", encoding=named).encoding_note == "Read as UTF-8, as you said."


@pytest.mark.parametrize("named", ["utf-16", "utf-32"])
@pytest.mark.parametrize("order", ["-le", "-be"])
def test_a_named_wide_encoding_follows_its_mark(named, order):
    data = "\ufeff\ufeffWort".encode(named + order)
    assert read(data, encoding=named).text == "\ufeffWort"
    assert read("Wort".encode(named + "-le"), encoding=named).text == "Wort"


def test_plain_ascii_is_utf_8():
    assert read(b"A word.").encoding == "UTF-8"
    assert read(b"A word.").original == b"A word."
    assert read(b"A word.").passages is None


@pytest.mark.parametrize("encoding", SENTENCES)
def test_an_encoding_that_is_certain_is_taken_and_said(encoding):
    text = SENTENCES[encoding]
    article = read(text.encode(encoding))
    assert article.text == text
    assert article.encoding in article.encoding_note


def test_a_certain_encoding_has_its_usual_name():
    assert read(SENTENCES["windows-1251"].encode("cp1251")).encoding == "windows-1251"
    assert read("It\x92s \x93good\x94.".encode("latin-1")).encoding == "windows-1252"
    assert read("It\x92s \x93good\x94.".encode("latin-1")).text == "It’s “good”."
    assert read(b"x\xe4", encoding="latin-1").encoding == "ISO-8859-1"


@pytest.mark.parametrize(
    "data",
    [b"caf\xe9", bytes(range(128, 256)), b"\xff\xff\xff", b"price 5 \x80", b"\x80abc",
     b"abc \xff\xfe def \x81", bytes(range(1, 256)) * 3, b"x\xe9\x01y"],
)  # fmt: skip
def test_what_is_not_certain_is_refused_with_the_way_out(data):
    assert "--encoding" in refusal(data)


def test_a_sample_may_end_inside_a_character():
    for before in range(3):
        text = "x" * before + SENTENCES["shift_jis"] * 5000
        assert read(text.encode("shift_jis")).text == text


def test_signs_of_measure_do_not_make_a_text_foreign():
    text = "Der Präsident erklärte, dass größere Übungen 5 µm und die 3ª nötig sind."
    assert read(text.encode("cp1252")).text == text


def test_an_encoding_that_python_does_not_have_is_passed_over(monkeypatch):
    ranking = [{"encoding": name, "confidence": 0.9} for name in ("x-nonsense", None, "koi8-r")]
    monkeypatch.setattr("chardet.detect_all", lambda *_, **__: ranking)
    assert read(SENTENCES["koi8-r"].encode("koi8-r")).text == SENTENCES["koi8-r"]


def test_letters_that_no_writer_mixes_are_no_reading(monkeypatch):
    monkeypatch.setattr(
        "chardet.detect_all", lambda *_, **__: [{"encoding": "koi8-r", "confidence": 0.9}]
    )
    assert "--encoding" in refusal("Größe über alles, schöne Häuser".encode("cp1252"))


def test_bytes_that_end_in_the_middle_of_nothing_are_refused():
    russian = (SENTENCES["windows-1251"] * 2000).encode("cp1251")
    assert "--encoding" in refusal(russian + b"\x98")


@pytest.mark.parametrize("text", KEPT)
def test_odd_characters_come_in_and_stay(text):
    for codec in WIDE:
        assert read(f"\ufeffa{text}b".encode(codec)).text == f"a{text}b"
    assert read(f"a{text}b".encode()).text == f"a{text}b"


def test_line_ends_become_lf_and_nothing_else_changes():
    assert read("a\r\nb\rc\n\r\nd\x85e\u2028f".encode()).text == "a\nb\nc\n\nd\x85e\u2028f"
    assert read("\ufeffa\r\nb".encode("utf-16-be")).text == "a\nb"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff".encode(), "\u200b\u3164\u2800\ufe0f".encode(),
                                  "\x01\x02\u202e".encode()])  # fmt: skip
def test_a_text_without_a_visible_character_is_refused(data):
    assert "nothing to read" in refusal(data)


@pytest.mark.parametrize(
    "data", ["—".encode(), "\u0301".encode(), "字".encode(), "\ue000".encode()]
)
def test_one_visible_character_is_a_text(data):
    assert read(data).text == data.decode()


def test_a_nul_is_refused_and_its_byte_named():
    assert "Byte 3 is a NUL" in refusal(b"abc\0def, and much more of a text")
    assert "Byte 8 is a NUL" in refusal(b"Two abc.\0"), "one NUL makes no wide encoding"
    assert "Byte 0 is a NUL" in refusal(b"\0Two abc.")
    assert "Byte 4 is a NUL" in refusal(b"\xc3\xa4xx\0y and so on")
    assert "Byte 8 is a NUL" in refusal("\ufeffabc\0d".encode("utf-16-le"))
    assert "Byte 16 is a NUL" in refusal("\ufeffabc\0d".encode("utf-32-be"))
    assert "Byte 1 is a NUL" in refusal(b"\xe4\0", encoding="latin-1")


@pytest.mark.parametrize("codec", WIDE[1:])
@pytest.mark.parametrize(
    "text",
    ["hello you", "Привет, мир и люди", "It is a text, long enough.", "Größe über alles",
     "港は当面閉鎖されたままになる。\n大統領は月曜日、訓練が必要だと述べた。", "قال الرئيس يوم الاثنين."],
)  # fmt: skip
def test_wide_text_without_a_mark_is_read_and_said_to_have_none(codec, text):
    article = read(text.encode(codec))
    assert article.text == text
    assert "no byte order mark" in article.encoding_note
    assert read(text.encode(codec), encoding=codec).text == text
    assert candidates(text.encode(codec))[0] == article.encoding


@pytest.mark.parametrize(
    "data",
    [b"A sentence\0 with NUL. Another\0one here.\n", b"The caf\xe9 is\0 closed, he says.\0 \n"],
)
def test_two_nuls_in_a_text_of_one_byte_a_letter_make_no_chinese_of_it(data):
    assert len(data) % 2 == 0
    assert "is a NUL character" in refusal(data)


@pytest.mark.parametrize("codec", WIDE[1:])
def test_wide_text_that_is_not_certain_is_named(codec):
    assert f"--encoding {codec}" in refusal("hello\x01you, all of you".encode(codec))


def test_capital_letters_behind_an_e_are_no_half_pairs():
    for text, codec in (
        ("нікого ніхто не питав, і ніхто не відповів", "cp1251"),
        ("Міністр їде", "koi8-u"),
    ):
        assert "surrogate" not in str(read_or_refusal(text.encode(codec)))


def read_or_refusal(data: bytes) -> object:
    try:
        return read(data)
    except AnnotatorError as fault:
        return fault


@pytest.mark.parametrize("codec", WIDE)
def test_half_a_surrogate_pair_is_refused_and_its_byte_named(codec):
    data = "\ufeffab\ud800c".encode(codec, "surrogatepass")
    at = len("\ufeffab".encode(codec))
    assert f"Byte {at} begins half of a surrogate pair" in refusal(data)
    assert f"Byte {at} begins half" in refusal(data, encoding=codec)


def test_half_a_surrogate_pair_is_found_without_a_mark_and_in_odd_encodings():
    assert "Byte 2 begins half" in refusal("ab\udfff".encode("utf-8", "surrogatepass"))
    assert "surrogate pair" in refusal(b"a+2AA-b", encoding="utf-7")


@pytest.mark.parametrize(
    "name", ["nonsense", "", "hex", "rot13", "idna", "unicode_escape", "a\0b", "ü" * 300]
)
def test_an_unknown_encoding_is_refused_with_some_that_are_known(name):
    assert "There is no encoding called" in refusal(b"abc", encoding=name)
    assert "windows-1252" in refusal(b"abc", encoding=name)


def test_bytes_that_do_not_fit_the_named_encoding_are_refused_and_the_byte_named():
    assert "no text in UTF-8: byte 1 (0xE9)" in refusal(b"\x61\xe9 b", encoding="utf-8")
    assert "no text in ASCII: byte 2 (0xC3)" in refusal("abä".encode(), encoding="ascii")
    assert "UTF-16 LE: byte 2" in refusal(b"a\0b", encoding="utf-16-le")
    assert "UTF-8: byte 3 (0xE9)" in refusal(b"\xef\xbb\xbf\xe9abc")


def test_escapes_without_japanese_are_utf_8():
    assert read(b"a \x1b$ b").encoding == "UTF-8"


def test_a_pasted_text_keeps_its_characters_and_says_where_it_is_from():
    article = read_pasted("A “word”.\r\nB.")
    assert article.text == "A “word”.\nB."
    assert article.original == "A “word”.\r\nB.".encode()
    assert article.encoding_note == "Pasted as text."
    with pytest.raises(AnnotatorError, match="Byte 1 begins half"):
        read_pasted("a\ud800")
    with pytest.raises(AnnotatorError, match="NUL"):
        read_pasted("a\0")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1))
@example("\ufeff\ufeff")
def test_any_text_comes_in_as_it_is(text):
    for codec in WIDE:
        decoded = decode(f"\ufeff{text}".encode(codec))
        assert decoded.text == text


@given(
    st.binary(max_size=200), st.sampled_from([None, "utf-8", "utf-16", "utf-7", "cp037", "big5"])
)
def test_any_bytes_are_a_text_or_one_sentence(data, encoding):
    try:
        article = read_bytes(data, encoding=encoding)
    except AnnotatorError as fault:
        assert "\n" not in str(fault)  # noqa: PT017
        return
    assert article.text.encode("utf-8")
    assert "\0" not in article.text
    assert "\r" not in article.text


@pytest.mark.parametrize("codec", sorted(set(aliases.values())))
def test_every_encoding_that_python_has_gives_a_text_or_one_sentence(codec):
    for data in (
        b"plain",
        b"\xff\xfe\x00\xd8",
        b"caf\xe9 \x80\x81",
        b"+2AA-",
        bytes(range(256)),
        b"xn--a",
    ):
        try:
            assert read(data, encoding=codec).text.encode("utf-8")
        except AnnotatorError as fault:
            assert str(fault).endswith(".")  # noqa: PT017  either is right
