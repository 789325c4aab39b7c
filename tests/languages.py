"""A short article in many languages, and the encodings that can hold each: for tests of encodings."""

from __future__ import annotations

TEXTS = {
    "en": "The minister’s office confirmed on Monday that the harbour would stay closed – for now. “We don’t know "
    "when it will open,” said a spokesman. Repairs cost 5 million £ so far.\n\nTwo engineers who had warned of "
    "the danger weren’t heard.",
    "fr": "Le ministère a confirmé lundi que le port resterait fermé jusqu'à nouvel ordre. « Nous ne savons pas "
    "quand il rouvrira », a déclaré un porte-parole. Les travaux ont déjà coûté très cher à la région.\n\nDeux "
    "ingénieurs, qui avaient signalé le danger dès février, n'ont pas été entendus.",
    "de": "Das Ministerium bestätigte am Montag, dass der Hafen vorläufig geschlossen bleibt. Man könne nicht sagen, "
    "wann er wieder öffne, erklärte ein Sprecher. Die Kosten für die Übung überschritten längst die Schätzungen."
    "\n\nZwei Ingenieure, die früh auf größere Gefahren hingewiesen hatten, wurden nicht gehört.",
    "es": "El ministerio confirmó el lunes que el puerto permanecerá cerrado por ahora. «No sabemos cuándo abrirá», "
    "señaló un portavoz. ¿Quién pagará las obras? La región, según el último informe.\n\nDos ingenieros que "
    "advirtieron del peligro en España no fueron escuchados el año pasado.",
    "pl": "Ministerstwo potwierdziło w poniedziałek, że port pozostanie na razie zamknięty. Nie wiadomo, kiedy "
    "zostanie otwarty, powiedział rzecznik. Koszty ćwiczeń już dawno przekroczyły wszelkie szacunki.\n\nDwóch "
    "inżynierów, którzy ostrzegali przed niebezpieczeństwem, nie wysłuchano.",
    "cs": "Ministerstvo v pondělí potvrdilo, že přístav zůstane prozatím uzavřen. Nevíme, kdy se znovu otevře, řekl "
    "mluvčí. Náklady už dávno překročily všechny odhady.\n\nDva inženýři, kteří na nebezpečí upozorňovali, "
    "nebyli vyslyšeni a žádná změna nepřišla.",
    "ru": "Министерство подтвердило в понедельник, что порт пока останется закрытым. Когда он откроется, неизвестно, "
    "заявил представитель ведомства. Расходы давно превысили все оценки.\n\nДва инженера, предупреждавшие об "
    "опасности, не были услышаны.",
    "uk": "Міністерство підтвердило в понеділок, що порт поки залишиться закритим. Коли він відкриється, невідомо, "
    "заявив речник відомства. Витрати вже давно перевищили всі оцінки.\n\nДвоє інженерів, які попереджали про "
    "небезпеку, не були почуті.",
    "el": "Το υπουργείο επιβεβαίωσε τη Δευτέρα ότι το λιμάνι θα παραμείνει κλειστό προς το παρόν. Δεν γνωρίζουμε πότε "
    "θα ανοίξει, δήλωσε εκπρόσωπος. Το κόστος έχει ξεπεράσει κάθε εκτίμηση.\n\nΔύο μηχανικοί που προειδοποίησαν "
    "για τον κίνδυνο δεν εισακούστηκαν.",
    "tr": "Bakanlık pazartesi günü limanın şimdilik kapalı kalacağını doğruladı. Ne zaman açılacağını bilmiyoruz, dedi "
    "sözcü. Çalışmaların maliyeti tüm tahminleri çoktan aştı.\n\nTehlike konusunda uyarıda bulunan iki mühendisin "
    "sözü dinlenmedi.",
    "he": "המשרד אישר ביום שני כי הנמל יישאר סגור לעת עתה. איננו יודעים מתי ייפתח, אמר הדובר. העלויות עברו מזמן את כל "
    "ההערכות.\n\nשני מהנדסים שהזהירו מפני הסכנה לא זכו להקשבה.",
    "ar": "أكدت الوزارة يوم الاثنين أن الميناء سيبقى مغلقا في الوقت الحالي. لا نعرف متى سيفتح، قال المتحدث. وقد تجاوزت "
    "التكاليف منذ زمن طويل كل التقديرات.\n\nولم يستمع أحد إلى مهندسين حذرا من الخطر.",
    "ja": "省は月曜日、港は当面閉鎖されたままになると確認した。いつ再開されるかは分からないと、広報担当者は述べた。"
    "費用はすでにすべての見積もりを大きく上回っている。\n\n危険を警告していた二人の技術者の声は聞き入れられなかった。",
    "zh": "该部门星期一证实，港口目前仍将关闭。发言人表示，我们不知道它何时重新开放。费用早已超过所有的估计。"
    "\n\n两名曾经警告过危险的工程师没有得到重视。",
    "zh-TW": "該部門星期一證實，港口目前仍將關閉。發言人表示，我們不知道它何時重新開放。費用早已超過所有的估計。"
    "\n\n兩名曾經警告過危險的工程師沒有得到重視。",
    "ko": "부처는 월요일에 항구가 당분간 폐쇄된 상태로 유지될 것이라고 확인했다. 언제 다시 열릴지는 알 수 없다고 대변인이 "
    "말했다. 비용은 이미 모든 추정치를 넘어섰다.\n\n위험을 경고했던 두 명의 기술자의 말은 받아들여지지 않았다.",
    "th": "กระทรวงยืนยันเมื่อวันจันทร์ว่าท่าเรือจะยังคงปิดอยู่ในขณะนี้ โฆษกกล่าวว่าไม่ทราบว่าจะเปิดเมื่อใด\n\n"
    "วิศวกรสองคนที่เตือนถึงอันตรายไม่มีใครรับฟัง",
}

WIDE = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-be with mark",
    "utf-32",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
)

HELD = {
    "en": ("windows-1252",),
    "fr": ("windows-1252", "iso-8859-1", "iso-8859-15"),
    "de": ("windows-1252", "iso-8859-1", "iso-8859-15"),
    "es": ("windows-1252", "iso-8859-1", "iso-8859-15"),
    "pl": ("windows-1250", "iso-8859-2"),
    "cs": ("windows-1250", "iso-8859-2"),
    "ru": ("windows-1251", "koi8-r", "iso-8859-5"),
    "uk": ("windows-1251", "koi8-u"),
    "el": ("windows-1253", "iso-8859-7"),
    "tr": ("windows-1254", "iso-8859-9"),
    "he": ("windows-1255", "iso-8859-8"),
    "ar": ("windows-1256", "iso-8859-6"),
    "ja": ("shift_jis", "euc-jp", "iso2022_jp"),
    "zh": ("gb18030", "gbk", "gb2312"),
    "zh-TW": ("big5",),
    "ko": ("euc-kr", "cp949"),
    "th": ("tis-620",),
}
"""Beside ``WIDE``, which hold everything."""


def encoded(text: str, encoding: str) -> bytes:
    """The text as a file in this encoding."""
    if encoding.endswith(" with mark"):
        return f"\ufeff{text}".encode(encoding.removesuffix(" with mark"))
    return text.encode(encoding)
