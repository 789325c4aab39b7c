"""Who a claim seems to come from: few forms, and no wrong ones."""

from pathlib import Path

import pytest

from annotator.domain.article import Span
from annotator.domain.attribution import Mode, SourceKind
from annotator.text.attributing import Suggested, suggested
from annotator.text.passages import cut, passages
from annotator.text.sentences import sentences

SAMPLE = (Path(__file__).parents[3] / "seeds" / "kerman-explosions.txt").read_text("utf-8")
CLAIMS = cut(SAMPLE, passages(SAMPLE))
NAMED, ORGANISATION, ANONYMOUS, DOCUMENT = SourceKind
DIRECT, INDIRECT, MIXED = Mode

BY_EYE = {
    4: [("ISNA", "reported", ORGANISATION, INDIRECT, None)],
    5: [("the report", "According to", DOCUMENT, INDIRECT, 4)],
    7: [("four current and former U.S. officials", "According to", ANONYMOUS, INDIRECT, None)],
    8: [("two of the officials", "stated", ANONYMOUS, INDIRECT, 7)],
    9: [
        ("Iran", "is attributing", ORGANISATION, INDIRECT, None),
        ("a senior member of parliament", "suggesting", ANONYMOUS, INDIRECT, None),
    ],
    10: [("Ebrahim Raisi", "alleges", NAMED, INDIRECT, None)],
    11: [("Bahram Einollahi", "according to", NAMED, INDIRECT, None)],
    16: [("Iranian officials", "labeling", ANONYMOUS, MIXED, None)],
    18: [("the Fars news agency", "According to", ORGANISATION, INDIRECT, None)],
    19: [("Rahman Jalali", "According to", NAMED, INDIRECT, None)],
    20: [("The Tasnim news agency", "reported", ORGANISATION, INDIRECT, None)],
    21: [("Ayatollah Ali Khamenei", "expressed", NAMED, DIRECT, None)],
    22: [("He", "added", NAMED, DIRECT, 21)],
    24: [("a U.S. official and counterterrorism expert", "According to", ANONYMOUS, INDIRECT, None)],
    26: [("the Islamic State", "took credit for", ORGANISATION, INDIRECT, None)],
    27: [("The Iranian regime", "stated", ORGANISATION, INDIRECT, None)],
    28: [("Norman Roule", "According to", NAMED, INDIRECT, None)],
    29: [("He", "points out", NAMED, INDIRECT, 28)],
    30: [("Roule", "According to", NAMED, INDIRECT, 28)],
    32: [("Roule", "According to", NAMED, INDIRECT, 28)],
    33: [("He", "believes", NAMED, INDIRECT, 28)],
    34: [("him", "According to", NAMED, INDIRECT, 28)],
    42: [("Hamas and the Lebanese-based militant group Hezbollah", "attributed", ORGANISATION, INDIRECT, None)],
    43: [("Hamas", "denouncing", ORGANISATION, INDIRECT, None)],
}  # fmt: skip
"""The sample's claims (0 is the title) that name a source; the others name none."""

PLACES = range(len(CLAIMS))


def shown(text: str, one: Suggested) -> tuple[str, str, str | None, tuple[str, ...]]:
    content = one.content and text[slice(*one.content)]
    return (
        text[slice(*one.source)],
        text[slice(*one.cue)],
        content,
        tuple(text[slice(*v)] for v in one.via),
    )


def read(text: str, language: str = "en") -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    return [shown(text, one) for one in suggested(text, [Span(0, len(text))], 0, language)]


def last(text: str) -> list[Suggested]:
    """The suggestions of the last sentence."""
    claims = sentences(text, "en")
    return list(suggested(text, claims, len(claims) - 1, "en"))


@pytest.mark.parametrize("number", PLACES)
def test_the_sources_of_the_sample_are_those_a_reader_sees(number):
    found = [
        (
            *shown(SAMPLE, one)[:2],
            one.kind,
            one.mode,
            CLAIMS.index(one.named_in) if one.named_in else None,
        )
        for one in suggested(SAMPLE, CLAIMS, number)
    ]
    assert found == BY_EYE.get(number, [])


@pytest.mark.parametrize(
    ("number", "name"),
    [(5, "ISNA"), (8, "four current and former U.S. officials"), (22, "Ayatollah Ali Khamenei")]
    + [(number, "Norman Roule") for number in (29, 30, 32, 33, 34)],
)
def test_what_is_meant_is_named_by_its_words_in_the_earlier_claim(number, name):
    (one,) = suggested(SAMPLE, CLAIMS, number)
    assert one.name is not None
    assert SAMPLE[slice(*one.name)] == name
    assert one.named_in is not None
    assert one.named_in.start <= one.name.start
    assert one.name.end <= one.named_in.end


def test_the_content_is_what_is_said():
    (one,) = suggested(SAMPLE, CLAIMS, 18)
    assert one.content
    assert SAMPLE[slice(*one.content)] == "three policemen were among the fatalities"
    (one,) = suggested(SAMPLE, CLAIMS, 11)
    assert shown(SAMPLE, one)[3] == ("state TV",)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("ISNA reported on Thursday that 84 people had died.", "ISNA", "reported", "84 people had died"),
        ("Police said they had arrested 11 people.", "Police", "said", "they had arrested 11 people"),
        ("Two bombs killed 95, the health ministry said.", "the health ministry", "said", "Two bombs killed 95"),
        ("Two bombs killed 95, it said on Friday.", None, "", None),
        ("Two bombs killed 95, officials said on Friday.", "officials", "said", "Two bombs killed 95"),
        ("Sales rose, the company said, because of demand.", "the company", "said", "Sales rose"),
        ("The toll, according to the governor, was 95.", "the governor", "according to", None),
        ("The toll was 95, according to the governor, a doctor.", "the governor", "according to", "The toll was 95"),
        ("The toll was 95, according to the governor, who left.", "the governor", "according to", "The toll was 95"),
        ("However, according to the governor the toll was 95.", "the governor", "according to", "the toll was 95"),
        ("According to Reuters the toll rose.", "Reuters", "According to", "the toll rose"),
        ("According to a report by Amnesty International, 200 died.", "a report by Amnesty International", "According to", "200 died"),
        ("The report found that prices rose.", "The report", "found", "prices rose"),
        ("The study, published in Nature, shows that sleep matters.", "The study", "shows", "sleep matters"),
        ("Ann Lee, chief of staff, said it fell.", "Ann Lee", "said", "it fell"),
        ("Ann Lee, red and green, said it fell.", None, "", None),
        ("Police said Thursday they left.", "Police", "said", "they left"),
        ("It fell, officials said in a statement on their site.", "officials", "said", "It fell"),
        ("It fell, officials said in a long statement, and rose.", None, "", None),
        ("John Smith, a professor at Yale, said the law was bad.", "John Smith", "said", "the law was bad"),
        ("The mayor, Ann Lee, said the law was bad.", "Ann Lee", "said", "the law was bad"),
        ("Iran’s Supreme Leader Ayatollah Ali Khamenei vowed a “harsh response.”", "Ayatollah Ali Khamenei", "vowed", "a “harsh response.”"),
        ("Iran's foreign ministry spokesman Nasser Kanaani said it fell.", "Nasser Kanaani", "said", "it fell"),
        ("Sources familiar with the matter said the talks failed.", "Sources familiar with the matter", "said", "the talks failed"),
        ("A spokesman for the ministry said it fell.", "A spokesman for the ministry", "said", "it fell"),
        ("One of the soldiers said he saw it.", "One of the soldiers", "said", "he saw it"),
        ("In a statement on its site the group said it was ready.", "the group", "said", "it was ready"),
        ("The New York Times reported that talks stalled.", "The New York Times", "reported", "talks stalled"),
        ("The U.S. has accused Iran of arming rebels.", "The U.S.", "accused", "Iran of arming rebels"),
        ("Israel denied involvement in the attack.", "Israel", "denied involvement in", "the attack"),
        ("Critics have called the plan “a disaster.”", "Critics", "called", "“a disaster.”"),
        ("Hamas called it as “bad” as can be.", "Hamas", "called", "“bad”"),
        ("However, Hamas left, calling it a “sham.”", "Hamas", "calling", "“sham.”"),
        ("Three people died, said two officials who had left.", "two officials", "said", "Three people died"),
        ("He was quoted as saying that it was dead.", "He", "was quoted as saying", "it was dead"),
        ("Mr. Biden said Monday that he would sign.", "Biden", "said", "he would sign"),
        ("The court ruled that the law was void.", "The court", "ruled", "the law was void"),
        ("As reported by the BBC, the strike killed two.", "the BBC", "As reported by", "the strike killed two"),
        ("Analysts at Goldman Sachs estimate that it will slow.", "Analysts at Goldman Sachs", "estimate", "it will slow"),
        ("The rebels are saying that it fell.", "The rebels", "saying", "it fell"),
        ("Hamas blamed Israel while others wept.", "Hamas", "blamed", "Israel"),
        ("Officials and the group said it fell.", "the group", "said", "it fell"),
        ("According to the minister, Bahram Einollahi was there.", "the minister", "According to", "Bahram Einollahi was there"),
        ("According to officials in, all fell.", "officials", "According to", "in, all fell"),
        ("It fell, with officials saying that it burned.", "officials", "saying", "it burned"),
    ],
)  # fmt: skip
def test_a_sentence_that_names_its_source_is_read(text, source, cue, content):
    expected = [] if source is None else [(source, cue, content, ())]
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "source", "content", "mode"),
    [
        ("“We will respond,” said Rahman Jalali.", "Rahman Jalali", "“We will respond,”", DIRECT),
        ("“We will respond,” Rahman Jalali said. “It is due.”", "Rahman Jalali", "“We will respond,”", DIRECT),
        ('"I am tired," he said.', "he", '"I am tired,"', DIRECT),
        ("She added: “This is not the end.”", "She", "“This is not the end.”", DIRECT),
        ("The attack was “heinous,” the White House said.", "the White House", "The attack was “heinous,”", MIXED),
        ("The White House said the attack was “heinous”.", "The White House", "the attack was “heinous”", MIXED),
        ("Residents described the scene as “grim.”", "Residents", "“grim.”", MIXED),
        ("The toll, according to ISNA, was “95”.", "ISNA", None, MIXED),
    ],
)  # fmt: skip
def test_quotation_marks_tell_direct_from_indirect(text, source, content, mode):
    (one,) = suggested(text, [Span(0, len(text))], 0, "en")
    assert shown(text, one)[0::2] == (source, content)
    assert one.mode is mode


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The ministry said three were killed, according to IRNA.", [("The ministry", "three were killed", ("IRNA",))]),
        ("According to IRNA, the ministry said that three fell.", [("the ministry", "three fell", ("IRNA",))]),
        ("IRNA reported that the ministry said three fell.", [("the ministry", "three fell", ("IRNA",))]),
        ("IRNA reported the ministry said three fell.", [("the ministry", "three fell", ("IRNA",))]),
        ("Vladimir Putin told state television that talks failed.", [("Vladimir Putin", "talks failed", ("state television",))]),
        ("“No,” Ann Lee said in an interview with the BBC.", [("Ann Lee", "“No,”", ("the BBC",))]),
        ("“No,” said Ann Lee in an interview with the BBC.", [("Ann Lee", "“No,”", ("the BBC",))]),
        ("A ban is near, the newspaper reported, citing two officials.", [("two officials", "A ban is near", ("the newspaper",))]),
        ("A ban is near, the newspaper reported, citing them and sources.", [("the newspaper", "A ban is near", ())]),
        ("ISNA said it fell, and the rebels said they left.", [("ISNA", "it fell", ()), ("the rebels", "they left", ())]),
        ("ISNA said it fell, while Moscow blamed NATO, according to the BBC.", [("ISNA", "it fell", ("the BBC",)), ("Moscow", "NATO", ("the BBC",))]),
        ("Ann Lee told reporters that it fell.", [("Ann Lee", "it fell", ())]),
        ("Ann Lee told reporters he was fine.", [("Ann Lee", "he was fine", ())]),
        ("Ann Lee told", []),
        ("It fell, her publicist told Reuters on Friday.", [("her publicist", "It fell", ("Reuters",))]),
        ("According to her, all fell.", [("her", "all fell", ())]),
        ("He said the ministry said it fell.", [("He", "the ministry said it fell", ()), ("the ministry", "it fell", ())]),
    ],
)  # fmt: skip
def test_a_chain_says_on_whose_authority(text, chain):
    assert [(source, content, via) for source, _, content, via in read(text)] == chain


@pytest.mark.parametrize(
    "text",
    [
        "It is believed that Israel was behind the attack.",
        "The group reportedly fled.",
        "The minister did not say who was responsible.",
        "A spokesman for the ministry declined to comment.",
        "No group has claimed responsibility for the attack.",
        "No individual or group said that it fell.",
        "Reuters could not verify the report.",
        "People who said they were there fled.",
        "The company, which said last week it would close, has gone.",
        "The plan has been called a disaster.",
        "He said nothing.",
        "The claims were denied by Israel.",
        "A woman said to be his wife was arrested.",
        "The suspect allegedly fled to Turkey.",
        "Saying that the deal was dead, they left.",
        "The report was published on Monday.",
        "Smith and Jones said they would appeal.",
        "It said so.",
        "Critics called, as ever.",
        "Critics called it bad in the old and new ways of then.",
        "It fell, added Ann Lee.",
        "The officials found that it was late.",
        "They said it fell.",
        "In London Smith Jones said it fell.",
        "Said nobody.",
        "“No,” said it.",
        "Called. As.",
        "It fell, as they saw it, said.",
        "The ministry said",
        "According to",
        "According to it, all fell.",
        "according to the",
        "of the said",
        "The ministry reported, in all this, that it fell.",
        "One of us said it fell.",
    ],
)  # fmt: skip
def test_a_sentence_that_names_nobody_suggests_nothing(text):
    assert read(text) == []


def test_he_is_whoever_spoke_last_if_that_can_be_said_of_the_source():
    (one,) = last("Ann Lee said that it fell. She said that it burned.")
    assert one.named_in == Span(0, 26)
    (one,) = last("ISNA said that it fell. He said that it burned.")
    assert (one.kind, one.named_in) == (NAMED, None)
    (one,) = last("A U.S. official said that it fell. He said that it burned.")
    assert (one.kind, one.named_in) == (ANONYMOUS, Span(0, 34))
    (one,) = last("He said that it burned.")
    assert (one.kind, one.named_in) == (NAMED, None)


def test_they_and_it_are_suggested_only_where_somebody_is_meant():
    (one,) = last("Two officials said that it fell. They said that it burned.")
    assert (one.kind, one.named_in) == (ANONYMOUS, Span(0, 32))
    (one,) = last("The ministry said that it fell. It fell. It said that it burned.")
    assert (one.kind, one.named_in) == (ORGANISATION, Span(0, 31))
    assert last("Ann Lee said that it fell. They said that it burned.") == []
    assert last("Ann Lee said that it fell. It said that it burned.") == []


def test_a_pronoun_is_followed_across_paragraphs_only_from_source_to_source():
    assert last("Ann Lee said that it fell.\n\nShe said that it burned.")[0].named_in == Span(0, 26)
    (one,) = last("Ann Lee said that it fell.\n\nIt fell.\n\nShe said that it burned.")
    assert one.named_in is None
    (one,) = last("Ann Lee said that it fell.\n\nThe report was late. The report says it burned.")
    assert one.named_in is None


def test_the_report_is_the_report_of_whoever_spoke_before_in_the_passage():
    (one,) = last("ISNA said that it fell. A study says that it fell. The report says it burned.")
    assert (one.kind, one.named_in) == (DOCUMENT, Span(0, 23))
    (one,) = last("He said that it fell. The report says it burned.")
    assert (one.kind, one.named_in) == (DOCUMENT, None)


def test_the_officials_are_those_of_the_same_noun():
    (one,) = last("Two officials said that it fell. The experts said that it burned.")
    assert (one.kind, one.named_in) == (ANONYMOUS, None)
    text = "The semiofficial news agency ISNA said that it fell. The agency said that it burned."
    (one,) = last(text)
    assert one.kind is ORGANISATION
    assert one.name is not None
    assert text[slice(*one.name)] == "ISNA"


def test_a_surname_is_the_person_of_that_name_even_far_before():
    filler = "It burned for a long time in the old town. " * 40
    (one,) = last(f"The mayor met Gen. Ann Lee there. {filler}Lee said that it fell.")
    assert (one.kind, one.named_in) == (NAMED, Span(0, 33))
    (one,) = last("In Lee, all fell. An aide of Lee said that Lee fell, according to Lee.")
    assert one.named_in is None


def test_only_a_few_claims_before_are_looked_at():
    filler = "It burned for long. " * 6
    (one,) = last(f"Ann Lee said that it fell. {filler}She said that it fell.")
    assert one.named_in is None


def test_a_claim_has_so_many_attributions_and_no_more():
    text = "Police said it fell and " * 40
    assert 1 < len(suggested(text, [Span(0, len(text))], 0, "en")) <= 12


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Laut der Nachrichtenagentur Fars waren drei Polizisten tot.", ("der Nachrichtenagentur Fars", "waren drei Polizisten tot")),
        ("de", "„Die Nation trauert“, sagte Ajatollah Ali Chamenei.", ("Ajatollah Ali Chamenei", "„Die Nation trauert“")),
        ("de", "Die Polizei teilte mit, dass 23 Menschen starben.", ("Die Polizei", "23 Menschen starben")),
        ("de", "Der Agentur Fars zufolge starben alle.", ("Der Agentur Fars", "starben alle")),
        ("fr", "Selon l’agence Fars, trois policiers sont morts.", ("Fars", "trois policiers sont morts")),
        ("fr", "« Non », a déclaré l’ayatollah Ali Khamenei.", ("Ali Khamenei", "« Non »")),
        ("fr", "D’après deux responsables américains, c’est faux.", ("deux responsables américains", "c’est faux")),
        ("fr", "Deux responsables américains ont affirmé que c’est faux.", ("Deux responsables américains", "c’est faux")),
        ("es", "Según la agencia Fars, tres policías murieron.", ("Fars", "tres policías murieron")),
        ("it", "Secondo l’agenzia Fars, tre agenti sono morti.", ("Fars", "tre agenti sono morti")),
        ("pt", "Segundo a agência Fars, três policiais morreram.", ("Fars", "três policiais morreram")),
        ("ru", "По словам Рахмана Джалали, погибли трое.", ("Рахмана Джалали", "погибли трое")),
        ("ru", "«Народ скорбит», — сказал Али Хаменеи.", ("Али Хаменеи", "«Народ скорбит»")),
        ("tr", "Fars haber ajansına göre, üç polis öldü.", ("Fars haber ajansına", "üç polis öldü")),
        ("fa", "به گزارش خبرگزاری فارس، سه پلیس کشته شدند.", ("خبرگزاری فارس", "سه پلیس کشته شدند")),
        ("fa", "رحمان جلالی روز چهارشنبه گفت که همه رفتند.", ("رحمان جلالی", "همه رفتند")),
        ("ar", "وفقا لوكالة فارس، مات ثلاثة.", ("وكالة فارس", "مات ثلاثة")),
        ("ar", "قال رحمن جلالي إن الانفجارات كبيرة.", ("رحمن جلالي", "الانفجارات كبيرة")),
        ("ar", "قال رحمن جلالي: «نعم».", ("رحمن جلالي", "«نعم»")),
    ],
)  # fmt: skip
def test_sources_are_found_in_other_languages(language, text, expected):
    assert [(source, content) for source, _, content, _ in read(text, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Era il secondo ministro, che cadde."),
        ("fr", "Selon les trois grands hommes de là, oui."),
        ("fr", "Les responsables sur place ont affirmé que c’est faux."),
        ("tr", "Buna göre hepsi gitti."),
        ("tr", "Bu, göre."),
        ("ar", "لم قال رحمن إن."),
        ("ar", "قال رحمن كثيرا."),
        ("ar", "قال إن."),
        ("fa", "به گزارش یک دو سه چهار پنج شش هفت هشت، بود."),
        ("fa", "گفت که رفت."),
    ],
)
def test_other_languages_suggest_nothing_where_nothing_is_plain(language, text):
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("به گزارش سه منبع، رفت.", ANONYMOUS),
        ("به گزارش این بیانیه، رفت.", DOCUMENT),
        ("به گفته رحمان جلالی، رفت.", NAMED),
        ("او گفت که رفت.", NAMED),
    ],
)
def test_where_there_are_no_capitals_a_noun_tells_the_kind(text, kind):
    (one,) = suggested(text, [Span(0, len(text))], 0, "fa")
    assert one.kind is kind
