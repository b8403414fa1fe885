from __future__ import annotations

import pytest

from index.ingest.language import decide, detect, tag


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the talks in the harbour were a success for both of the towns.", "en"),
        ("Die Ministerin sagte, dass die Gespräche im Hafen für beide Städte ein Erfolg sind und nicht enden.", "de"),
        ("La ministre a dit que les entretiens dans le port ont été un succès pour les deux villes.", "fr"),
        ("La ministra dijo que las conversaciones en el puerto fueron un éxito para las dos ciudades.", "es"),
        ("La ministra ha detto che i colloqui nel porto sono stati un successo per le due città della costa.", "it"),
        ("A ministra disse que as conversas no porto foram um sucesso para as duas cidades e não acabam.", "pt"),
        ("De minister zei dat het overleg in de haven een succes is voor de twee steden en niet stopt.", "nl"),
        ("Ministern sade att samtalen i hamnen är en framgång för de två städerna och att det inte slutar.", "sv"),
        ("Министр сказала, что переговоры в порту были успешными.", "ru"),
        ("Міністерка сказала, що переговори в порту були успішними.", "uk"),
        ("部長は港での会談は成功だったと述べた。", "ja"),
        ("部长说港口的会谈取得了成功。", "zh"),
        ("장관은 항구 회담이 성공적이었다고 말했다.", "ko"),
        ("قالت الوزيرة إن المحادثات في الميناء كانت ناجحة.", "ar"),
        ("Η υπουργός είπε ότι οι συνομιλίες ήταν επιτυχείς.", "el"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text", ["", "Quay 7", "Northport 3, Eastbay 1, Quayside 2, Harbour 0, Lighthouse 4, Old Town 2 a 1", "12 34"]
)
def test_names_and_numbers_decide_nothing(text: str) -> None:
    assert detect(text) == ""


@pytest.mark.parametrize(
    ("declared", "expected"),
    [("EN_us", "en-US"), ("de", "de"), ("zh-Hant-TW", "zh-TW"), ("und", ""), ("<b>", ""), ("", "")],
)
def test_declared_tags_are_put_in_their_usual_form(declared: str, expected: str) -> None:
    assert tag(declared) == expected


def test_words_speak_louder_than_a_template_but_the_region_is_kept() -> None:
    german = "Die Ministerin sagte, dass die Gespräche im Hafen für beide Städte ein Erfolg sind und nicht enden."
    assert decide(german, "en") == "de"
    assert decide(german, "de-AT") == "de-AT"
    assert decide("Quay 7", "fr") == "fr"
