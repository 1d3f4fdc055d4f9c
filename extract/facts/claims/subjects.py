"""What a claim is about, and what it is set against, in the sentence's own words.

Pure functions on nodes. A pronoun or nothing at all says that the subject is the one before. Out of
scope: which figures belong to the claim (``assemble``).
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.facts.claims.nodes import Node
from extract.facts.claims.tokens import Token
from extract.notation.words import word_set

_MOST_WORDS = 16
_FARTHEST = 50  # nodes before a figure that its subject is looked for in
_VERBS = word_set(
    "was were is are be been being has have had will would may might could can should did does do "
    "came stood stands totalled totaled amounted reached accounted represented represents made make "
    "makes averaged said says shows showed saw seen remained remains stayed recorded reported took "
    "received managed fell appears appear includes included which that who where when equal "
    "equivalent representing accounting compared"
)
_LEADING = word_set(
    "however meanwhile also and but while whereas although though similarly overall additionally "
    "moreover that the a an in addition this these those it its their they there he she we of for "
    "with among then both to as by nearly some about around only just over under at on or "
    "respectively again back up down was were is are has have had been went go"
)
_OPENING = word_set("in at for during over by on since within among between across of under")
_PRONOUNS = word_set("this that it these those they he she we which its their")
_REPORTING = word_set("said says reported announced added suggests showed shows")
_STOPS = word_set(
    "was were is are has have had said who which that while but and with by to from compared against "
    "versus in of for at on during since over"
)
_COMPARING = word_set("with to than against versus vs on from over")


def subject_before(tokens: Sequence[Token], nodes: Sequence[Node], start: int, at: int) -> str:
    """The words of a clause before its verb or first figure; empty where they name nothing."""
    start = max(start, at - _FARTHEST)
    words: list[Node] = []
    opens = start < at and nodes[start].low in _OPENING
    for index in range(start, at):
        node = nodes[index]
        if node.low in _REPORTING and index < at - 1:
            words = []
        elif node.kind in {"move", "figure", "steady"} or (node.low in _VERBS and words):
            if any(word.kind == "word" for word in words):
                break
        elif node.low == "," and (
            opens or not any(w.low not in _LEADING and w.kind == "word" for w in words)
        ):
            words, opens = [], False  # "In 2021,", "In the capital,"
        elif node.low not in _VERBS:
            words.append(node)
    while words and (words[0].low in _LEADING or words[0].kind in {"mark", "period"}):
        words = words[1:]
    while words and (words[-1].kind in {"mark", "period"} or words[-1].low in _STOPS):
        words = words[:-1]
    return _text(tokens, words)


def subject_after(tokens: Sequence[Token], nodes: Sequence[Node], at: int) -> str:
    """The words that an amount or a movement is of: "30% of all rapes", "a 6% increase in visitors"."""
    index = at + 1
    while index < len(nodes) and nodes[index].kind in {"move"} | ({"mark"} if index == at + 1 else set()):
        index += 1
    if index < len(nodes) and nodes[index].low in {"of", "in", "for"}:
        index += 1
    words: list[Node] = []
    while index < len(nodes) and nodes[index].kind in {"word", "label"} and len(words) < _MOST_WORDS:
        if nodes[index].low in _VERBS | {
            "when",
            "while",
            "and",
            "but",
            "from",
            "to",
            "with",
            "compared",
            "than",
        }:
            break
        words.append(nodes[index])
        index += 1
    while words and words[0].low in _LEADING | {"all", "total"}:
        words = words[1:]
    while words and words[-1].low in _STOPS:
        words = words[:-1]
    return _text(tokens, words)


def is_pronoun(nodes: Sequence[Node], start: int) -> bool:
    """Whether a clause begins by pointing back."""
    return start < len(nodes) and nodes[start].low in _PRONOUNS


def compared_to(tokens: Sequence[Token], nodes: Sequence[Node], first: int, last: int) -> str:
    """The period or the words that a change is measured from, looked for behind the claim's figures."""
    at = first
    while at < min(len(nodes), last + 12):
        if at > last and nodes[at].low in {";", ".", "while", "but"}:
            return ""
        if nodes[at].low in _COMPARING and at + 1 < len(nodes):
            words: list[Node] = []
            index = at + 1
            while index < len(nodes) and len(words) < 9 and nodes[index].kind not in {"move", "mark"}:
                if nodes[index].kind == "figure" and not words:
                    index += 1  # "from 66m a year earlier"
                    while index < len(nodes) and nodes[index].kind == "word" and index - at < 5:
                        index += 1
                    if index < len(nodes) and nodes[index].kind == "period":
                        return _text(tokens, [nodes[index]])
                    break
                if nodes[index].kind == "figure" or (nodes[index].low in _VERBS):
                    break
                words.append(nodes[index])
                index += 1
            if any(word.kind == "period" for word in words) or (words and nodes[at].low in {"than", "with"}):
                while words and words[0].low in {"the", "in", "a"}:
                    words = words[1:]
                return _text(tokens, words)
        at += 1
    return ""


def _text(tokens: Sequence[Token], words: Sequence[Node]) -> str:
    parts: list[str] = []
    for node in words[:_MOST_WORDS]:
        for token in tokens[node.first : node.last + 1]:
            parts.append(token.text if token.tight or not parts else " " + token.text)
    return "".join(parts).strip(" ,;:-(")
