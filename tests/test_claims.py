"""Claims in sentences: what is found, which way it went, and whether it adds up."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from claim_sentences import SENTENCES as FIRST_SENTENCES
from claim_sentences import Labelled, Sentence
from further_claim_sentences import FURTHER_SENTENCES
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extract.facts.claims import find_claims, read_claims
from extract.facts.claims.tokens import find_sentences
from extract.model import Box, Claim, Paragraph
from extract.writers.claims import judge_text

SENTENCES = (*FIRST_SENTENCES, *FURTHER_SENTENCES)


def only(text: str) -> Claim:
    (claim,) = read_claims(text)
    return claim


# --- sentences made up for the purpose -----------------------------------------------------------


def fits(label: Labelled, claim: Claim) -> bool:
    """Whether a claim is the one labelled: kind, direction and every figure named."""
    if (claim.kind, claim.direction) != (label.kind, label.direction):
        return False
    for name, value in label.figures.items():
        if name == "percent_range":
            ends = claim.main.value, claim.main.upper
            if ends != tuple(map(Decimal, value)):
                return False
            continue
        stated = getattr(claim, name)
        if stated is None or abs(abs(float(stated.value)) - abs(value)) > 1e-6 * max(1, abs(value)):
            return False
    return True


def found_and_spurious(sentence: Sentence) -> tuple[list[Labelled], list[Claim]]:
    """The labels that no claim fits, and the claims that fit no label."""
    left = list(read_claims(sentence.text))
    missed = []
    for label in sentence.claims:
        match = next((claim for claim in left if fits(label, claim)), None)
        if match is None:
            missed.append(label)
        else:
            left.remove(match)
    return missed, left


def test_precision_and_recall_over_the_sentences() -> None:
    results = [found_and_spurious(sentence) for sentence in SENTENCES]
    labelled = sum(len(sentence.claims) for sentence in SENTENCES)
    missed = sum(len(missed) for missed, _ in results)
    spurious = sum(len(spurious) for _, spurious in results)
    found = labelled - missed
    assert len(SENTENCES) > 200
    assert found / labelled > 0.97, "recall"
    assert found / (found + spurious) > 0.97, "precision"


@pytest.mark.parametrize(
    "sentence", [s for s in SENTENCES if not s.claims], ids=lambda sentence: sentence.text[:40]
)
def test_numbers_that_claim_nothing_are_left_alone(sentence: Sentence) -> None:
    assert [claim.quote for claim in read_claims(sentence.text)] == []


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:40])
def test_only_sentences_that_do_not_add_up_are_called_inconsistent(sentence: Sentence) -> None:
    verdict, why = judge_text(read_claims(sentence.text))
    if sentence.verdict == "inconsistent" or verdict == "inconsistent":
        assert verdict == sentence.verdict, why


# --- forms ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "direction", "percent"),
    [
        ("This is a -29% improvement.", "down", 29),
        ("Reports saw a -4% reduction.", "down", 4),
        ("Reports saw a +4% increase.", "up", 4),
        ("Reports did not fall by 4%.", None, None),
    ],
)
def test_signs_and_negations(text: str, direction: str | None, percent: int | None) -> None:
    claims = read_claims(text)
    if direction is None:
        assert claims == ()
    else:
        assert (claims[0].direction, abs(claims[0].main.value)) == (direction, percent)


@pytest.mark.parametrize(
    ("printed", "hedge"),
    [
        ("around 300", "approximately"),
        ("over 300", "over"),
        ("a little over 300", "over"),
        ("just under 300", "under"),
        ("almost 300", "nearly"),
        ("up to 300", "under"),
        ("no more than 300", "under"),
        ("300", ""),
    ],
)
def test_hedges(printed: str, hedge: str) -> None:
    assert only(f"Calls fell by {printed} offences.").hedge == hedge


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("£1.4m", 1_400_000, "GBP"),
        ("RMB1,069 million", 1_069_000_000, "CNY"),
        ("EUR 13.1 mn", 13_100_000, "EUR"),
        ("2.3 billion dlrs", 2_300_000_000, "USD"),
        ("US$40bn", 40_000_000_000, "USD"),
        ("£100k", 100_000, "GBP"),
        ("half a million pounds", 500_000, "count"),
    ],
)
def test_money_and_magnitudes(printed: str, value: int, unit: str) -> None:
    claim = only(f"The total cost was {printed}.")
    assert claim.current is not None
    assert (claim.kind, claim.current.value) == ("level", value)
    assert unit in (claim.unit, "count")


def test_a_quote_is_the_text_between_its_offsets() -> None:
    text = "“Café” sales fell by 12% to £440, from £500; that’s 5 fewer staff."
    for claim in read_claims(text):
        assert text[claim.start : claim.end] == claim.quote


def test_the_subject_is_carried_over_a_sentence() -> None:
    claims = read_claims("Robberies totalled 482 in the quarter. This was a fall of 31 on last year.")
    assert [(claim.kind, claim.subject) for claim in claims] == [("change", "Robberies")]


def test_respectively_gives_a_claim_for_each_figure() -> None:
    claims = read_claims("Thefts and robberies rose by 12 (4%) and 30 (9%) respectively.")
    assert [(int(c.change.value), int(c.percent.value)) for c in claims if c.change and c.percent] == [
        (12, 4),
        (30, 9),
    ]


def test_stable_that_moved_is_never_an_error() -> None:
    claims = read_claims("Satisfaction was stable at 69.4%, a decrease from the 74.4% rate before.")
    assert [(c.kind, c.verdict) for c in claims] == [("stable", "uncheckable"), ("from_to", "consistent")]
    assert claims[0].why == "called stable, though it went from 74.4% to 69.4%"


def test_a_range_that_something_varied_in_is_no_movement() -> None:
    claim = only("The rate of unanswered calls has varied from approximately 19% to 23% of all calls.")
    assert (claim.kind, claim.main.value, claim.main.upper) == ("share", 19, 23)


@pytest.mark.parametrize(
    "text",
    [
        "Die Erlöse stiegen um 7 % auf 1,2 Mrd. Euro und das Ergebnis um 3 %.",
        "Le nombre de plaintes a augmenté de 12 % et celui des vols de 4 %.",
        "Los ingresos del grupo crecieron un 12% en el año.",
    ],
)
def test_other_languages_give_nothing(text: str) -> None:
    assert read_claims(text) == ()


# --- verdicts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # change, percent and level
        ("There were 581 searches, a 24% increase (+99).", "inconsistent"),
        ("There were 581 searches, a 21% increase (+99).", "consistent"),
        ("There were 3,387 incidents, a 25% reduction (-1,145 incidents).", "consistent"),
        # the level may be the earlier one
        ("Last year there were 400 searches, this is a fall of 40 (10%).", "consistent"),
        # whole numbers that end in zeros may be rounded, all alike
        ("Items rose by 4.3% from 90,500 to 94,500.", "consistent"),
        ("Items rose by 4.9% from 90,500 to 94,500.", "inconsistent"),
        # hedges
        ("Items rose by about 150% to about 22m from about 8.5m.", "consistent"),
        ("Sales more than doubled to 91 from 38.", "consistent"),
        # a hedge on a fall speaks of its size
        ("Scams more than halved, from 1,380 to 604.", "consistent"),
        ("Scams more than halved, from 1,380 to 804.", "inconsistent"),
        ("Numbers fell by over 20%, from 400 to 300.", "consistent"),
        ("Numbers fell by over 20%, from 400 to 360.", "inconsistent"),
        ("Numbers fell by less than 20%, from 400 to 300.", "inconsistent"),
        ("Calls were down by over 11,000, from 61,300 to 49,800.", "consistent"),
        ("Numbers fell by 5-6%, from 1,276 to 1,204.", "consistent"),
        # the level of the year before, not the change in pence
        ("Dividend per share of 12.4p is up 5% on the prior year (11.8p).", "consistent"),
        # a percent of another period
        ("It rose to 12.1% from 11.4%, and is now up 2.3 points since 2015.", "consistent"),
        ("It rose to 12.1% from 11.4%, up 2.3 points.", "inconsistent"),
        ("It was 122.4 in May, compared with 121.9 in April, a year-on-year rise of 3.5%.", "uncheckable"),
        ("Sales like for like fell 3% to 41m from 52m.", "uncheckable"),
        ("Compared with 2014, when 1,840 were recorded, there has been a rise of 276 (15.0%).", "consistent"),
        ("Sales more than doubled to 70 from 38.", "inconsistent"),
        ("Sales nearly doubled to 70 from 38.", "consistent"),
        ("Sales halved to 60 from 100.", "inconsistent"),
        # percent for points
        ("The share rose 1.4% from 6.1% to 7.5%.", "consistent"),
        ("The share rose 23% from 6.1% to 7.5%.", "consistent"),
        ("The share rose 12% from 6.1% to 7.5%.", "inconsistent"),
        # direction words against the figures; a word that judges is no evidence
        ("Crimes fell from 300 to 340.", "inconsistent"),
        ("Response times improved from 300 to 340.", "uncheckable"),
        # another basis
        ("Sales rose 10.8% on a comparable basis to 601.8m from 503.8m.", "uncheckable"),
        # shares
        ("Of 138 areas, 2 (1.4%) were deprived.", "consistent"),
        ("2 out of 138 areas (1.5%) were deprived.", "inconsistent"),
        # nothing to check against
        ("Crimes fell by 12%.", "uncheckable"),
        # a loss: the size of a percent means nothing
        ("The result improved 50% to 4m from a loss of 8m.", "uncheckable"),
    ],
)
def test_verdicts(text: str, verdict: str) -> None:
    assert judge_text(read_claims(text))[0] in (
        {verdict} if verdict != "uncheckable" else {verdict, "consistent"}
    )
    if verdict == "inconsistent":
        assert judge_text(read_claims(text))[0] == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "There were 656 in the quarter, an increase of 45 (+7%). This is a rise of around 3 a month.",
            "inconsistent",
        ),
        (
            "There were 656 in the quarter, an increase of 45 (+7%). This is a rise of around 15 a month.",
            "consistent",
        ),
        (
            "Thefts rose to 6,204 in the quarter. There were 2,348 in April, 2,110 in May and 1,764 in June.",
            "inconsistent",
        ),
        (
            "Thefts rose to 6,222 in the quarter. There were 2,348 in April, 2,110 in May and 1,764 in June.",
            "consistent",
        ),
        ("Offences fell from 656 to 512 in the quarter, a reduction of 22% or 48 a month.", "consistent"),
        ("The monthly volume was around 1,230, which makes 3,696 offences in the quarter.", "consistent"),
    ],
)
def test_claims_check_each_other(text: str, verdict: str) -> None:
    assert judge_text(read_claims(text))[0] == verdict


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The charge was ($479) million against ($512) million.",
            {"current": -479 * 10**6, "prior": -512 * 10**6},
        ),
        ("The result was $(1.4) billion.", {"current": -1400000000}),
        ("Down from 90 to 50, a loss of 40 members.", {"change": 40, "current": 50}),
        ("Rent arrears fell by 12% on the 2004-08 mean of 250, to 220.", {"prior": 250, "current": 220}),
        ("Fees rose by 1.5 times to 150 from 100.", {"factor": Decimal("1.5"), "prior": 100}),
        ("Down from 44% in May, turnout was 41% in June.", {"prior": 44, "current": 41}),
        ("Fares went from £2.50 to £2.60 (4%).", {"prior": Decimal("2.5"), "percent": 4}),
        ("Of the 520 lamps, 130 (25%) were out, against 28% in May.", {"whole": 520}),
        ("They sold 90 lambs (a rate of 2 per ewe), up from 80.", {"prior": 80, "current": 90}),
        ("The levy was pared from 9% to 6%.", {"prior": 9, "current": 6}),
        ("Rents rose 1% in May, taking the yearly rate to 6% from 5.2%.", {"percent": 1}),
        ("The council kept its band charge at £104.", {"current": 104}),
    ],
)
def test_forms_told_by_their_figures(text: str, figures: dict[str, int | Decimal]) -> None:
    claim, *_ = read_claims(text)
    for name, value in figures.items():
        stated = getattr(claim, name)
        assert stated is not None and stated.value == value, name
    assert all(claim.verdict != "inconsistent" for claim in read_claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "The office is at Oakland, CA 94607.",
        "Pain was measured at 12 and 24 weeks.",
        "Nobody is 100% certain.",
        "It redeemed its 7.5% senior notes.",
        "The rules permit members to sell up to 10 pct of a stake.",
    ],
)
def test_figures_that_only_qualify(text: str) -> None:
    assert read_claims(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rents at the port, which takes £3m a year in tolls, grew by 10% to £55m from £50m.",
        "The ferry made 210 trips and lost 30, so that net growth was 40, compared with 25.",
        "Cash came to £40m, or 5% of the fund, up from £30m, or 4%, in May.",
        "Calls about lamps (60) grew 20% and calls about kerbs (15) fell 4%.",
        "The rate, at 9%, was 2 points higher than in May and more than double the 4% of 2003.",
    ],
)
def test_figures_of_other_clauses_contradict_nothing(text: str) -> None:
    assert all(claim.verdict != "inconsistent" for claim in read_claims(text))


@pytest.mark.parametrize(
    "text",
    ["Of these, 143 of the 293 (48%) were shut.", "There were 581 searches, a 20% increase (+99)."],
)
def test_a_percent_cut_off_is_named(text: str) -> None:
    (check,) = [c for claim in read_claims(text) for c in claim.checks if c.verdict == "inconsistent"]
    assert check.cause == "truncation"


def test_the_sum_of_a_fall_is_true() -> None:
    assert only("There were 360 thefts, a fall of 40 or 10%.").why == "-40 / (360 + 40) = -10%, printed 10%"


def test_a_number_too_long_to_compare_is_uncheckable() -> None:
    digits = "1234567890" * 4
    texts = f"It rose 50% to {digits} from 1{digits}.", f"Of {digits} calls, 9{digits} (5%) rose {digits}%."
    assert {claim.verdict for text in texts for claim in read_claims(text)} == {"uncheckable"}


def test_a_check_says_what_would_have_been_right() -> None:
    claim = only("There were 581 searches, a 24% increase (+99).")
    (check,) = claim.checks
    assert check.expected is not None and check.low is not None and check.high is not None
    assert check.low <= check.expected <= check.high
    assert claim.why == check.arithmetic == "+99 / (581 - 99) = 20.54%, printed 24%"


def test_a_swapped_digit_is_named() -> None:
    claim = only("Visitors rose by 4.6% from 51,210 to 54,487.")
    assert [check.cause for check in claim.checks if check.verdict == "inconsistent"] == ["digits_swapped"]


# --- paragraphs ----------------------------------------------------------------------------------


def paragraph(kind: str, text: str, ordinal: int = 1) -> Paragraph:
    return Paragraph(ordinal, kind, 0, "", "", "", text, 1, 1, Box(0, 0, 1, 1))  # type: ignore[arg-type]


def test_headings_hold_no_claims_and_paragraphs_name_themselves() -> None:
    found = find_claims([paragraph("heading", "Calls up 4%"), paragraph("note", "Calls rose by 4%.", 2)])
    assert [(claim.ordinal, claim.paragraph) for claim in found] == [(1, 2)]


def test_a_report_in_another_language_has_no_claims() -> None:
    assert find_claims([paragraph("paragraph", "Calls rose by 4%.")], "de") == ()


# --- any text ------------------------------------------------------------------------------------

WORDS = """
rose fell by to from of % per cent pct points 1 2.5 1,000 12 £ $ ( ) - + , . ; and or a third half doubled
twice stable at compared with 2019 in June Q1 more than fewer about over 1_0 ² ½ 0.0.1 99999999999999999999
0 -0 ٣ respectively of the 1 in 4 m bn EUR nil zero
"""
SHARDS = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\x00"])


@given(st.text() | st.lists(SHARDS, max_size=40).map(" ".join) | st.lists(SHARDS, max_size=30).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    for claim in read_claims(text):
        assert text[claim.start : claim.end] == claim.quote != ""
        assert claim.verdict in ("consistent", "inconsistent", "uncheckable")
        assert claim.main is None or claim.main.value == claim.main.value  # not NaN


@given(st.integers(10, 99_999), st.integers(10, 99_999))
def test_a_percent_rounded_from_the_truth_is_never_inconsistent(prior: int, current: int) -> None:
    assume(current != prior)
    change = abs(current - prior) * 100 / prior
    verb = "rose" if current > prior else "fell"
    text = f"Calls {verb} by {change:.1f}% from {prior:,} to {current:,}."
    assert judge_text(read_claims(text))[0] != "inconsistent"


def seconds(text: str) -> float:
    """Time of this process alone: other programs must not count."""
    started = time.process_time()
    read_claims(text)
    return time.process_time() - started


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1",
        "1,",
        "1, ",
        "(",
        "( ",
        "%",
        "1% ",
        "a",
        "a ",
        "A.",
        "    ",
        "per cent of the ",
        "rose 5% to 6 from 7 and ",
        "from 1 to 2 (3%) ",
        "the of and to ",
        "a-",
        "'s",
        "- -",
        "1-",
        "2019 ",
    ],
)
def test_time_grows_with_the_length_of_a_text(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (5_000, 40_000))
    # Eight times the text: n^1.3 would take 15 times as long, a quadratic step 64 times. One good run of
    # three is proof enough, since whatever disturbs a run only adds to it.
    ratios = (seconds(long) / max(seconds(short), 0.01) for _ in range(3))
    assert any(ratio < 15 for ratio in ratios)


def test_sentences_end_where_they_end() -> None:
    texts = ["It rose. It fell.", "Mr. Smith rose 4%. U.S. sales fell.", "Sales of 1.5m rose . Profit fell ."]
    assert [len(list(find_sentences(text))) for text in texts] == [2, 2, 2]
