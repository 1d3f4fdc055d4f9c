"""Which language a text is in.

In: a text. Out: its ISO 639-1 code, or an empty text. Small words tell most reports' language at no
cost; where they don't, a model (py3langid) is asked, which takes a second to load.
"""

from __future__ import annotations

import re
from collections import Counter

_SMALL_WORDS = {
    "en": "the of and to in is for was with that this by on are from as at be has have which were",
    "fr": "le la les des et en du une est pour dans par sur au aux qui que avec plus",
    "de": "der die das und in den von zu mit ist des im für auf dem eine wurde nicht sich",
    "es": "el la los las de en y del por con para una que se al su como más",
    "it": "il lo la gli le di e del della per con una che nel sono dei alla",
    "pt": "o a os as de e do da em para com uma que no na dos por ao",
    "nl": "de het een van en in is op voor met dat zijn te door aan bij",
}
_OTHERS = (
    "da",
    "sv",
    "no",
    "fi",
    "pl",
    "cs",
    "ro",
    "hu",
    "el",
    "tr",
    "ru",
    "uk",
    "ar",
    "he",
    "zh",
    "ja",
    "ko",
    "cy",
    "ga",
)
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPT = re.compile(r"[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]")
_ENOUGH_LETTERS = 200  # of less text every language is a guess
_ENOUGH_SIGNS = 40  # a Chinese sign says as much as five letters
_SHARE = 0.15  # of a text's words are such small words in running text
_LEAD = 1.5  # over the next language: Romance languages share some


def find_language(text: str) -> str:
    """The language of a text; empty where it is too short to tell.

    >>> find_language("The number of calls to the force was higher in the quarter than in the same one " * 4)
    'en'
    >>> find_language("40,089 36,232")
    ''
    """
    if sum(c.isalpha() for c in text) < _ENOUGH_LETTERS and len(_SCRIPT.findall(text)) < _ENOUGH_SIGNS:
        return ""
    return _by_small_words(text) or _by_model(text)


def declared_language(tag: str) -> str:
    """The code in a language tag.

    >>> declared_language("en-GB")
    'en'
    """
    match = re.match(r"([A-Za-z]{2})(?:[-_]|$)", tag)
    return match[1].lower() if match else ""


def _by_small_words(text: str) -> str:
    words = Counter(word.lower() for word in _WORD.findall(text))
    total = sum(words.values())
    shares = {code: sum(words[w] for w in small.split()) for code, small in _SMALL_WORDS.items()}
    first, second = sorted(shares, key=lambda code: -shares[code])[:2]
    clear = shares[first] >= _SHARE * total and shares[first] >= _LEAD * shares[second]
    return first if clear else ""


def _by_model(text: str) -> str:
    from py3langid.langid import classify, set_languages  # noqa: PLC0415 - loading costs a second

    set_languages([*_SMALL_WORDS, *_OTHERS])
    return str(classify(text)[0])
