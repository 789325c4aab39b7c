"""What each family of rules decides, one line a case; ``|`` stands where a sentence ends."""

import pytest

from annotator.text.sentences import sentences

PLAIN = [
    "He came.| He saw.| He won.",
    "Is it so?| Yes!| Good.",
    "It rose 3.5 percent to 1.000 points.| It fell.",
    "He left.\n\nShe came.",
    "Wednesday’s blasts occur.| In Beirut, it was killed.",
]

ABBREVIATIONS = [
    "Read No.| I will not.| See Vol. I of it.",
    "Let me guess, Ed.|  Smith did it.",
    "(That is all of Acme Inc.)| Smith left.",
    "They (some in the Gen.) Smith left.",
    "Born A.D. 70 in Rome.",
    "The tomb of Gen. Qassem Soleimani is there.| It is old.",
    "Mr. Smith met Mrs. Jones and Dr. No.| They talked.",
    "Sen. John Kerry and Rep. Paul Ryan spoke.| Both left.",
    "Lt. Col. Smith saluted.| Sgt. 1st Class Brown did too.",
    "He works at Acme Inc. in Ohio.| She does not.",
    "He works at Acme Inc.| The firm is old.",
    "He works at Acme Corp. headquarters.",
    "Sammy Davis Jr. sang.| Sammy Davis Jr.| He sang.",
    "See No. 5 and Nos. 3 and 4.| See pp. 12-15, Fig. 3, and Vol. IV.",
    "I said no.| He said yes.",
    "On Jan. 5, it snowed.| It began in Jan.| The snow fell.",
    "Apples, pears, etc. are fruit.| Apples, pears, etc.| Vegetables too.",
    "Smith et al. (2010) say so.| Smith et al. found it.",
    "He lives on Main St. in Troy.| He lives on Main St.| She does not.",
    "Roe v. Wade and Smith vs. Jones are cases.",
    "Some animals, e.g. dogs, bark, i.e. make noise.| Others do not.",
    "They met at St. Mary’s in St. Louis.",
    "Bvt. Smith was there.",
    "He has a Ph.D. in law.| He has a Ph.D.| She has not.",
    "He studied at Univ. of Ohio.| It cost approx. $5.",
    "The firm (Acme Inc.) sold it.| It (Acme Inc.) Shares fell.",
    "Yahoo! Inc. bought it.| I use Yahoo! mail.",
    "the U.S. Sen. John Kerry spoke",
    "He lives in Troy, Ala.| Factories are there.| He met Troy, Ala. Gov. Smith in Troy, Ala. (pop. 5).",
    "He met Fla. Attorney Smith.",
]

ACRONYMS = [
    "See 319 U.S. 624 for it.| It is P.L. 480.",
    "(He lived in the U.S.)| Smith left.",
    "A U.S. drone flew over the U.S. Army.| Nobody saw.",
    "He lives in the U.S.| He is happy.",
    "He lives in the U.S.| It is big.",
    "The U.N. Security Council met.",
    "It is 5 p.m. on Monday.| It is 5 p.m.| The train left.",
    "At 5 p.m. EST it rang.| At 5 p.m. Monday it rang.| It was 5 p.m.| Smith left.",
    "At 9 a.m. (local time) it rang.",
    "In Washington, D.C., it rained.| He left Washington, D.C.| She stayed.",
    "The U.S.-led force won.| The U.S.’s army won.",
    "The United States (U.S.) won.| It was the U.S.| “We won,” he said.",
]

INITIALS = [
    "It is 5.| A. Smith left.",
    "J. Smith and George W. Bush met J.R.R. Tolkien and J. R. R. Tolkien.| They talked.",
    "He is taller than I.| Maybe.",
    "We chose Plan B.| It failed.| We chose Plan B.| Smith did not.",
    "After World War I.| Germany lost.",
    "M. Night Shyamalan made it.",
    "E. coli is small.",
    "Malcolm X.| He spoke.",
    "King George V.| He died.| Roe V. Wade won.",
    "Samuel L. Jackson plays J. (the hero).",
    "It holds for x.| Then it ends.",
]

INITIALS += [
    "He was (b. 1850, d. 1900) a king.| A “word.”| Then",
    "J. R. “Bob” Dobbs spoke.| He likes A.| “No,” he said.",
    "It came with I+D.| That is PL/I.| Good.",
]

ELLIPSES = [
    "He (...) left.",
    "So it is… .",
    "He… went.| He never came back…| The end.",
    "He... went.| He never came back...| The end.",
    "Well . . . he went.| He never came back . . . .| The end.",
    "...and then he left.| He did.",
    "He wrote: [...] and left.",
    "It ended.| [...] Then it began.",
    "It takes ... 5 days.",
    "wait...what",
    "He never came back...|Then he did.",
    "In a few words... I am glad.| I… I know.| “So…”| He left.",
]

QUOTATIONS = [
    '"Why?"| Mary Smith',
    "(It works!)| Then he left.",
    "It is a (!) Word.",
    '"Why?"| Mary said, "I know."',
    '"Why?"| He said nothing.',
    '"Why?" Mary and John Paul asked.',
    '"Why?"| Mary, who left, knew.',
    '"So..." Mary said.',
    "“The nation is sad,” he said.| He added, “They could not.”| Khamenei refrained.",
    "They were “terrorist attacks.”| However, it was.",
    "“It is over.”| She left.",
    "“I came.| I saw.”| He left.",
    "“It is late.| It is dark,” he said.",
    "“A.” he said.| “B.”",
    "“Yes.”| “No.”| “Why?”",
    '"Why?" she asked.| "Because."| "Oh!"| He left.',
    '"Why?" Mary asked.| She left.',
    '"Why?"| Mary thought for a while.| "Why?" Mary asked, for she knew.',
    '"Why?" Mr. Smith asked.',
    '"Why?" I asked.',
    '"Stop!" shouted John.| "I will not!"| John left.',
    '"Why?"| Mary left.',
    '"Stop!"| The man left.',
    "'What?' said Alice.| 'Nothing.'",
    "He asked “why?” and left.",
    "She cried “Fire!”, and ran.",
    "(He left.| She stayed.)| They met.",
    "He left (so they say!) and came.",
    "He (!) left.| It was a (?) thing.",
    "«Да!» — сказал он.| Она ушла.",
    "It was “good.” [3]| Then",
]

TIGHT = [
    "Read README.TXT and the #Debian.DE channel.",
    "Jesus saves...but not all.",
    "end of it.|“Then he came",
    "Is it?|he asked",
    "Stop!|the man said so.",
    "What!?|The man left.",
    "The end.| Then.",
    "The end.|Then it began.",
    "The end!|Then it began.| What?|I left.",
    "See example.com and www.Example.Com or Node.js.",
    "Write to a.b@Example.Org now.| See http://a.com/?x=Yes now.",
    "The file is report.pdf or System.Out.Print here.",
    "It was great.|the food was bad",
    "See file.txt or site.org then",
    "In 2020.|The end.",
    "He met Mr.Smith in St.Petersburg.",
    "He joined NATO.|The end.",
    "Apples, etc.|The end.",
    "He left.”|Then he came.",
    "Is it?!|Yes.",
    "v1.2.3 and 10.0.0.1 are numbers.| .5 too.",
    "version 2.0.| The next.",
    "Use .NET or Yahoo!Finance.",
]

NOTES = [
    "He was born in Rome.[3]| He died.[4][5]| It is so.[note 2]|",
    "He was born.[3]|Then he died.",
    "He was born. [12]| He died.",
    "He was born.¹| He died.²",
    "He was born.12| He died.",
    "It is so.[citation needed]| He left.",
    "See fig.3 Below it is.",
]

NUMBERS = [
    "Things:|\n  - one|\n  - two",
    "The war\n- or so - began.",
    "There are two things: 1. He left and 2.| She came.",
    "1. First do this.| 2. Then do that.",
    "a. First.| b. Then.",
    "IV. Results are good.",
    "(1. First) it is",
    "It was 2020.| Then came 2021.",
    "He is No. 1.| She is not.",
    "2.3.1. Then it is.",
]

SMALL = [
    "What is Property? that is a title.",
    "He left.| “then came”",
    "the food was good.| the staff was nice!!| i will come back.",
    "It was great!| the food was good.",
    "Oh! how I wish.| What! are you mad?",
    "Is it true? he wondered.",
    "Can you come? or not.",
    "excellent!| answered all my questions.",
    "Really ! ..| It is so ! !!| What? ?? he asked.",
    "is it open?| do they sell it",
    "It runs on iOS.| iPhone users like it.",
    "He did it.| and left.",
    "the dept. of law",
    "Great place :)| We will return.",
    "Great place :) and so on",
    "King William III. died.| World War II. was bad.",
    "Loved it! :)| We will return.| Loved it!😀| We will.",
    "Ratio is 3 :) x",
]

INFORMAL = [
    "i tried it.. it was ok.. the end",
    "He went.. away from it all",
    "Miramar?| are they real?| Yahoo! and Google! are two.",
    "so good :)| i will come back",
    "I'd give it a “9”.|So go.| It is long (two hours).|Maybe too long.",
    "No.| I’m not.| Mhm.| Go on.",
    "See libero.it is up.| it was good.|there was more.| It was box.other than that.",
    "P.S. Love it.| PS. Call me.",
    "A Texas co. in the oil trade left.| A co. 5 miles away.",
]

BROKEN_OFF = [
    "Did you just —| Yes.| I kn- —| Oh I know.",
    "She was a wife — The Boss — and left.| He came — John did.| He — I think — left.",
    "WASHINGTON — But the House said no.",
    "He saw it —| But then he — You know — left.",
    "It is his home — “But no” — and mine.",
]

CLOCKS = [
    "At 5 a.m. I left.| I left at 5 a.m.| I slept.",
    "Open 11 a.m. - 6 p.m.| Closed now.",
    "A.M. Mrema left.",
    "It was 5 p.m.| 12 men left.",
]

UNITS = [
    "It is a 24-in. board of 3 ft. in length.| Come in.| he left",
    "He is 5 ft.| He left.",
    "It runs at 60 km/h.| It stops.",
    "See 88 Wash. 2d 301 and 332 U. S. 392 and 14 F. 3d 221.",
    "R. 12 and L. 121 hold.",
]

LANGUAGES = [
    (
        "de",
        "Er wohnt in der Bahnhofstr. 12.| Sie wohnt in der Hauptstr.| Er nicht.| Sehr freundl. Personal.",
    ),
    ("de", "Am 5. Sept. 1822 kam er.| Es war im Okt. 1823."),
    ("de", "Hm.| Nein."),
    ("ru", "Это дом — Он стоит."),
    ("ru", "Было в 1990-е.| Славное время.| §2. Нахождение.| до 18 проц. (при том)."),
    ("fr", "Le 5 oct. 1780 il partit sur la R.N. 7.| Il vint."),
    (
        "ru",
        "В 2004 г. Иванов уехал в Москву.| Иванов вернулся из Москвы только в 2004 г.| Потом он умер.| 5 янв. 2019 г. она",
    ),
    (
        "tr",
        "Ne oldu? diye sordu.| ne oldu?| bilmiyorum.| Bkz. s. 12.| Elma yetişir.| 3. Ordu geldi.",
    ),
    (
        "ar",
        "كتابه (ط. 2، 3 ج.) مهم.| قال (هل هذا صحيح؟) ثم مات.| في 3.30 م. اليوم.| مكان رائع! :)| سنعود",
    ),
    ("he", 'מחירו 5 מיליון ש"ח.| הוא גר בארה"ב.| זה ביום ד.| ואז א. ב. כהן הלך.'),
    ("hi", "ए.के. एंटनी और पी.वी. नरसिंह राव आए।| यह सच है।"),
    ("tr", "Üç gece...| Geldi.| Gel ! ..| Git."),
    ("hi", "“कहाँ?” श्रीमती तारा चिल्लाईं।| “नदी पर,” वह बोला।"),
    ("ja", "「誰？」と議員は尋ねた。|「行く！」|とても良い。|「もういいかい？」は曲だ。"),
    ("zh", "“去哪儿？”邻居张太太喊道。|“好。”|大家都很高兴地走了。"),
    ("es", "El sr. Ruiz vino con p. ej. Madrid.| El dr. Gil no."),
    ("th", "เขามา.| เธอไป!| ฉันอยู่"),
    ("km", "គាត់មក។| នាងទៅ។"),
    ("lo", "ລາວມາ.| ນາງໄປ"),
    ("de", "Am 3. Mai kam er.| Im 19. Jahrhundert war das so.| Er kam am 5.| Das war gut."),
    ("de", "Der 1. FC Köln gewann.| Er kam auf Platz 3.| Bayern gewann.| Vom 3.-5. Mai."),
    ("de", "Ludwig XIV. war König.| Der II. Weltkrieg endete.| Es war Ludwig XIV.| Er starb."),
    (
        "de",
        "Das ist z. B. gut, d. h. nicht schlecht, u. a. Berlin.| Es kostet ca. 5 Mio. Euro bzw. Dollar.",
    ),
    ("de", "Im Jahr 5 v. Chr. war das.| Äpfel, Birnen usw.| Gemüse auch.| Dr. Müller kam."),
    ("de", "„Nein!“, sagte er.| „Warum?“ fragte sie.| »Ja.«| »Nein.«"),
    ("de", "Er kam 2019.| Danach ging er.| Am 3. 5. 2020 kam er.| Er ist Nr. 5."),
    ("de", "Siehe Abs. 3 Nr. 2 und Art. 5 GG.| Prof. Dr. Meier sprach."),
    ("de", "Er kam am 28.August nach Bonn.| Er hat Schuhgröße 82.|\n-- Jens"),
    ("it", "L’ing. Rossi e l'avv. Bianchi sono qui."),
    ("es", "La página está lista.| esto es así.| de nada.| (no es así)"),
    ("fr", "M. Dupont et Mme. Durand sont là.| M. Le Pen aussi."),
    ("fr", "« Oui ! » dit-il.| « Pourquoi ? »| Elle partit."),
    ("fr", "Il vécut au Ier s. av. J.-C. à Rome.| Il vécut av. J.-C.| Il mourut.| Voir p. 5, etc."),
    ("es", "¿Qué pasa?| ¡Nada!| El Sr. Pérez llegó a EE. UU. ayer."),
    (
        "es",
        "—¿Qué? —preguntó Juan.| La Dra. Gómez vive en EE.UU.| Ella es médica, p. ej. en Madrid.",
    ),
    ("it", "Il sig. Rossi e il dott. Bianchi sono qui.| Vedi art. 5, pag. 3, ecc.| Poi basta."),
    ("it", "La Fiat S.p.A. ha sede a Torino.| Nacque nel 50 a.C. a Roma."),
    ("pt", "O Sr. Silva e a Dra. Costa moram na Av. Paulista.| Ver pág. 5, etc.| Depois."),
    ("ru", "А. С. Пушкин родился в 1799 г. в Москве.| Он умер.| См. рис. 5 и т. д.| Потом ушёл."),
    ("ru", "«Да!» — сказал он.| — Нет.| — Почему? — спросила она."),
    ("ru", "Это было в 5 тыс. км, т. е. далеко, и др.| Он ушёл.| Это я.| Потом."),
    (
        "tr",
        "Prof. Dr. Ahmet Bey 3. sınıfta.| 19. yüzyılda II. Dünya Savaşı oldu.| Sayı 25.| Bu iyi.",
    ),
    ("tr", "Elma, armut vb. alındı.| T.C. Anayasası md. 5."),
    ("id", "Dr. Budi tinggal di Jl. Merdeka No. 5.| Ia pergi, dll.| Mereka datang."),
    ("ar", "ولد سنة 1990 م.| ثم مات."),
    ("ar", "هل هذا صحيح؟| نعم.| قال د. أحمد ذلك.| انتهى!"),
    ("fa", "آیا این درست است؟| بله.| عدد ۳.۵ است.| پایان۔| نو"),
    ("fa", "«چرا؟» پرسید.| او رفت!"),
    ("he", "האם זה נכון?| כן.| א. ב. יהושע כתב."),
    ("hi", "यह सच है।| डॉ. सिंह आए।|वे गए।| के. के. सिंह आए।| क्या?| हाँ।"),
    ("zh", "他来了。|她走了！|真的吗？|是的。|“你好。”他说。|“再见。”|她走了。"),
    ("ja", "行った。|来た！|「行く。」と言った。|「行く。|来る。」|彼は帰った。"),
    ("nl", "Dhr. Jansen kwam, bijv. gisteren.| Hij ging, enz.| Zij niet."),
    (
        "pl",
        "Prof. Kowalski mieszka przy ul. Długiej, tzn. w 5. dzielnicy.| Był w 1990 r. w Polsce.",
    ),
]


def marked(text: str, language: str) -> str:
    """The text with ``|`` where a sentence ends, but at its own end."""
    ends = [span.end for span in sentences(text, language)][:-1]
    for end in reversed(ends):
        text = f"{text[:end]}|{text[end:]}"
    return text


FAMILIES = {
    "plain": PLAIN, "abbreviations": ABBREVIATIONS, "acronyms": ACRONYMS, "initials": INITIALS,
    "ellipses": ELLIPSES, "quotations": QUOTATIONS, "tight": TIGHT, "notes": NOTES,
    "numbers": NUMBERS, "small": SMALL, "informal": INFORMAL, "broken off": BROKEN_OFF,
    "clocks": CLOCKS, "units": UNITS,
}  # fmt: skip
CASES = [(name, "en", text) for name, texts in FAMILIES.items() for text in texts]
CASES += [(code, code, text) for code, text in LANGUAGES]


@pytest.mark.parametrize(("family", "language", "expected"), CASES)
def test_a_sentence_ends_where_a_reader_ends_it(family, language, expected):
    expected = expected.removesuffix("|")
    text = expected.replace("|", "")
    if "\n\n" in text:
        expected = text.replace("\n\n", "|\n\n")
    assert marked(text, language) == expected
