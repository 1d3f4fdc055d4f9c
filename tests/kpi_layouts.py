"""KPI tables in the layouts of many publishers, with invented figures, and the columns they compare."""

from __future__ import annotations

from datetime import date

from typed_tables import typed_table

from extract.model import Period

Q1 = Period("Q1 2019/20", date(2019, 4, 1), date(2019, 6, 30))

POLICE = typed_table(
    """
    1. Contact | < | < | < | < | <
    | Performance Q1 19/20 | Performance Q1 2018/19 | Volume Change | % Change | Trend (Blue=18/19)
    1.1 Emergency calls | 4,120 | 4,000 | +120 | +3% | [picture]
    """,
    header_rows=2,
)

PRIOR_FIRST = typed_table(
    """
    Indicator | 2021/22 | 2022/23 | % change | Change
    Visits | 200 | 250 | 25.0 | 50
    Loans | 400 | 300 | (25.0) | (100)
    Returns | 80 | 88 | 10.0 | 8
    """
)

YEARS_AS_HEADS = typed_table(
    """
    CRIME | AREA | 2014 | 2015 | PERCENT CHANGE
    ARSON | North | 20 | 15 | -25.00%
    ^ | Total | 40 | 50 | 25.00%
    THEFT | North | 300 | 330 | 10.00%
    ^ | Total | 600 | 540 | -10.00%
    """
)

WEEKLY = typed_table(
    """
    | Week to Date | < | < | 28 Day | < | < | Year to Date* | < | < | 2 Year | 12 Year
    | 2011 | 2010 | % Chg | 2011 | 2010 | % Chg | 2011 | 2010 | % Chg | % Chg | % Chg (1999)
    Robbery | 30 | 40 | -25.0 | 110 | 100 | 10.0 | 450 | 500 | -10.0 | -3.1 | -61.2
    Burglary | 66 | 60 | 10.0 | 190 | 200 | -5.0 | 880 | 800 | 10.0 | 4.7 | ***.*
    Assault | 12 | 10 | 20.0 | 45 | 50 | -10.0 | 210 | 200 | 5.0 | -8.0 | -40.5
    """,
    header_rows=2,
)

COMPANY = typed_table(
    """
    (in millions) | Three Months Ended June 30, | < | < | Six Months Ended June 30, | < | <
    | 2023 | 2022 | Change % | 2023 | 2022 | Change %
    Net sales | $ 550 | $ 500 | 10 % | $ 1,050 | $ 1,000 | 5 %
    Operating income | 45 | 50 | (10)% | 110 | 100 | 10 %
    Net income | 24 | 20 | 20 % | 60 | 50 | 20 %
    """,
    header_rows=2,
)

BANK = typed_table(
    """
    In RMB million, except for percentages | < | < | < | <
    Item | 2023 | 2022 | Increase/(decrease) | Change (%)
    Interest income | 1,100 | 1,000 | 100 | 10.00
    Fees | 285 | 300 | (15) | (5.00)
    Other income | 40 | (10) | 50 | –
    """,
    header_rows=2,
)

CITY = typed_table(
    """
    Offences | Weekly Total | YTD 2020 | YTD 2021 | YTD 2022 | YTD % Change | 3-Year YTD | YTD 2022 vs.
    ^ | ^ | ^ | ^ | ^ | 2021 vs. 2022 | Average | 3-Year YTD Average
    Robbery | 5 | 90 | 110 | 100 | -9% | 100 | 0%
    Burglary | - | 300 | 200 | 250 | 25% | 250 | 0%
    Theft | 31 | 520 | 400 | 280 | -30% | 400 | -30%
    """,
    header_rows=2,
)

VISITORS = typed_table(
    """
    COUNTRY | SEPTEMBER | < | < | JANUARY TO SEPTEMBER | < | < | < | <
    | 2018 | 2017 | % CHANGE | 2018 | % TO TOTAL | 2017 | % TO TOTAL | % CHANGE
    Norway | 110 | 100 | 10.0 | 900 | 45.0 | 1,000 | 50.0 | -10.0
    Sweden | 95 | 100 | -5.0 | 1,100 | 55.0 | 1,000 | 50.0 | 10.0
    TOTAL | 205 | 200 | 2.5 | 2,000 | 100.0 | 2,000 | 100.0 | 0.0
    """,
    header_rows=2,
)

SCORECARD = typed_table(
    """
    Ref | Indicator | Unit | Target | Q1 | Q2 | RAG | Trend
    1.1 | Bins collected on time | % | 98 | 97.5 | 98.4 | | ↑
    1.2 | Complaints | Number | 40 | 38 | 51 | | ↓
    1.3 | Days to decide | Days | 56 | 50 | 48 | | ↑
    """,
    fills={(1, 6): "#00b050", (2, 6): "#ff0000", (3, 6): "#00b050"},
)

LAYOUTS = {
    "police": (POLICE, [(1, 2, 3, 4)]),
    "prior before current, percent before change": (PRIOR_FIRST, [(2, 1, 4, 3)]),
    "years as heads": (YEARS_AS_HEADS, [(3, 2, None, 4)]),
    "week, 28 days, year": (
        WEEKLY,
        [(1, 2, None, 3), (4, 5, None, 6), (7, 8, None, 9), (7, None, None, 10), (7, None, None, 11)],
    ),
    "company": (COMPANY, [(1, 2, None, 3), (4, 5, None, 6)]),
    "bank": (BANK, [(1, 2, 3, 4)]),
    "city": (CITY, [(4, 3, None, 5), (4, 6, None, 7)]),
    "visitors": (VISITORS, [(1, 2, None, 3), (4, 6, None, 8)]),
    "scorecard": (SCORECARD, []),
}
