"""Words that turn a claim round or count something, in the languages the program can cut.

All languages are looked up at once, for nobody says what language a quotation is in. So a
word that means something else in another language is left out where it is frequent there
(Turkish "on", ten; Spanish "once", eleven). What a language says by an ending alone, as
Turkish does with its verbs, is not found.
"""

from __future__ import annotations

import re

from annotator.review.tokens import folded


def _folded(*lines: str) -> frozenset[str]:
    return frozenset(folded(word) for line in lines for word in line.split())


NEGATIONS = _folded(
    # English, German, Dutch
    "not no never none nobody nothing nowhere neither nor cannot without hardly",
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne",
    "niet geen nooit niemand niets zonder nergens",
    # French, Spanish, Portuguese, Italian
    "ne pas non jamais aucun aucune rien ni sans nul nulle sin nunca jamás ningún ninguno ninguna nada",
    "nadie tampoco não nem nenhum nenhuma ninguém sem nessun nessuno nessuna niente nulla",
    # Polish, Russian, Turkish, Indonesian
    "nie nigdy nikt żaden żadna żadne bez ani не нет ни никогда никто ничего нельзя без",
    "değil yok hiç hiçbir asla tidak bukan tak belum jangan tanpa",
    # Persian
    "نه نیست نیستند نبود نبودند نشد نشدند نشده نکرد نکردند نکرده نداد ندادند ندارد ندارند نداشت",
    "نداشتند نخواهد نخواهند نباید نتوانست هیچ هرگز بدون بی",
    # Arabic, with and without its "and"
    "لا لم لن ليس ليست ليسوا غير بدون دون ولا ولم ولن وليس وليست فلا فلم",
    # Hebrew, Hindi
    "לא אין אינו אינה בלי ללא ולא नहीं न मत बिना",
    # Chinese, a character each
    "不 没 沒 无 無 未 非 否 莫 勿",
)

GLUED_NEGATION = re.compile(r"n't\b|\bn'(?=\w)|\bنمی|ない|なかった|ません|ずに")
"""Negations that are a part of a word, folded (``tokens.folded``): don't, n'est, Persian نمی, Japanese endings."""

NUMBER_WORDS = _folded(
    # English
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty",
    "ninety hundred hundreds thousand thousands million millions billion billions trillion dozen",
    "dozens half twice first second third double triple both several",
    # German, Dutch
    "null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig",
    "fünfzig sechzig siebzig achtzig neunzig hundert tausend millionen milliarden milliarde",
    "twee drie vijf zes zeven negen tien twaalf twintig dertig veertig vijftig zestig",
    "honderd duizend miljoen miljard",
    # French, Spanish, Portuguese, Italian
    "deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente",
    "quarante cinquante soixante cent mille milliard milliards dos tres cuatro cinco seis siete",
    "ocho nueve diez doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta",
    "ochenta noventa cien ciento mil millón millones dois duas três quatro sete oito nove dez doze",
    "vinte trinta quarenta cinquenta sessenta cem milhão milhões bilhão bilhões tre quattro",
    "cinque sette dieci undici dodici venti trenta quaranta cinquanta cento milione",
    "milioni miliardo miliardi",
    # Polish, Russian, Turkish, Indonesian
    "dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście",
    "dwadzieścia trzydzieści sto tysiąc tysiące tysięcy milion miliony milionów miliard",
    "два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать двадцать",
    "тридцать сорок пятьдесят сто тысяча тысячи тысяч миллион миллиона миллионов миллиард",
    "iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli altmış yetmiş seksen doksan yüz",
    "milyon milyar dua tiga empat enam tujuh delapan sembilan sepuluh belas puluh ratus ribu",
    "juta miliar",
    # Persian, Arabic
    "دو سه چهار پنج شش هفت هشت ده یازده دوازده بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد",
    "هزار میلیون میلیارد ثلاثة ثلاث أربعة أربع خمسة خمس ستة سبعة سبع ثمانية تسعة تسع عشرة عشر",
    "عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين مئة مائة ألف آلاف مليون مليار",
    # Hebrew, Hindi
    "שניים שתיים שני שתי שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה",
    "עשר עשרים שלושים מאה אלף אלפים מיליון מיליארד दो तीन चार पाँच पांच छह सात आठ नौ दस बीस",
    "तीस सौ हज़ार हजार लाख करोड़",
    # Chinese and Japanese, a character each
    "一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 两 兩 〇 零 半",
)
