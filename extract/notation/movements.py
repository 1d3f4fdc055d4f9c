"""Words that say which way a figure went, as tables.

``SIZE`` words speak of the figure itself ("rose"); the others judge it or depend on what is
measured: response times "improve" by falling, a loss "widens" by growing. Out of scope: what a
sentence claims with them (``facts.claims``).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from extract.notation.words import word_set

Part = Literal["verb", "participle", "noun", "either", "comparative", "adverb"]


class Movement(NamedTuple):
    """What one word tells.

    Attributes:
        direction: 1 for up, -1 for down.
        part: ``either`` is a noun or a verb ("rise", "cut"); a participle ends in -ing.
        is_size: It speaks of the figure itself, so that a figure that went the other way contradicts it.
    """

    direction: int
    part: Part
    is_size: bool = True


def _verbs(direction: int, words: str, is_size: bool = True) -> dict[str, Movement]:
    """Each word group is base/past/participle forms, the base serving as noun too where marked ``*``."""
    found: dict[str, Movement] = {}
    for group in words.split():
        for form in group.split("/"):
            word = form.rstrip("*")
            part: Part = "either" if form.endswith("*") else "participle" if word.endswith("ing") else "verb"
            found[word] = Movement(direction, part, is_size)
    return found


def _words(direction: int, part: Part, words: str, is_size: bool = True) -> dict[str, Movement]:
    return {word: Movement(direction, part, is_size) for word in words.split()}


MOVEMENTS: dict[str, Movement] = {
    **_verbs(
        1,
        "rise*/rises*/rose/risen/rising increase*/increases*/increased/increasing "
        "grow/grows/grew/grown/growing "
        "climb*/climbs/climbed/climbing jump*/jumps*/jumped/jumping surge*/surges/surged/surging "
        "soar/soars/soared/soaring rocket/rocketed/rocketing spike*/spiked/spiking "
        "leap*/leapt/leaped/leaping "
        "swell/swelled/swelling/swollen expand/expanded/expanding mushroomed ballooned snowballed "
        "escalated/escalating accelerated/accelerating hike*/hiked/hiking upturn* uplift* "
        "boost*/boosted/boosting "
        "lengthened raised/raising mounted appreciated/appreciating "
        "multiplied/multiplying upswing* upsurge* skyrocketed/skyrocketing swelled quickened/quickening "
        "strengthens bulged exploded/exploding escalate augmented uptick* upped",
    ),
    **_verbs(
        -1,
        "fall*/falls*/fell/fallen/falling decrease*/decreases*/decreased/decreasing "
        "decline*/declines*/declined/declining drop*/drops*/dropped/dropping dip*/dips/dipped/dipping "
        "reduce/reduces/reduced/reducing slump*/slumped/slumping plunge*/plunged/plunging "
        "tumble*/tumbled/tumbling slide*/slid/sliding sink/sank/sunk/sinking "
        "shrink/shrinks/shrank/shrunk/shrinking "
        "slip/slips/slipped/slipping plummet/plummeted/plummeting "
        "contracted/contracting lost/losing shed/shedding cut*/cuts*/cutting "
        "slowed/slowing ebbed dwindled/dwindling receded/receding lowered/lowering trimmed/trimming "
        "shortened slashed/slashing depreciated/depreciating downturn* "
        "dive*/dives*/dived/diving/dove nosedive*/nosedived/nosediving crash*/crashed/crashing "
        "collapse*/collapsed/collapsing sag/sagged/sagging skidded/skidding diminished/diminishing "
        "lessened/lessening subsided/subsiding shrunken retreat*/retreated/retreating cratered "
        "downtick* ebbing shaved plummets",
    ),
    **_verbs(
        1,
        "improve/improves/improved/improving gain*/gains*/gained/gaining advance*/advanced/advancing "
        "recovered/recovering rallied/rallying/rally* rebounded/rebounding/rebound* "
        "strengthened/strengthening "
        "widen/widened/widening added/adding firmed/firming deepened/deepening bounced/bouncing",
        is_size=False,
    ),
    **_verbs(
        -1,
        "deteriorated/deteriorating worsened/worsening weakened/weakening eased/easing softened/softening "
        "narrow/narrowed/narrowing moderated/moderating cooled/cooling",
        is_size=False,
    ),
    **_verbs(0, "moved/moving went/gone/going changed/changing turned swung/swinging", is_size=False),
    **_words(0, "noun", "change movement", is_size=False),
    **_words(1, "noun", "growth increment expansion"),
    **_words(1, "noun", "improvement improvements appreciation recovery", is_size=False),
    **_words(
        -1, "noun", "reduction reductions fall-off loss cutback cutbacks contraction shrinkage drop-off"
    ),
    **_words(-1, "noun", "deterioration depreciation shortfall", is_size=False),
    **_words(
        1, "comparative", "higher more greater larger above additional extra bigger longer upwards upward"
    ),
    **_words(-1, "comparative", "lower fewer less smaller below shorter downwards downward"),
    **_words(1, "comparative", "ahead better faster", is_size=False),
    **_words(-1, "comparative", "behind worse slower short", is_size=False),
    **_words(1, "adverb", "up"),
    **_words(-1, "adverb", "down"),
}

# A rise or fall told by its factor; the contract has no direction for "as many as".
MULTIPLES: dict[str, tuple[str, int]] = {
    **dict.fromkeys(("doubled", "doubling", "doubles", "double", "twice", "twofold", "two-fold"), ("2", 1)),
    **dict.fromkeys(("tripled", "tripling", "trebled", "trebling", "treble", "triple", "thrice"), ("3", 1)),
    **dict.fromkeys(("threefold", "three-fold"), ("3", 1)),
    **dict.fromkeys(("quadrupled", "quadrupling", "quadruple", "fourfold", "four-fold"), ("4", 1)),
    **dict.fromkeys(("quintupled", "fivefold", "five-fold"), ("5", 1)),
    **dict.fromkeys(("sixfold", "six-fold"), ("6", 1)),
    **dict.fromkeys(("sevenfold", "seven-fold"), ("7", 1)),
    **dict.fromkeys(("eightfold", "eight-fold"), ("8", 1)),
    **dict.fromkeys(("tenfold", "ten-fold"), ("10", 1)),
    **dict.fromkeys(("halved", "halving", "halves", "halve"), ("0.5", -1)),
}

STEADY = word_set(
    "unchanged stable steady flat static constant consistent stabilised stabilized stagnant "
    "stationary unaltered"
)
# "stayed at 40%", "remains the same", "held at".
STAYING = word_set("remained remains remain remaining stayed stays staying held holding kept")
NEGATIONS = word_set("not never no neither nor n't cannot without didn't doesn't hasn't haven't don't")
