"""Sentences made up for these tests, in the styles that reports and news are written in, with what they claim.

Each row is the text, the verdict on it as a whole ("-" consistent or uncheckable, not held to), and its claims: kind, direction
("" where none is told) and figures by their names in the table ``claims``. Texts without claims hold numbers
that claim nothing.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Labelled(NamedTuple):
    """One claim that a sentence makes."""

    kind: str
    direction: str
    figures: dict[str, Any]


class Sentence(NamedTuple):
    """A text with its claims."""

    text: str
    verdict: str
    claims: tuple[Labelled, ...]


def _c(kind: str, direction: str = "", **figures: Any) -> Labelled:
    return Labelled(kind, direction, figures)


def _s(text: str, verdict: str, *claims: Labelled) -> Sentence:
    return Sentence(text, verdict, claims)


MILLION, BILLION = 1_000_000, 1_000_000_000

SENTENCES = (
    # Police and council performance reports.
    _s(
        "Recorded robberies fell by 31 (-8%) compared with the same quarter of 2021/22.",
        "uncheckable",
        _c("change", "down", change=31, percent=8),
    ),
    _s(
        "There were 412 robberies in the quarter, down from 443 a year earlier.",
        "consistent",
        _c("from_to", "down", prior=443, current=412),
    ),
    _s(
        "Vehicle crime climbed 14% to 1,026 offences.",
        "uncheckable",
        _c("percent_change", "up", percent=14, current=1026),
    ),
    _s(
        "The team attended 208 more incidents than in Quarter 2, an increase of 9%.",
        "uncheckable",
        _c("change", "up", change=208, percent=9),
    ),
    _s(
        "Satisfaction dipped by 3.1 percentage points to 68.4%.",
        "uncheckable",
        _c("percentage_points", "down", points=3.1, current=68.4),
    ),
    _s(
        "Public confidence stood at 61%, compared with 64% last year.",
        "uncheckable",
        _c("from_to", "down", prior=64, current=61),
    ),
    _s(
        "Public confidence slipped from 64% to 61%, a fall of three percentage points.",
        "consistent",
        _c("percentage_points", "down", points=3, prior=64, current=61),
    ),
    _s(
        "Shed burglaries more than doubled, from 38 to 91.",
        "consistent",
        _c("multiplier", "up", factor=2, prior=38, current=91),
    ),
    _s("Some 62% of callers were answered within ten seconds.", "uncheckable", _c("share", "", percent=62)),
    _s("Just under half of victims (48%) were contacted within a day.", "-", _c("share", "", percent=48)),
    _s("One in five calls was abandoned.", "uncheckable", _c("share", "", current=1, whole=5)),
    _s("Of the 640 complaints, 96 (15%) were upheld.", "consistent", _c("share", "", percent=15)),
    _s(
        "Complaints about noise halved from 84 to 42.",
        "consistent",
        _c("multiplier", "down", factor=0.5, prior=84, current=42),
    ),
    _s("Missed bin collections averaged 61 a week.", "uncheckable", _c("rate", "", current=61)),
    _s(
        "The council processed 3,540 planning applications, up 6% on the previous year.",
        "uncheckable",
        _c("percent_change", "up", percent=6, current=3540),
    ),
    _s(
        "Fly-tipping reports rose from 1,204 to 1,517, a rise of 26%.",
        "consistent",
        _c("from_to", "up", prior=1204, current=1517, percent=26),
    ),
    _s(
        "Fly-tipping reports rose from 1,204 to 1,517, a rise of 31%.",
        "inconsistent",
        _c("from_to", "up", prior=1204, current=1517, percent=31),
    ),
    _s(
        "Housing waiting list numbers remained stable at 4,310.",
        "uncheckable",
        _c("stable", "flat", current=4310),
    ),
    _s(
        "Rent arrears edged up to £1.32m from £1.29m.",
        "consistent",
        _c("from_to", "up", prior=1290000, current=1320000),
    ),
    _s(
        "Library visits were 7% lower than in the same period last year, but loans grew 2%.",
        "uncheckable",
        _c("percent_change", "down", percent=7),
        _c("percent_change", "up", percent=2),
    ),
    _s(
        "Grade 3 calls rose by 88 (5%) and Grade 4 calls by 190 (12%).",
        "uncheckable",
        _c("change", "up", change=88, percent=5),
        _c("change", "up", change=190, percent=12),
    ),
    _s(
        "Arrests for drink driving and drug driving increased by 12% and 19% respectively.",
        "uncheckable",
        _c("percent_change", "up", percent=12),
        _c("percent_change", "up", percent=19),
    ),
    _s(
        "In all, 2,204 households were helped, against 1,987 in 2018/19.",
        "uncheckable",
        _c("from_to", "up", prior=1987, current=2204),
    ),
    _s(
        "Burglary is 22% below its level of two years ago.",
        "uncheckable",
        _c("percent_change", "down", percent=22),
    ),
    _s("The force took 5,150 fewer 101 calls.", "uncheckable", _c("change", "down", change=5150)),
    _s("Theft from shops went up by over 300 offences.", "uncheckable", _c("change", "up", change=300)),
    _s(
        "Hate crime saw a -6% change, with 240 offences recorded.",
        "uncheckable",
        _c("percent_change", "down", percent=6),
        _c("level", "", current=240),
    ),
    _s(
        "A total of 733 searches were carried out; this is a 19% increase (+117).",
        "consistent",
        _c("change", "up", change=117, percent=19, current=733),
    ),
    _s(
        "A total of 733 searches were carried out. This is a 27% increase (+117).",
        "inconsistent",
        _c("change", "up", change=117, percent=27, current=733),
    ),
    _s("Repeat victimisation has not fallen in the last 12 months.", "uncheckable"),
    _s(
        "Officers must attend within 15 minutes for Grade 1 and 60 minutes for Grade 2 incidents.",
        "uncheckable",
    ),
    _s("See Table 4 on page 17 and paragraph 3.12 of Appendix B.", "uncheckable"),
    _s("Call 101, or 999 in an emergency.", "uncheckable"),
    _s("The panel met on 14 March 2022 at 10.30am in Committee Room 2.", "uncheckable"),
    _s("Our target is to answer 92% of calls within 30 seconds.", "uncheckable"),
    _s("The plan aims to reduce emissions by 40% by 2030.", "uncheckable"),
    _s(
        "Young people aged 16 to 24 and adults over 65 are exempt under Section 17 of the Act.", "uncheckable"
    ),
    _s("Contact the team on 01632 960 118 for details.", "uncheckable"),
    _s("Performance was above the target of 85% for the third quarter running.", "uncheckable"),
    _s(
        "Sickness absence was 9.4 days per employee, compared with 8.7 days in 2017/18.",
        "-",
        _c("rate", "up", prior=8.7, current=9.4),
    ),
    _s(
        "Around 40 more complaints were received each month than a year ago.",
        "uncheckable",
        _c("rate", "up", change=40),
    ),
    _s(
        "Anti-social behaviour accounted for 38% of incidents, and traffic for a further 21%.",
        "uncheckable",
        _c("share", "", percent=38),
        _c("share", "", percent=21),
    ),
    _s(
        "Nearly two thirds of residents feel safe after dark.",
        "uncheckable",
        _c("share", "", percent=66.6667),
    ),
    _s("Three quarters of those surveyed agreed.", "uncheckable", _c("share", "", percent=75)),
    _s(
        "Serious violence has increased by a third since 2015.",
        "uncheckable",
        _c("percent_change", "up", percent=33.3333),
    ),
    _s(
        "The detection rate improved from 11.2% to 13.9%.",
        "consistent",
        _c("from_to", "up", prior=11.2, current=13.9),
    ),
    _s(
        "The detection rate improved by 2.7 percentage points, from 11.2% to 13.9%.",
        "consistent",
        _c("percentage_points", "up", points=2.7, prior=11.2, current=13.9),
    ),
    _s(
        "The detection rate improved by 3.7 percentage points, from 11.2% to 13.9%.",
        "inconsistent",
        _c("percentage_points", "up", points=3.7, prior=11.2, current=13.9),
    ),
    # Health.
    _s(
        "A&E attendances totalled 48,217, 4.6% more than in the same month of last year.",
        "uncheckable",
        _c("percent_change", "up", percent=4.6, current=48217),
    ),
    _s(
        "The number of patients waiting over 52 weeks has dropped from 1,930 in May to 1,744 in June.",
        "consistent",
        _c("from_to", "down", prior=1930, current=1744),
    ),
    _s(
        "Bed occupancy was 91.3%, up 1.8 percentage points on the year.",
        "uncheckable",
        _c("percentage_points", "up", points=1.8, current=91.3),
    ),
    _s(
        "87.2% of patients were seen within four hours against 90.1% the year before.",
        "-",
        _c("from_to", "down", prior=90.1, current=87.2),
    ),
    _s(
        "Uptake among children aged 2 and 3 was 43.7% and 45.1% respectively.",
        "uncheckable",
        _c("level", "", current=43.7),
        _c("level", "", current=45.1),
    ),
    _s(
        "Deaths registered in the week rose to 11,240, which is 312 more than the five-year average.",
        "uncheckable",
        _c("change", "up", change=312, current=11240),
    ),
    _s(
        "Men are three times as likely as women to die by this cause.",
        "uncheckable",
        _c("multiplier", "up", factor=3),
    ),
    _s(
        "The rate fell from 14.2 to 12.9 per 100,000 population.",
        "consistent",
        _c("rate", "down", prior=14.2, current=12.9),
    ),
    _s("There were 5.3 deaths per 1,000 births.", "uncheckable", _c("rate", "", current=5.3)),
    _s(
        "Prescribing costs increased by £14.6 million (3.9%) to £389 million.",
        "consistent",
        _c("change", "up", change=14_600_000, percent=3.9, current=389_000_000),
    ),
    _s(
        "Between 8% and 11% of staff were absent at any time.",
        "uncheckable",
        _c("share", "", percent_range=(8, 11)),
    ),
    _s(
        "Referrals were 12-15% higher than expected.",
        "uncheckable",
        _c("percent_change", "up", percent_range=(12, 15)),
    ),
    _s(
        "Smoking prevalence in adults is 13.0%, similar to England at 13.3%.",
        "uncheckable",
        _c("level", "", current=13.0),
        _c("level", "", current=13.3),
    ),
    _s("The dose was 500mg twice a day for 14 days.", "uncheckable"),
    _s("Patients with type 2 diabetes were followed for five years.", "uncheckable"),
    _s(
        "In 2020, 1 in 8 adults reported symptoms, compared with 1 in 10 in 2015.",
        "uncheckable",
        _c("share", "", current=1, whole=8),
        _c("share", "", current=1, whole=10),
    ),
    _s("Of 350 responses received, 119 (34%) were positive.", "consistent", _c("share", "", percent=34)),
    _s("Of 350 responses received, 119 (43%) were positive.", "inconsistent", _c("share", "", percent=43)),
    _s(
        "The median wait lengthened to 14.1 weeks, up from 12.6 weeks.",
        "-",
        _c("from_to", "up", prior=12.6, current=14.1),
    ),
    _s(
        "Emergency admissions declined for the third year, falling 2.2% to 61,400.",
        "uncheckable",
        _c("percent_change", "down", percent=2.2, current=61400),
    ),
    _s("Hospital admissions were unchanged at 3,010.", "uncheckable", _c("stable", "flat", current=3010)),
    # Company results.
    _s(
        "Revenue for the year was $4.18 billion, up 11% from $3.77 billion.",
        "consistent",
        _c("from_to", "up", percent=11, prior=3.77 * BILLION, current=4.18 * BILLION),
    ),
    _s(
        "Revenue for the year was $4.18 billion, up 16% from $3.77 billion.",
        "inconsistent",
        _c("from_to", "up", percent=16, prior=3.77 * BILLION, current=4.18 * BILLION),
    ),
    _s(
        "Gross profit increased $212 million, or 9%, to $2.6 billion.",
        "consistent",
        _c("change", "up", change=212 * MILLION, percent=9, current=2.6 * BILLION),
    ),
    _s(
        "Operating margin was 14.5%, an improvement of 120 basis points.",
        "uncheckable",
        _c("percentage_points", "up", points=1.2, current=14.5),
    ),
    _s(
        "Selling expenses decreased 4% year over year.",
        "uncheckable",
        _c("percent_change", "down", percent=4),
    ),
    _s(
        "Europe and Asia accounted for 27% and 41% of sales, respectively.",
        "uncheckable",
        _c("share", "", percent=27),
        _c("share", "", percent=41),
    ),
    _s(
        "Comparable sales grew 3.2% while total revenue advanced 5.0% to $912 million.",
        "uncheckable",
        _c("percent_change", "up", percent=3.2),
        _c("percent_change", "up", percent=5, current=912 * MILLION),
    ),
    _s(
        "Diluted earnings per share came in at $1.42 versus $1.18 in the prior-year quarter.",
        "uncheckable",
        _c("from_to", "up", prior=1.18, current=1.42),
    ),
    _s(
        "Net loss narrowed to $18 million from $44 million a year ago.",
        "consistent",
        _c("from_to", "down", prior=44 * MILLION, current=18 * MILLION),
    ),
    _s(
        "The company swung to a net profit of $12 million from a loss of $30 million.",
        "-",
        _c("from_to", "up", prior=-30 * MILLION, current=12 * MILLION),
    ),
    _s(
        "Subscribers reached 8.4 million, an increase of 600,000 over the prior quarter.",
        "uncheckable",
        _c("change", "up", change=600_000, current=8.4 * MILLION),
    ),
    _s(
        "Capital expenditures totaled $310 million compared to $355 million in fiscal 2021.",
        "uncheckable",
        _c("from_to", "down", prior=355 * MILLION, current=310 * MILLION),
    ),
    _s(
        "We returned $1.1 billion to shareholders, including $240 million in dividends.",
        "uncheckable",
        _c("level", "", current=1.1 * BILLION),
        _c("level", "", current=240 * MILLION),
    ),
    _s(
        "Cloud revenue soared 62% and hardware slumped 18%.",
        "uncheckable",
        _c("percent_change", "up", percent=62),
        _c("percent_change", "down", percent=18),
    ),
    _s(
        "Membership fees rose to RMB 1,069 million, a 7.4% increase.",
        "uncheckable",
        _c("percent_change", "up", percent=7.4, current=1069 * MILLION),
    ),
    _s(
        "The effective tax rate was 21.3% compared to 24.0% for the same period last year.",
        "uncheckable",
        _c("from_to", "down", prior=24, current=21.3),
    ),
    _s(
        "Inventories stood at $640 million, down 12% year on year.",
        "uncheckable",
        _c("percent_change", "down", percent=12, current=640 * MILLION),
    ),
    _s("Forward-looking statements in this Form 8-K involve risks described in Item 1A.", "uncheckable"),
    _s("The notes bear interest at 4.25% and mature in 2031.", "-"),
    _s("Our 2019 Equity Incentive Plan was adopted under Rule 144A.", "uncheckable"),
    _s(
        "Research spending was $88 million, or 6.1% of revenue.",
        "uncheckable",
        _c("level", "", current=88 * MILLION),
        _c("share", "", percent=6.1),
    ),
    _s(
        "Sales in the Americas were up 5%, flat in Europe and down 3% in Asia.",
        "uncheckable",
        _c("percent_change", "up", percent=5),
        _c("percent_change", "down", percent=3),
    ),
    _s(
        "Net sales increased 8.0% (6.5% in constant currency).",
        "uncheckable",
        _c("percent_change", "up", percent=8),
        _c("percent_change", "up", percent=6.5),
    ),
    _s(
        "Adjusted operating income of $75 million was up $9 million, or 14%.",
        "-",
        _c("change", "up", change=9 * MILLION, percent=14, current=75 * MILLION),
    ),
    _s(
        "Headcount fell by 1,200 to 14,850 at year end.",
        "uncheckable",
        _c("change", "down", change=1200, current=14850),
    ),
    # Newswire of the tape days and stock-exchange releases.
    _s(
        "Steel output dropped 3.2 pct in May to 1.21 mln tonnes from 1.25 mln in April .",
        "consistent",
        _c("from_to", "down", percent=3.2, prior=1.25 * MILLION, current=1.21 * MILLION),
    ),
    _s(
        "Copper imports rose to 18,300 tonnes from 15,900 , the ministry said .",
        "consistent",
        _c("from_to", "up", prior=15900, current=18300),
    ),
    _s(
        "Net sales totalled EUR 41.7 mn , down 6 % from EUR 44.3 mn .",
        "consistent",
        _c("from_to", "down", percent=6, prior=44.3 * MILLION, current=41.7 * MILLION),
    ),
    _s(
        "Operating loss was EUR 2.1 mn , compared to a profit of EUR 0.8 mn in 2007 .",
        "-",
        _c("from_to", "down", prior=0.8 * MILLION, current=-2.1 * MILLION),
    ),
    _s(
        "The order book grew by 23 % to EUR 118 mn .",
        "uncheckable",
        _c("percent_change", "up", percent=23, current=118 * MILLION),
    ),
    _s(
        "Profit for the period climbed to EUR 9.4 mn , from EUR 7.7 mn in the corresponding period of 2009 .",
        "consistent",
        _c("from_to", "up", prior=7.7 * MILLION, current=9.4 * MILLION),
    ),
    _s(
        "The holding corresponds to 5.02 % of the share capital .",
        "uncheckable",
        _c("share", "", percent=5.02),
    ),
    _s(
        "Consumer prices rose 0.4 pct in July after a 0.1 pct fall in June .",
        "uncheckable",
        _c("percent_change", "up", percent=0.4),
        _c("percent_change", "down", percent=0.1),
    ),
    _s(
        "Money supply grew at an annual rate of 6.2 pct .",
        "uncheckable",
        _c("percent_change", "up", percent=6.2),
    ),
    _s(
        "The dollar closed at 1.8240 marks , against 1.8315 on Friday .",
        "uncheckable",
        _c("from_to", "down", prior=1.8315, current=1.8240),
    ),
    _s(
        "Unemployment fell by 12,000 to 2.31 mln , or 8.4 pct of the labour force .",
        "uncheckable",
        _c("change", "down", change=12000, current=2.31 * MILLION),
        _c("share", "", percent=8.4),
    ),
    _s(
        "The bank cut its prime rate to 7.5 pct from 7.75 pct .",
        "consistent",
        _c("from_to", "down", prior=7.75, current=7.5),
    ),
    _s(
        "Grain exports are forecast at 92 mln tonnes , up from 85.4 mln in 1986/87 .",
        "consistent",
        _c("from_to", "up", prior=85.4 * MILLION, current=92 * MILLION),
    ),
    _s(
        "Exports rose nine pct and imports 11 pct .",
        "uncheckable",
        _c("percent_change", "up", percent=9),
        _c("percent_change", "up", percent=11),
    ),
    _s(
        "The trade surplus widened to 4.1 billion dlrs from 3.2 billion .",
        "consistent",
        _c("from_to", "up", prior=3.2 * BILLION, current=4.1 * BILLION),
    ),
    _s("The board proposes a dividend of EUR 0.35 per share .", "-", _c("level", "", current=0.35)),
    _s("The contract is worth some EUR 15 mn .", "uncheckable", _c("level", "", current=15 * MILLION)),
    _s(
        "About 45 to 50 pct of the crop has been sold .",
        "uncheckable",
        _c("share", "", percent_range=(45, 50)),
    ),
    _s("Deliveries will start in the first half of 2011 .", "uncheckable"),
    _s("The turbine is 65 metres tall and has a 3 MW generator .", "uncheckable"),
    _s(
        "Shares in the lender shed 4.5% to 212p.",
        "uncheckable",
        _c("percent_change", "down", percent=4.5, current=212),
    ),
    # News of results and official figures.
    _s(
        "House prices jumped 1.1% in March, the biggest monthly rise since 2004.",
        "uncheckable",
        _c("percent_change", "up", percent=1.1),
    ),
    _s(
        "Profits at the retailer plunged by 57% to £39m in the six months to June.",
        "uncheckable",
        _c("percent_change", "down", percent=57, current=39 * MILLION),
    ),
    _s(
        "The number of people out of work fell 32,000 to 1.41 million.",
        "uncheckable",
        _c("change", "down", change=32000, current=1.41 * MILLION),
    ),
    _s(
        "Inflation eased to 2.9% in May from 3.1% in April.",
        "consistent",
        _c("from_to", "down", prior=3.1, current=2.9),
    ),
    _s(
        "The firm will cut 650 jobs, with around 200 of those going in Cardiff.",
        "-",
        _c("change", "down", change=650),
        _c("level", "", current=200),
    ),
    _s("More than 70,000 homes were without power.", "uncheckable", _c("level", "", current=70000)),
    _s(
        "Turnout was 41%, up from 36% at the last election.",
        "consistent",
        _c("from_to", "up", prior=36, current=41),
    ),
    _s("Almost one in three drivers admitted it.", "uncheckable", _c("share", "", current=1, whole=3)),
    _s(
        "The charity said donations had tripled to £6.3m.",
        "uncheckable",
        _c("multiplier", "up", factor=3, current=6.3 * MILLION),
    ),
    _s(
        "Wages rose by an average of 2.3%, below inflation of 2.8%.",
        "uncheckable",
        _c("percent_change", "up", percent=2.3),
        _c("level", "", current=2.8),
    ),
    _s("Pupils in the top 10% of schools did better in 2003.", "uncheckable"),
    _s(
        "Prices were 4.8% higher in August than a year before.",
        "uncheckable",
        _c("percent_change", "up", percent=4.8),
    ),
    _s(
        "Sales slid 9% on the month, after a 2% gain in October.",
        "uncheckable",
        _c("percent_change", "down", percent=9),
        _c("percent_change", "up", percent=2),
    ),
    _s("She was born in 1962 and lives at 14 Elm Road with her 2 sons.", "uncheckable"),
    _s("Radio 2 will broadcast the concert at 8pm on Saturday 6 May.", "uncheckable"),
    _s("The unemployment rate held steady at 4.7%.", "uncheckable", _c("stable", "flat", current=4.7)),
    # Commentaries on statistics.
    _s(
        "In 2021, 34.5% of households rented their home, an increase from 31.2% in 2011.",
        "consistent",
        _c("from_to", "up", prior=31.2, current=34.5),
    ),
    _s(
        "In 2021, 34.5% of households rented their home, a 3.3 percentage point increase from 31.2% in 2011.",
        "consistent",
        _c("percentage_points", "up", points=3.3, prior=31.2, current=34.5),
    ),
    _s(
        "The share of lone households rose 2.1% from 28.4% in 2011 to 30.5% in 2021.",
        "consistent",
        _c("percentage_points", "up", points=2.1, prior=28.4, current=30.5),
    ),
    _s(
        "There were 318,000 visits in June. This was 12,500 fewer than in May.",
        "uncheckable",
        _c("change", "down", change=12500, current=318000),
    ),
    _s(
        "There were 318,000 visits in June. This was a decrease of 3.8% from 330,500 in May.",
        "consistent",
        _c("from_to", "down", percent=3.8, prior=330500, current=318000),
    ),
    _s(
        "Visitor numbers increased by 6.4% from 51,210 in 2017 to 54,487 in 2018.",
        "consistent",
        _c("from_to", "up", percent=6.4, prior=51210, current=54487),
    ),
    _s(
        "Visitor numbers increased by 4.6% from 51,210 in 2017 to 54,487 in 2018.",
        "inconsistent",
        _c("from_to", "up", percent=4.6, prior=51210, current=54487),
    ),
    _s(
        "Visitors from Australia declined by 212 arrivals (-7.5%), whereas those from Japan increased by 64 arrivals (+11%).",
        "uncheckable",
        _c("change", "down", change=212, percent=7.5),
        _c("change", "up", change=64, percent=11),
    ),
    _s(
        "The proportion of items that were exempt fell from 88.0% in 2015/16 to 86.1% in 2020/21 before rising to 87.3% in 2022/23.",
        "consistent",
        _c("from_to", "down", prior=88, current=86.1),
        _c("from_to", "up", prior=86.1, current=87.3),
    ),
    _s(
        "Of all journeys, 17% were by bus, 9% by bicycle and 5% on foot.",
        "uncheckable",
        _c("share", "", percent=17),
        _c("share", "", percent=9),
        _c("share", "", percent=5),
    ),
    _s(
        "The cost per item was £8.12, 4p lower than in the previous month.",
        "-",
        _c("change", "down", change=0.04, current=8.12),
    ),
    _s(
        "Waste sent to landfill fell by a fifth, from 10,000 to 8,000 tonnes.",
        "consistent",
        _c("from_to", "down", percent=20, prior=10000, current=8000),
    ),
    _s(
        "Twice as many men as women were employed in the sector.",
        "uncheckable",
        _c("multiplier", "up", factor=2),
    ),
    _s(
        "Births were four times higher in the north (812) than in the south (203).",
        "-",
        _c("multiplier", "up", factor=4),
    ),
    _s(
        "The index fell by 0.3 per cent in the quarter, following a 0.5 per cent increase in the previous quarter.",
        "uncheckable",
        _c("percent_change", "down", percent=0.3),
        _c("percent_change", "up", percent=0.5),
    ),
    _s("Estimates for 2019 are based on a 5% sample and rounded to the nearest 100.", "-"),
    _s("The response rate was 58.7%.", "uncheckable", _c("level", "", current=58.7)),
    _s("Table 3a shows figures for mid-2015 to mid-2020 by 5-year age group.", "uncheckable"),
    _s(
        "An estimated 14,200 people were affected, 900 more than previously thought.",
        "uncheckable",
        _c("change", "up", change=900, current=14200),
    ),
    _s("Tourism contributed 38.9 percent of GDP in 2018.", "uncheckable", _c("share", "", percent=38.9)),
    _s(
        "Total arrivals were 9,118 against 8,652 for the second quarter of 2018, an increase of 5.4 percent.",
        "consistent",
        _c("from_to", "up", percent=5.4, prior=8652, current=9118),
    ),
    _s(
        "Production is up by 1,350 units, or 2.5%, compared to last month.",
        "uncheckable",
        _c("change", "up", change=1350, percent=2.5),
    ),
    _s(
        "The population grew from 1.02 million to 1.09 million, a growth of 6.9%.",
        "consistent",
        _c("from_to", "up", percent=6.9, prior=1.02 * MILLION, current=1.09 * MILLION),
    ),
    _s(
        "Crime increased 9 per cent to 21,350 offences while detections were down 4 per cent.",
        "uncheckable",
        _c("percent_change", "up", percent=9, current=21350),
        _c("percent_change", "down", percent=4),
    ),
    _s(
        "Recorded offences dropped from 980 to 1,040 over the year.",
        "inconsistent",
        _c("from_to", "down", prior=980, current=1040),
    ),
    _s(
        "The number of claimants, at 5,405, was 310 (6%) higher than a year earlier.",
        "consistent",
        _c("change", "up", change=310, percent=6, current=5405),
    ),
    _s("Income from fees fell short by £40,000.", "-", _c("change", "down", change=40000)),
    _s(
        "Spending came to £2.45m against a budget of £2.6m.",
        "-",
        _c("from_to", "down", prior=2.6 * MILLION, current=2.45 * MILLION),
    ),
    _s(
        "New starts fell 15% quarter-on-quarter and 21% year-on-year.",
        "uncheckable",
        _c("percent_change", "down", percent=15),
        _c("percent_change", "down", percent=21),
    ),
    _s(
        "The backlog has been reduced to 120 cases, from a peak of 310 in January.",
        "consistent",
        _c("from_to", "down", prior=310, current=120),
    ),
    _s("The median age was 40.7 years.", "-"),
    _s("Les dépenses ont augmenté de 4,5 % à 312 millions d'euros.", "uncheckable"),
    _s("Die Erlöse stiegen um 7 % auf 1,2 Mrd. Euro.", "uncheckable"),
    # Longer sentences, several claims in each.
    _s(
        "Net sales of the Tools division fell to EUR 64.2 mn in the first quarter of 2010 from EUR 71.9 mn a year earlier , while its operating profit rose to EUR 5.5 mn from EUR 4.1 mn .",
        "consistent",
        _c("from_to", "down", prior=71.9 * MILLION, current=64.2 * MILLION),
        _c("from_to", "up", prior=4.1 * MILLION, current=5.5 * MILLION),
    ),
    _s(
        "Operating profit totalled EUR 14.2 mn , up from EUR 11.8 mn in 2008 , representing 8.1 % of net sales .",
        "consistent",
        _c("from_to", "up", prior=11.8 * MILLION, current=14.2 * MILLION),
        _c("share", "", percent=8.1),
    ),
    _s(
        "Loss for the period amounted to EUR 3.9 mn compared to a loss of EUR 1.2 mn in the corresponding period .",
        "-",
        _c("from_to", "down", prior=-1.2 * MILLION, current=-3.9 * MILLION),
    ),
    _s(
        "The order is valued at USD 7.5 mn and covers 14 cranes .",
        "-",
        _c("level", "", current=7.5 * MILLION),
    ),
    _s(
        "The group employs some 2,300 people in 11 countries .",
        "-",
        _c("level", "", current=2300),
    ),
    _s(
        "Shr 41 cts vs 36 cts , net 2,310,000 vs 2,014,000 , revs 31.2 mln vs 29.9 mln .",
        "uncheckable",
        _c("from_to", "up", prior=36, current=41),
        _c("from_to", "up", prior=2014000, current=2310000),
        _c("from_to", "up", prior=29.9 * MILLION, current=31.2 * MILLION),
    ),
    _s(
        "The index ended 1.3 pct higher at 2,411 points , with Nokian up 2.1 pct to 18.40 euro and Metso down 0.8 pct .",
        "uncheckable",
        _c("percent_change", "up", percent=1.3),
        _c("percent_change", "up", percent=2.1, current=18.4),
        _c("percent_change", "down", percent=0.8),
    ),
    _s(
        "Wholesale prices fell a seasonally adjusted 0.3 pct in March , after rising 0.2 pct in February and 0.5 pct in January .",
        "uncheckable",
        _c("percent_change", "down", percent=0.3),
        _c("percent_change", "up", percent=0.2),
        _c("percent_change", "up", percent=0.5),
    ),
    _s(
        "It said the current account deficit narrowed to a provisional 310 mln stg in February from a deficit of 640 mln in January .",
        "consistent",
        _c("from_to", "down", prior=640 * MILLION, current=310 * MILLION),
    ),
    _s(
        "Reserves stood at 22.4 billion dlrs at end-March , compared with 21.9 billion at end-February and 19.6 billion a year earlier .",
        "uncheckable",
        _c("from_to", "up", prior=21.9 * BILLION, current=22.4 * BILLION),
        _c("from_to", "up", prior=19.6 * BILLION, current=22.4 * BILLION),
    ),
    _s(
        "Production in the first two months was 4.1 pct below the level of a year ago , at 812,000 tonnes .",
        "uncheckable",
        _c("percent_change", "down", percent=4.1, current=812000),
    ),
    _s(
        "Net interest income rose 5 percent to $1.9 billion, driven by loan growth of 7 percent, partly offset by lower margins.",
        "uncheckable",
        _c("percent_change", "up", percent=5, current=1.9 * BILLION),
        _c("percent_change", "up", percent=7),
    ),
    _s(
        "For fiscal 2020, Services revenue was $840 million, an increase of $65 million, or 8%, compared to fiscal 2019.",
        "consistent",
        _c("change", "up", change=65 * MILLION, percent=8, current=840 * MILLION),
    ),
    _s(
        "Cost of sales as a percentage of revenue decreased to 61.4% in 2019 from 62.7% in 2018.",
        "consistent",
        _c("from_to", "down", prior=62.7, current=61.4),
    ),
    _s(
        "Operating expenses were $412 million and $398 million for the years ended December 31, 2020 and 2019, respectively, an increase of $14 million or 3.5%.",
        "consistent",
        _c("from_to", "up", prior=398 * MILLION, current=412 * MILLION, percent=3.5),
    ),
    _s(
        "Average revenue per user increased by 2.8% to $46.10.",
        "uncheckable",
        _c("percent_change", "up", percent=2.8, current=46.10),
    ),
    _s(
        "We opened 22 stores and closed 9, ending the year with 318 stores.",
        "-",
        _c("level", "", current=22),
        _c("level", "", current=318),
    ),
    _s(
        "Gross margin for the quarter was 38.6%, a decrease of 90 basis points from 39.5% in the prior year.",
        "consistent",
        _c("percentage_points", "down", points=0.9, prior=39.5, current=38.6),
    ),
    _s(
        "Interest expense declined $3.1 million, primarily due to lower rates on our $500 million term loan.",
        "uncheckable",
        _c("change", "down", change=3.1 * MILLION),
    ),
    _s(
        "In the North East, 58.2% of adults were active in 2019/20, the lowest of any region and 4.1 percentage points below the national average.",
        "uncheckable",
        _c("percentage_points", "down", points=4.1, current=58.2),
    ),
    _s(
        "Female life expectancy (83.1 years) is higher than male life expectancy (79.4 years).", "uncheckable"
    ),
    _s(
        "Between 2011 and 2021 the population of the district grew by 7.1% (15,400 people), from 217,000 to 232,400.",
        "consistent",
        _c("from_to", "up", percent=7.1, change=15400, prior=217000, current=232400),
    ),
    _s(
        "The most common cause was falls, accounting for 1,230 admissions (41.2%), followed by road traffic accidents (18.7%).",
        "uncheckable",
        _c("share", "", percent=41.2, current=1230),
        _c("share", "", percent=18.7),
    ),
    _s(
        "The number of items rose by 2.1% between 2020/21 and 2021/22, from 1.11 billion to 1.14 billion, at a cost of £9.7 billion.",
        "consistent",
        _c("from_to", "up", percent=2.1, prior=1.11 * BILLION, current=1.14 * BILLION),
        _c("level", "", current=9.7 * BILLION),
    ),
    _s(
        "Among those aged 45-54 the increase was larger, at 9.8%, than among those aged 25-34 (3.3%).",
        "uncheckable",
        _c("percent_change", "up", percent=9.8),
        _c("percent_change", "up", percent=3.3),
    ),
    _s(
        "In 2018/19, 23% of Year 6 pupils were obese, more than double the proportion in Reception (9%).",
        "consistent",
        _c("multiplier", "up", factor=2, prior=9, current=23),
    ),
    _s(
        "There were 1.9 million courses of treatment, of which 62.4% were for adults and 37.6% were for children.",
        "consistent",
        _c("level", "", current=1.9 * MILLION),
        _c("share", "", percent=62.4),
        _c("share", "", percent=37.6),
    ),
    _s(
        "The proportion of pupils eligible for free meals was 14.6% in 2019, up from 13.1% in 2018 and 12.9% in 2017.",
        "consistent",
        _c("from_to", "up", prior=13.1, current=14.6),
        _c("from_to", "up", prior=12.9, current=14.6),
    ),
    _s(
        "Employment was 74.9%, which is lower than the regional (75.6%) and national (76.2%) rates.",
        "uncheckable",
        _c("level", "", current=74.9),
        _c("level", "", current=75.6),
        _c("level", "", current=76.2),
    ),
    _s(
        "The median age of first-time mothers was 30.1, compared with 28.6 in 2005.",
        "-",
        _c("from_to", "up", prior=28.6, current=30.1),
    ),
    _s(
        "Retail footfall was down 3.4% on the week and 11.9% on the same week of 2019.",
        "uncheckable",
        _c("percent_change", "down", percent=3.4),
        _c("percent_change", "down", percent=11.9),
    ),
    _s(
        "The chain said like-for-like sales had risen 2.4% in the 16 weeks to 7 January, with total sales up 6.1%.",
        "uncheckable",
        _c("percent_change", "up", percent=2.4),
        _c("percent_change", "up", percent=6.1),
    ),
    _s(
        "Pre-tax profits for the half-year came in at £212m, slightly below analysts' forecasts of £220m.",
        "-",
        _c("level", "", current=212 * MILLION),
        _c("level", "", current=220 * MILLION),
    ),
    _s(
        "Sales at the group, which owns 340 shops, were 1.5% down in the period.",
        "-",
        _c("percent_change", "down", percent=1.5),
    ),
    _s(
        "The airline carried 2.1 million passengers in July, a rise of 9% on the same month last year.",
        "uncheckable",
        _c("percent_change", "up", percent=9, current=2.1 * MILLION),
    ),
    _s(
        "Output shrank by 0.2% in the fourth quarter, compared with growth of 0.4% in the third.",
        "uncheckable",
        _c("percent_change", "down", percent=0.2),
        _c("percent_change", "up", percent=0.4),
    ),
    _s(
        "The survey of 1,004 people found that 56% opposed the scheme and 31% backed it.",
        "-",
        _c("share", "", percent=56),
        _c("share", "", percent=31),
    ),
    _s(
        "Nine out of ten pensioners and seven in ten parents said they would vote.",
        "uncheckable",
        _c("share", "", current=9, whole=10),
        _c("share", "", current=7, whole=10),
    ),
    _s(
        "Council tax will go up by 2.9%, adding £38 to the average bill.",
        "-",
        _c("change", "up", change=38, percent=2.9),
    ),
    _s(
        "He won the seat with a majority of 3,107, down from 8,850 in 2001.",
        "consistent",
        _c("from_to", "down", prior=8850, current=3107),
    ),
    _s(
        "Spending per pupil has risen from £2,500 to £3,900, an increase of more than 50%.",
        "consistent",
        _c("from_to", "up", prior=2500, current=3900, percent=50),
    ),
    _s(
        "Crime is down 18 per cent since 1999 and burglary has fallen by a quarter.",
        "uncheckable",
        _c("percent_change", "down", percent=18),
        _c("percent_change", "down", percent=25),
    ),
    _s(
        "We have recruited an extra 12,500 teachers and 28,000 more nurses.",
        "-",
        _c("change", "up", change=12500),
        _c("change", "up", change=28000),
    ),
    _s(
        "Recycling has gone up from 14% to 42% of household waste since 2003.",
        "consistent",
        _c("from_to", "up", prior=14, current=42),
    ),
    _s(
        "Response times have been cut from 11 minutes to 7 minutes.",
        "consistent",
        _c("from_to", "down", prior=660, current=420),
    ),
    _s(
        "The company's stake in the venture rose from 40 pct to 55 pct .",
        "consistent",
        _c("from_to", "up", prior=40, current=55),
    ),
    _s(
        "The share of exports in net sales was 83 % , compared to 79 % in 2006 .",
        "uncheckable",
        _c("from_to", "up", prior=79, current=83),
    ),
    _s(
        "EPS for the quarter came in at 0.32 eur , up from 0.24 eur a year ago .",
        "consistent",
        _c("from_to", "up", prior=0.24, current=0.32),
    ),
    _s(
        "Sales in Finland decreased by 8.2 % in May , while international sales grew by 4.6 % in terms of euros .",
        "uncheckable",
        _c("percent_change", "down", percent=8.2),
        _c("percent_change", "up", percent=4.6),
    ),
    _s(
        "The dividend will come to EUR 0.20 a share , against EUR 0.15 a year ago .",
        "uncheckable",
        _c("from_to", "up", prior=0.15, current=0.20),
    ),
    _s(
        "The company turned to a pretax profit of EUR 0.6 mn from a pretax loss of EUR 2.2 mn .",
        "-",
        _c("from_to", "up", prior=-2.2 * MILLION, current=0.6 * MILLION),
    ),
    _s(
        "Personnel at the end of the period numbered 1,455 , of whom 62 % worked abroad .",
        "-",
        _c("level", "", current=1455),
        _c("share", "", percent=62),
    ),
    _s(
        "Full-year turnover is expected to grow by 10-15 % .",
        "uncheckable",
        _c("percent_change", "up", percent_range=(10, 15)),
    ),
    _s(
        "Net debt was halved during the year to EUR 33 mn .",
        "uncheckable",
        _c("multiplier", "down", factor=0.5, current=33 * MILLION),
    ),
    _s("The lot was 1,750 square metres on the corner of route 9 and exit 14.", "-"),
    _s("Chapter 11 proceedings were opened under case number 08-13555.", "uncheckable"),
    _s("The meeting begins at 2 pm in Room 101 on the 4th floor; 3 members sent apologies.", "uncheckable"),
    _s("ISO 9001 certification covers all 6 plants; Windows 10 is used on site.", "uncheckable"),
    _s("Version 2.1 of the handbook replaces that of 12/03/2019 and applies to bands 5 to 8.", "uncheckable"),
    _s("The Police and Crime Act 2009 sets a limit of 40 hours.", "uncheckable"),
    # Constructions that the grammar was not built from.
    _s(
        "Dispensing of antidepressants has grown every year since 2015/16, and in 2022/23 reached 86 million items, 5.1% more than the year before.",
        "uncheckable",
        _c("percent_change", "up", percent=5.1, current=86 * MILLION),
    ),
    _s(
        "The average item cost £8.71 in 2022/23, up from £8.41.",
        "consistent",
        _c("from_to", "up", prior=8.41, current=8.71),
    ),
    _s(
        "Of the 1,204 practices that replied, 61% offered evening appointments and a further 12% planned to.",
        "-",
        _c("share", "", percent=61),
        _c("share", "", percent=12),
    ),
    _s(
        "Uptake was highest in the South West (72.4%) and lowest in London (58.9%).",
        "uncheckable",
        _c("level", "", current=72.4),
        _c("level", "", current=58.9),
    ),
    _s(
        "Among women, the rate was 17.3%, compared to 12.9% among men.",
        "uncheckable",
        _c("from_to", "up", prior=12.9, current=17.3),
    ),
    _s(
        "Patients in the most deprived areas were 1.8 times more likely to be admitted than those in the least deprived.",
        "uncheckable",
        _c("multiplier", "up", factor=1.8),
    ),
    _s(
        "The number of dentists rose slightly, by 0.4%, to 24,300.",
        "uncheckable",
        _c("percent_change", "up", percent=0.4, current=24300),
    ),
    _s(
        "Compared with 2019/20, admissions were down by more than a quarter (26.1%).",
        "uncheckable",
        _c("percent_change", "down", percent=26.1),
    ),
    _s(
        "There was little change in the number of prescribers, which fell by just 14 to 6,102.",
        "uncheckable",
        _c("change", "down", change=14, current=6102),
    ),
    _s(
        "Costs have more than halved since 2014, from £41 million to £19 million.",
        "consistent",
        _c("multiplier", "down", factor=0.5, prior=41 * MILLION, current=19 * MILLION),
    ),
    _s(
        "The district has an estimated 237,500 residents, an increase of 4.6% since 2011.",
        "uncheckable",
        _c("percent_change", "up", percent=4.6, current=237500),
    ),
    _s(
        "Around 1 in 6 adults (16.4%) reported a disability, below the national figure of 17.8%.",
        "-",
        _c("share", "", percent=16.4),
        _c("level", "", current=17.8),
    ),
    _s(
        "Claimant numbers peaked at 9,340 in March 2021 and have since dropped to 5,125.",
        "consistent",
        _c("from_to", "down", prior=9340, current=5125),
    ),
    _s(
        "Between them, the two wards accounted for a quarter of all incidents.",
        "uncheckable",
        _c("share", "", percent=25),
    ),
    _s(
        "Residents aged 85 and over are projected to rise from 5,200 to 8,900 by 2040, an increase of 71%.",
        "consistent",
        _c("from_to", "up", prior=5200, current=8900, percent=71),
    ),
    _s(
        "The gap between the two areas narrowed from 9.6 years to 8.1 years.",
        "-",
        _c("from_to", "down", prior=9.6, current=8.1),
    ),
    _s(
        "Net sales rose by 12.5 % year-on-year to EUR 214.7 mn .",
        "uncheckable",
        _c("percent_change", "up", percent=12.5, current=214.7 * MILLION),
    ),
    _s(
        "Operating profit , excluding non-recurring items , was EUR 6.1 mn ( EUR 4.9 mn ) .",
        "uncheckable",
        _c("from_to", "up", prior=4.9 * MILLION, current=6.1 * MILLION),
    ),
    _s(
        "Equity ratio was 44.8 % compared with 39.1 % at the end of 2007 .",
        "uncheckable",
        _c("from_to", "up", prior=39.1, current=44.8),
    ),
    _s(
        "The company slipped to an operating loss of EUR 2.6 mn from a profit of EUR 1.3 mn .",
        "-",
        _c("from_to", "down", prior=1.3 * MILLION, current=-2.6 * MILLION),
    ),
    _s(
        "The transaction doubles the group 's revenue in Poland .",
        "uncheckable",
        _c("multiplier", "up", factor=2),
    ),
    _s(
        "Market share increased to 27 % , from 24.5 % a year earlier .",
        "consistent",
        _c("from_to", "up", prior=24.5, current=27),
    ),
    _s(
        "The bank 's pre-tax profit for the third quarter jumped 37 % to EUR 182 mn , beating forecasts of EUR 160 mn .",
        "-",
        _c("percent_change", "up", percent=37, current=182 * MILLION),
        _c("level", "", current=160 * MILLION),
    ),
    _s(
        "Turnover surged to EUR 61.8 mn from EUR 49.0 mn due to strong demand .",
        "consistent",
        _c("from_to", "up", prior=49 * MILLION, current=61.8 * MILLION),
    ),
    _s(
        "Lay-offs will affect 230 people , of which 90 are in Finland .",
        "-",
        _c("level", "", current=230),
        _c("share", "", current=90, whole=230),
    ),
    _s(
        "Prices of birch pulp went up by 8 % while those of pine pulp stayed at USD 640 per tonne .",
        "-",
        _c("percent_change", "up", percent=8),
        _c("stable", "flat", current=640),
    ),
    _s(
        "The group posted sales of EUR 35,000 , compared to EUR 410,000 for the corresponding period .",
        "uncheckable",
        _c("from_to", "down", prior=410000, current=35000),
    ),
    _s(
        "Oil stocks fell 3.1 mln barrels to 334.2 mln in the week ended April 3 , the institute said .",
        "uncheckable",
        _c("change", "down", change=3.1 * MILLION, current=334.2 * MILLION),
    ),
    _s(
        "Fixed-asset investment was up 18.6 pct on a year earlier at 42.1 billion yuan .",
        "uncheckable",
        _c("percent_change", "up", percent=18.6, current=42.1 * BILLION),
    ),
    _s(
        "The ministry revised its estimate of the wheat crop to 28.6 mln tonnes from 27.9 mln .",
        "-",
        _c("from_to", "up", prior=27.9 * MILLION, current=28.6 * MILLION),
    ),
    _s(
        "The year-on-year rate of inflation slowed to 3.4 pct from 3.7 pct .",
        "consistent",
        _c("from_to", "down", prior=3.7, current=3.4),
    ),
    _s(
        "It reported net income of 21.4 mln dlrs , or 1.07 dlrs a share , up from 18.2 mln , or 91 cts .",
        "consistent",
        _c("from_to", "up", prior=18.2 * MILLION, current=21.4 * MILLION),
    ),
    _s(
        "The discount rate was lowered by half a percentage point to 5.5 pct .",
        "uncheckable",
        _c("percentage_points", "down", points=0.5, current=5.5),
    ),
    _s(
        "The two sides agreed a 4.5 pct pay rise backdated to January 1 .",
        "uncheckable",
        _c("percent_change", "up", percent=4.5),
    ),
    _s(
        "Industrial output expanded 0.7 pct in real terms in the fourth quarter , down from 1.1 pct in the third .",
        "uncheckable",
        _c("percent_change", "up", percent=0.7),
        _c("percent_change", "up", percent=1.1),
    ),
    _s(
        "He said sales this year would be between 900 mln and 950 mln dlrs .",
        "-",
        _c("level", "", current=900 * MILLION),
    ),
    _s(
        "The trust missed its four-hour target, seeing 81% of patients in time, four points fewer than in June.",
        "-",
        _c("percentage_points", "down", points=4, current=81),
    ),
    _s(
        "The economy grew by 0.6% between July and September, the ONS said, revising its earlier estimate of 0.5%.",
        "-",
        _c("percent_change", "up", percent=0.6),
        _c("level", "", current=0.5),
    ),
    _s(
        "Pay rises averaged 3.2% in the three months to April, up from 3%.",
        "-",
        _c("percent_change", "up", percent=3.2),
    ),
    _s(
        "Shares closed down 11p, or 2.3%, at 467.5p.",
        "consistent",
        _c("change", "down", change=11, percent=2.3, current=467.5),
    ),
    _s(
        "The carmaker's losses deepened to $1.3bn, against $480m in the same period of 2004.",
        "consistent",
        _c("from_to", "up", prior=480 * MILLION, current=1.3 * BILLION),
    ),
    _s(
        "Fewer than one in ten firms said they would cut prices.",
        "uncheckable",
        _c("share", "", current=1, whole=10),
    ),
    _s(
        "The number of mortgages approved was 77,000, the lowest for nine years and 35% fewer than in November 2003.",
        "uncheckable",
        _c("percent_change", "down", percent=35, current=77000),
    ),
    _s(
        "Exports to Asia were worth £6.4bn, a third of the total.",
        "-",
        _c("level", "", current=6.4 * BILLION),
        _c("share", "", percent=33.3333),
    ),
    _s(
        "Burglaries have dropped by 35 per cent and car crime by 31 per cent under this government.",
        "uncheckable",
        _c("percent_change", "down", percent=35),
        _c("percent_change", "down", percent=31),
    ),
    _s("We will build 15 new hospitals by 2010 and halve waiting times.", "-"),
    _s(
        "Waiting lists stand at 857,000, the lowest since 1988 and 300,000 below the level we inherited.",
        "uncheckable",
        _c("change", "down", change=300000, current=857000),
    ),
    _s(
        "Unemployment has fallen from 8.3 per cent to 4.7 per cent, with 2.1 million more people in work.",
        "consistent",
        _c("from_to", "down", prior=8.3, current=4.7),
        _c("change", "up", change=2.1 * MILLION),
    ),
    _s(
        "Product gross margin percentage decreased 140 basis points to 41.2% in fiscal 2021.",
        "uncheckable",
        _c("percentage_points", "down", points=1.4, current=41.2),
    ),
    _s(
        "Revenue from the segment was flat at $1.2 billion, or up 2% adjusted for currency.",
        "-",
        _c("stable", "flat", current=1.2 * BILLION),
        _c("percent_change", "up", percent=2),
    ),
    _s(
        "Marketing expense as a percentage of revenue was 9.1%, 8.7% and 8.4% in 2021, 2020 and 2019, respectively.",
        "uncheckable",
        _c("level", "", current=9.1),
        _c("level", "", current=8.7),
        _c("level", "", current=8.4),
    ),
    _s(
        "Net cash provided by operations was $1.9 billion for 2022, an increase of $310 million from $1.6 billion for 2021.",
        "consistent",
        _c("from_to", "up", change=310 * MILLION, prior=1.6 * BILLION, current=1.9 * BILLION),
    ),
    _s(
        "One customer represented 14% and 11% of receivables at year end 2020 and 2019.",
        "uncheckable",
        _c("share", "", percent=14),
        _c("share", "", percent=11),
    ),
    _s(
        "Total deposits grew 6.3 percent, or $1.7 billion, from the prior year to $28.6 billion.",
        "consistent",
        _c("change", "up", change=1.7 * BILLION, percent=6.3, current=28.6 * BILLION),
    ),
    _s(
        "As of June 30, we had approximately 31,000 employees, 40% of whom were outside the United States.",
        "-",
        _c("level", "", current=31000),
        _c("share", "", percent=40),
    ),
    _s(
        "Same-store occupancy improved 60 basis points to 95.4%, and average rent rose 3.9% to $1,612.",
        "uncheckable",
        _c("percentage_points", "up", points=0.6, current=95.4),
        _c("percent_change", "up", percent=3.9, current=1612),
    ),
    _s(
        "The provision for income taxes was 22.0% of pre-tax income versus 19.5% last year.",
        "uncheckable",
        _c("from_to", "up", prior=19.5, current=22),
    ),
    _s(
        "Backlog at quarter-end totaled $4.4 billion, 13% above the prior-year level.",
        "uncheckable",
        _c("percent_change", "up", percent=13, current=4.4 * BILLION),
    ),
    # Numbers in passing, which claim nothing.
    _s("The scheme runs from 9am to 5pm, Monday to Friday, excluding the 8 bank holidays.", "uncheckable"),
    _s("Under Article 50, notice was given on 29 March 2017.", "uncheckable"),
    _s("Flight BA117 left Terminal 5 at 08:25.", "uncheckable"),
    _s("The 15-member board meets four times a year.", "uncheckable"),
    _s("Questions 4 to 7 of the survey were dropped in wave 3.", "uncheckable"),
    _s("The new Boeing 787s will replace its 767 fleet on routes over 8 hours.", "uncheckable"),
    _s("The bond matures on 15 June 2027 and is listed on the Nasdaq OMX 30 index.", "uncheckable"),
    _s("Figures for 2018/19 and 2019/20 have been revised; see note 3.", "uncheckable"),
    _s("The M25 was closed between junctions 9 and 10 for six hours.", "uncheckable"),
    _s("Applicants must be at least 18 years old and hold 5 GCSEs at grade C or above.", "uncheckable"),
    _s("The conference call will be held on 24 April at 10:00 CET ; dial +358 9 1234 5678 .", "uncheckable"),
    _s(
        "Section 404 of the Act requires an annual report on Form 10-K for the year ended December 31, 2021.",
        "uncheckable",
    ),
    _s("The 1986 budget was approved by 11 votes to 4.", "-"),
    _s("The tests use Windows 7 with Service Pack 1 and 4 GB of memory.", "uncheckable"),
    _s("His second goal came in the 78th minute of a match that began at 3pm.", "uncheckable"),
    # More of everything.
    _s(
        "Sales in the first nine months were 3.1 pct up at 1.42 billion stg .",
        "uncheckable",
        _c("percent_change", "up", percent=3.1, current=1.42 * BILLION),
    ),
    _s(
        "Group turnover was 12 pct lower at 642 mln crowns against 730 mln a year earlier .",
        "consistent",
        _c("from_to", "down", percent=12, prior=730 * MILLION, current=642 * MILLION),
    ),
    _s(
        "Output of crude steel totalled 6.52 mln tonnes , up 2.4 pct from February and 5.1 pct from March 1986 .",
        "uncheckable",
        _c("percent_change", "up", percent=2.4, current=6.52 * MILLION),
        _c("percent_change", "up", percent=5.1),
    ),
    _s(
        "Prices , which had climbed 1.2 pct in the autumn , lost 0.8 pct in the first quarter .",
        "uncheckable",
        _c("percent_change", "up", percent=1.2),
        _c("percent_change", "down", percent=0.8),
    ),
    _s(
        "The fund raised its stake to 14.6 pct from 9.9 pct .",
        "consistent",
        _c("from_to", "up", prior=9.9, current=14.6),
    ),
    _s(
        "It owns 51 pct of the venture , with the state holding the remaining 49 pct .",
        "-",
        _c("share", "", percent=51),
        _c("share", "", percent=49),
    ),
    _s(
        "M-1 money supply rose 1.4 billion dlrs to a seasonally adjusted 738.2 billion dlrs in the March 9 week .",
        "uncheckable",
        _c("change", "up", change=1.4 * BILLION, current=738.2 * BILLION),
    ),
    _s(
        "The loss per share was EUR 0.11 , compared to a profit of EUR 0.05 per share in the third quarter of 2008 .",
        "-",
        _c("from_to", "down", prior=0.05, current=-0.11),
    ),
    _s(
        "In the Baltic countries sales fell 42 % , and in Sweden they were down 7 % .",
        "uncheckable",
        _c("percent_change", "down", percent=42),
        _c("percent_change", "down", percent=7),
    ),
    _s(
        "Orders received grew by 55 % year-on-year to EUR 732 million , and the order book by 9 % .",
        "uncheckable",
        _c("percent_change", "up", percent=55, current=732 * MILLION),
        _c("percent_change", "up", percent=9),
    ),
    _s(
        "Diluted EPS rose to EUR 1.05 versus EUR 0.64 .",
        "consistent",
        _c("from_to", "up", prior=0.64, current=1.05),
    ),
    _s(
        "The number of magazine readers rose from 214,000 to 233,000 .",
        "consistent",
        _c("from_to", "up", prior=214000, current=233000),
    ),
    _s(
        "Both gross sales and margins improved , by 4.2 % and 1.1 % respectively .",
        "uncheckable",
        _c("percent_change", "up", percent=4.2),
        _c("percent_change", "up", percent=1.1),
    ),
    _s(
        "Nokian Paper said the mill 's capacity will increase by 40,000 tonnes to 310,000 tonnes .",
        "uncheckable",
        _c("change", "up", change=40000, current=310000),
    ),
    _s(
        "Admissions for falls increased by 1,050 (9.7%) between 2013/14 and 2014/15, to 11,870.",
        "consistent",
        _c("change", "up", change=1050, percent=9.7, current=11870),
    ),
    _s(
        "In 2022 there were 9.2 GP appointments per patient, compared with 8.8 in 2019.",
        "uncheckable",
        _c("rate", "up", prior=8.8, current=9.2),
    ),
    _s(
        "Seven in ten (71%) care homes met all standards, up from six in ten (62%) in 2012.",
        "-",
        _c("share", "", percent=71),
        _c("share", "", percent=62),
    ),
    _s("Just over half (52.3%) of those treated were male.", "uncheckable", _c("share", "", percent=52.3)),
    _s(
        "The five-year survival rate rose by 6.4 percentage points for men and 4.9 percentage points for women.",
        "uncheckable",
        _c("percentage_points", "up", points=6.4),
        _c("percentage_points", "up", points=4.9),
    ),
    _s(
        "Between April and June, 14,302 assessments were completed, of which 9,873 (69.0%) were within the standard.",
        "consistent",
        _c("level", "", current=14302),
        _c("share", "", percent=69.0),
    ),
    _s("The mean stay was 4.9 days in 2016, unchanged from 2015.", "-"),
    _s(
        "Household waste per head has fallen by 11kg (2.9%) since 2010.",
        "-",
        _c("percent_change", "down", percent=2.9),
    ),
    _s(
        "Rough sleeping is estimated to have risen by 169% between 2010 and 2017.",
        "uncheckable",
        _c("percent_change", "up", percent=169),
    ),
    _s(
        "The borough's median wage is £31,450, some £2,100 above the regional figure.",
        "uncheckable",
        _c("change", "up", change=2100, current=31450),
    ),
    _s(
        "Cycling trips doubled between 2008 and 2016 while car trips fell by a tenth.",
        "uncheckable",
        _c("multiplier", "up", factor=2),
        _c("percent_change", "down", percent=10),
    ),
    _s(
        "Passenger numbers stayed broadly flat at 4.1 million.",
        "uncheckable",
        _c("stable", "flat", current=4.1 * MILLION),
    ),
    _s(
        "Profits before tax fell to £56m for the year to March, down 18% on the previous year's £68m.",
        "consistent",
        _c("from_to", "down", percent=18, prior=68 * MILLION, current=56 * MILLION),
    ),
    _s(
        "Profits before tax fell to £56m for the year to March, down 28% on the previous year's £68m.",
        "inconsistent",
        _c("from_to", "down", percent=28, prior=68 * MILLION, current=56 * MILLION),
    ),
    _s(
        "The FTSE 100 shed 41.7 points, or 0.8%, to close at 5,012.3.",
        "-",
        _c("change", "down", change=41.7, percent=0.8, current=5012.3),
    ),
    _s(
        "Sales have been running at about £2m a week, compared with £1.6m last Christmas.",
        "uncheckable",
        _c("rate", "up", prior=1.6 * MILLION, current=2 * MILLION),
    ),
    _s(
        "Only 12 of the 93 schools inspected were rated inadequate.",
        "uncheckable",
        _c("share", "", current=12, whole=93),
    ),
    _s(
        "Growth in services accelerated to 3.3% from 2.9%.",
        "consistent",
        _c("from_to", "up", prior=2.9, current=3.3),
    ),
    _s(
        "The proportion paying by direct debit is now 78%, as against 71% two years ago.",
        "uncheckable",
        _c("from_to", "up", prior=71, current=78),
    ),
    _s(
        "Income tax expense was $48 million in 2020 and $61 million in 2019.",
        "uncheckable",
        _c("from_to", "down", prior=61 * MILLION, current=48 * MILLION),
    ),
    _s(
        "R&D spending increased $9 million to $140 million in 2018 from $131 million in 2017.",
        "consistent",
        _c("from_to", "up", change=9 * MILLION, prior=131 * MILLION, current=140 * MILLION),
    ),
    _s(
        "Depreciation was essentially unchanged at $77 million.",
        "uncheckable",
        _c("stable", "flat", current=77 * MILLION),
    ),
    _s(
        "Operating income as a percent of net sales improved to 11.8% from 10.9%.",
        "consistent",
        _c("from_to", "up", prior=10.9, current=11.8),
    ),
    _s(
        "We ended the quarter with cash of $2.2 billion, down from $2.9 billion.",
        "consistent",
        _c("from_to", "down", prior=2.9 * BILLION, current=2.2 * BILLION),
    ),
    # Sentences of several clauses.
    _s(
        "While licence revenue fell 14 %, maintenance revenue was up 6 % and services grew by a third.",
        "uncheckable",
        _c("percent_change", "down", percent=14),
        _c("percent_change", "up", percent=6),
        _c("percent_change", "up", percent=33.3333),
    ),
    _s(
        "The rate among 16 to 24 year olds was 11.9%, nearly three times that of the over 50s (4.1%).",
        "consistent",
        _c("multiplier", "up", factor=3, prior=4.1, current=11.9),
    ),
    _s(
        "Attendance reached 94.6%, which is 0.4 percentage points above last year but still 1.1 points short of 2018.",
        "-",
        _c("percentage_points", "up", points=0.4, current=94.6),
        _c("percentage_points", "down", points=1.1),
    ),
    _s(
        "After falling 2.3% in May, output rebounded by 1.9% in June.",
        "uncheckable",
        _c("percent_change", "down", percent=2.3),
        _c("percent_change", "up", percent=1.9),
    ),
    _s(
        "Having peaked at 41% in 2014, the share of rented homes is now 37%.",
        "-",
        _c("level", "", current=41),
        _c("share", "", percent=37),
    ),
    _s(
        "Some 5,400 homes were built, against 4,900 the year before, and a further 1,200 were begun.",
        "-",
        _c("from_to", "up", prior=4900, current=5400),
        _c("level", "", current=1200),
    ),
    _s(
        "The deficit is forecast at £8.2m this year, rising to £11.5m by 2026.",
        "consistent",
        _c("from_to", "up", prior=8.2 * MILLION, current=11.5 * MILLION),
    ),
    _s(
        "Net sales in the Nordic countries were down 3 % to EUR 88 mn , while in Russia they leapt 41 % to EUR 29 mn .",
        "uncheckable",
        _c("percent_change", "down", percent=3, current=88 * MILLION),
        _c("percent_change", "up", percent=41, current=29 * MILLION),
    ),
    _s(
        "First-quarter profit was 3.6 mln dlrs , compared with a loss of 1.1 mln dlrs a year ago .",
        "-",
        _c("from_to", "up", prior=-1.1 * MILLION, current=3.6 * MILLION),
    ),
    _s(
        "Revenues dropped to 84.1 mln dlrs from 101.7 mln , a decline of 17 pct .",
        "consistent",
        _c("from_to", "down", percent=17, prior=101.7 * MILLION, current=84.1 * MILLION),
    ),
    _s(
        "Revenues dropped to 84.1 mln dlrs from 101.7 mln , a decline of 21 pct .",
        "inconsistent",
        _c("from_to", "down", percent=21, prior=101.7 * MILLION, current=84.1 * MILLION),
    ),
    _s(
        "The company will pay 31 dlrs a share for the remaining 38 pct of the stock .",
        "-",
        _c("level", "", current=31),
        _c("share", "", percent=38),
    ),
    _s(
        "Coffee exports in the crop year to September were 9.8 mln bags , 600,000 fewer than the 10.4 mln shipped in 1985/86 .",
        "consistent",
        _c("from_to", "down", change=600000, prior=10.4 * MILLION, current=9.8 * MILLION),
    ),
    _s("Of the £640,000 spent, two fifths went on transport.", "-", _c("share", "", percent=40)),
    _s(
        "The number of apprentices has gone from 120 to 310 in four years.",
        "-",
        _c("from_to", "up", prior=120, current=310),
    ),
    _s(
        "At 6.8%, vacancy rates are the highest since 2011, when they stood at 7.1%.",
        "-",
        _c("level", "", current=6.8),
        _c("level", "", current=7.1),
    ),
    _s(
        "There were 212 fires in April (down 9%), 240 in May (up 3%) and 251 in June (up 11%).",
        "uncheckable",
        _c("percent_change", "down", percent=9),
        _c("percent_change", "up", percent=3),
        _c("percent_change", "up", percent=11),
    ),
    _s(
        "Costs came to £3.1m, £400,000 over budget.",
        "-",
        _c("level", "", current=3.1 * MILLION),
        _c("level", "", current=400000),
    ),
    _s(
        "More than four in five (83%) of the 1,150 respondents were satisfied.",
        "-",
        _c("share", "", percent=83),
    ),
    _s(
        "The proportion of late trains has almost doubled, from 5.2% to 9.9%.",
        "consistent",
        _c("multiplier", "up", factor=2, prior=5.2, current=9.9),
    ),
    _s(
        "Tenant satisfaction is 81%, three percentage points higher than in 2015 and the best result since 2009.",
        "uncheckable",
        _c("percentage_points", "up", points=3, current=81),
    ),
    _s(
        "Same-day discharges made up 62.0% of procedures in 2018/19 versus 54.5% in 2013/14.",
        "uncheckable",
        _c("from_to", "up", prior=54.5, current=62),
    ),
    _s(
        "Sales per square foot increased to $412 from $398, while the average ticket was unchanged at $57.",
        "consistent",
        _c("from_to", "up", prior=398, current=412),
        _c("stable", "flat", current=57),
    ),
    _s(
        "Excluding currency effects, sales would have grown 9% rather than the reported 4%.",
        "-",
        _c("percent_change", "up", percent=9),
        _c("percent_change", "up", percent=4),
    ),
    _s(
        "The decrease of $22 million in working capital was offset by a $30 million increase in debt.",
        "uncheckable",
        _c("change", "down", change=22 * MILLION),
        _c("change", "up", change=30 * MILLION),
    ),
    _s(
        "Free cash flow swung from minus $40 million to plus $15 million.",
        "-",
        _c("from_to", "up", prior=-40 * MILLION, current=15 * MILLION),
    ),
    _s(
        "Recorded crime fell in all but three districts, by as much as 22% in Eastmoor.",
        "uncheckable",
        _c("percent_change", "down", percent=22),
    ),
    _s(
        "A record 1.3 million people visited, 60,000 up on the previous best.",
        "uncheckable",
        _c("change", "up", change=60000, current=1.3 * MILLION),
    ),
    _s("The vacancy rate crept up to 8.1% (7.9% in 2014).", "-", _c("from_to", "up", prior=7.9, current=8.1)),
    _s(
        "An interim dividend of 5.5p (2003: 5.0p) was paid.",
        "uncheckable",
        _c("from_to", "up", prior=5.0, current=5.5),
    ),
    _s(
        "Net cash was £14.6m (2003: £9.8m) at the year end.",
        "uncheckable",
        _c("from_to", "up", prior=9.8 * MILLION, current=14.6 * MILLION),
    ),
    _s("About one person in five lives alone.", "uncheckable", _c("share", "", current=1, whole=5)),
    _s(
        "Parking charges raised £807,000, £33,000 (4.3%) more than in the previous year.",
        "consistent",
        _c("change", "up", change=33000, percent=4.3, current=807000),
    ),
    _s(
        "The dividend is raised by 8 pct to 54 cts from 50 .",
        "consistent",
        _c("from_to", "up", percent=8, prior=50, current=54),
    ),
    _s(
        "Output is seen rising from 2.05 to 2.31 billion dlrs .",
        "consistent",
        _c("from_to", "up", prior=2.05 * BILLION, current=2.31 * BILLION),
    ),
    _s("Average waits improved from 21 days to 17 days.", "-", _c("from_to", "down", prior=21, current=17)),
)
