"""What is known while a sentence is read: the open frame, the clause's movement, what waits for a figure.

In: sentences, one after the other. Out: frames, added as they close. Out of scope: what each word and
figure does to it (``assemble``, ``sizes``, ``ends``, ``amounts``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.facts.claims.context import Part, is_soft
from extract.facts.claims.frames import Frame, Sort
from extract.facts.claims.nodes import Node, read_nodes
from extract.facts.claims.numbers import Figure
from extract.facts.claims.subjects import compared_to, is_pronoun, subject_after, subject_before
from extract.facts.claims.tokens import Sentence, Token
from extract.notation.words import word_set

_ELIDED = word_set(
    "and but to a an the was were is are be been being also then this that it which represents representing "
    "represent or , ( ) - since then has have had marks marking subsequently registering "
    "recording showing posting reflecting indicating giving corresponding corresponds equating equates "
    "equivalent equal i.e i e . namely thereby translating constituting achieving witnessing implying"
)
# What these bring in is a part of the figure before, not another one.
INCLUDING = word_set("including includes included excluding")
_OUTLOOKS = word_set(
    "outlook guidance expected expects expect will would should likely forecast forecasts estimated "
    "if may might could policy rating ratings target unless"
)
_ANAPHORS = word_set("this that it these which those")


class Clauses:
    """The state of reading, from one sentence to the next.

    Attributes:
        done: Frames of earlier sentences, which nothing changes any more.
        frames: Closed ones of this sentence and the one before.
        carry: The last level of the sentence before, which "This was" may speak of.
        subject: Of the last claim.
        number: Of the sentence, from 0.
        frame: The open one; ``previous`` is the one closed before it in this sentence.
        loose: The last level or share, which a movement after it may speak of.
        move: Node of the clause's movement; ``is_spent`` where it has its size.
        handled: Node of a movement taken together with the figure before it.
        marker: ``from`` or ``to`` where one waits for its figure, with its node and word.
        steady: Node of a word of no movement.
        of_which: "14,302" of "14,302 assessments, of which 9,873 (69%)".
        whole: "640" of "Of the 640 complaints,".
        last, last_part: Node and part of the figure before.
        clause: Token where the clause begins; ``is_clause_used`` where a claim has named its subject.
        refers: The sentence begins by pointing back.
    """

    def __init__(self) -> None:
        self.done: list[Frame] = []
        self.frames: list[Frame] = []
        self.carry: Frame | None = None
        self.subject = ""
        self.number = -1

    def start(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        self.done += [frame for frame in self.frames if frame.sentence < self.number - 1]
        self.frames = [frame for frame in self.frames if frame.sentence >= self.number - 1]
        self.tokens: Sequence[Token] = sentence.tokens
        self.nodes = read_nodes(sentence.tokens)
        self.frame: Frame | None = None
        self.previous: Frame | None = None
        self.loose: Frame | None = None
        self.move: int | None = None
        self.handled: int | None = None
        self.is_spent = False
        self.marker, self.marker_at, self.marker_word = "", -1, ""
        self.steady: int | None = None
        self.whole: Figure | None = None
        self.of_which: Figure | None = None
        self.last: int | None = None
        self.last_part: Part | None = None
        self.clause = 0
        self.is_clause_used = False
        self.refers = any(node.low in _ANAPHORS for node in self.nodes[:2])

    def finish(self) -> None:
        """End a sentence."""
        self.settle_steady()
        self.close()
        self.carry = self.loose

    def low(self, at: int) -> str:
        """The first word of a node, empty beyond the sentence."""
        return self.nodes[at].low if 0 <= at < len(self.nodes) else ""

    def wait(self, marker: str, at: int) -> None:
        """Let a figure be waited for."""
        self.marker, self.marker_at, self.marker_word = marker, at, self.low(at)

    def new(self, at: int, figure: Figure, sort: Sort) -> Frame:
        """A frame that begins with this figure."""
        subject = self._subject_of(at, figure)
        return Frame(sort, self.number, figure.first, figure.last, at, subject=subject)

    def add(self, frame: Frame) -> None:
        """A claim that stands alone, kept as the level that a movement may speak of."""
        self.frames.append(frame)
        self.loose = frame

    def close(self) -> None:
        """Put the open frame to the closed ones, if it holds anything."""
        frame = self.frame
        if frame is not None and frame.is_filled:
            first = next((i for i, n in enumerate(self.nodes) if n.last >= frame.first), 0)
            frame = replace(frame, against=compared_to(self.tokens, self.nodes, first, frame.node))
            self.frames.append(frame)
            self.previous = frame
        self.frame = None

    def drop(self, frame: Frame) -> None:
        """Take a level back that a movement speaks of; what stayed stays said."""
        if frame.sort == "steady" or is_whole_share(frame):
            return
        if frame in self.frames:
            self.frames.remove(frame)
        if self.loose is frame:
            self.loose = None

    def reaching(self, frame: Frame, move: int | None) -> Frame:
        """With the movement's word in the quote."""
        if move is None:
            move = self.move
        if move is None:
            return frame
        node = self.nodes[move]
        if abs(move - frame.node) > 12:
            return frame
        return replace(frame, first=min(frame.first, node.first), last=max(frame.last, node.last))

    def settle_steady(self) -> None:
        """As in "the rate of 3.1% in Trafford has remained consistent": the level before is what stayed."""
        loose, steady = self.loose, self.steady
        if steady is not None and loose is not None and loose in self.frames and loose.node < steady:
            between = self.nodes[loose.node + 1 : steady]
            if loose.sort in {"level", "share"} and not any(
                n.low in {",", ";", "while", "but", "and"} for n in between
            ):
                self.drop(loose)
                self.add(replace(loose, sort="steady", current=loose.current or loose.percent))
                self.steady = None
        if self.steady is not None and self._stays_without_figure(self.steady):
            self.frames.append(self._stayed(self.steady))
        self.steady = None

    def _stays_without_figure(self, at: int) -> bool:
        """As in "were broadly unchanged", "remained at the previous year's level"."""
        before = [self.low(i) for i in range(max(0, at - 6), at)]
        if any(word in _OUTLOOKS for word in [node.low for node in self.nodes[:at]]):
            return False
        clause = range(max(0, at - 6, self.clause if self.low(at) in {"flat", "change"} else 0), at)
        if any(self.nodes[i].kind == "figure" for i in clause):
            return False
        if self.low(at) == "unchanged":
            return bool({"was", "were", "remained", "stayed", "been", "held", "is", "are"} & set(before))
        if self.low(at) in {"flat", "change"}:
            return self.low(at + 1) in {".", ";", ",", "", ")"}
        behind = [self.low(i) for i in range(at + 1, at + 9)]
        return (
            self.low(at) in {"remained", "stayed", "was", "were"} and "level" in behind and behind[0] == "at"
        )

    def _stayed(self, at: int) -> Frame:
        node = self.nodes[at]
        subject = subject_before(self.tokens, self.nodes, self.clause, at)
        return Frame("steady", self.number, node.first, node.last, at, subject=subject)

    def after_when(self, at: int) -> bool:
        """Whether "when" or "which" stands between what waits and here."""
        return any(self.low(i) in {"when", "which"} for i in range(self.marker_at + 1, at))

    def _subject_of(self, at: int, figure: Figure) -> str:
        """The clause's own subject, or what the figure is of, or the subject before."""
        self.is_clause_used = True
        own = subject_before(self.tokens, self.nodes, self.clause, at)
        move = self.move
        if (
            not own and move is not None and self.clause <= move < at
        ):  # "The growth of net sales has been 28%"
            own = subject_after(self.tokens, self.nodes, move)
        if not own and not is_pronoun(self.nodes, self.clause):
            own = subject_after(self.tokens, self.nodes, at)
        self.subject = own or self.subject
        return self.subject


def is_whole_share(frame: Frame) -> bool:
    """As in "20 of 80 (25%), up 5 points": a share that stands without what moves it."""
    current = frame.current
    whole = frame.whole is not None or (current is not None and current.whole is not None)
    return frame.sort == "share" and frame.percent is not None and current is not None and whole


def is_elided(between: Sequence[Node]) -> bool:
    """Whether no new subject stands between two parts of a sentence."""
    breaks = (i for i, node in enumerate(between) if node.low in {",", "but", "and", "while", "-", "("})
    return adds_nothing(between[next(breaks, 0) :])


def adds_nothing(between: Sequence[Node]) -> bool:
    """Whether nodes hold only figures, periods and words that name nothing."""
    return all(
        node.kind in {"period", "mark", "figure"} or node.low in _ELIDED or is_soft(node) for node in between
    )


def is_pointing(word: str) -> bool:
    """Whether a word points back: "; this is a 19% increase"."""
    return word in _ANAPHORS
