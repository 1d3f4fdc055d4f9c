"""Further sentences made up for the tests, in wordings that those of ``claim_sentences`` lack.

Rows are as there: the text, the verdict on it as a whole, and its claims.
"""

from __future__ import annotations

from claim_sentences import Labelled, Sentence

FURTHER_SENTENCES = (
    # Reports and releases of many kinds.
    Sentence(
        "The Trust employed 4,812 whole-time equivalent staff at year end (2017: 4,655).",
        "-",
        (Labelled("from_to", "up", {"prior": 4_655, "current": 4_812}),),
    ),
    Sentence(
        "Turnover grew to SEK 1,214 million (1,102) and the operating margin was 8.4 per cent (7.9).",
        "-",
        (
            Labelled("from_to", "up", {"prior": 1_102_000_000, "current": 1_214_000_000}),
            Labelled("from_to", "up", {"prior": 7.9, "current": 8.4}),
        ),
    ),
    Sentence(
        "Operating loss amounted to EUR 2.3 million ( profit of EUR 0.4 million ) .",
        "-",
        (Labelled("from_to", "down", {"prior": 400_000, "current": 2_300_000}),),
    ),
    Sentence(
        "Earnings per share were EUR 0.31 ( 0.27 ) .",
        "-",
        (Labelled("from_to", "up", {"prior": 0.27, "current": 0.31}),),
    ),
    Sentence(
        "Order intake in the quarter was NOK 845 million, compared with NOK 910 million in the same quarter of 2012.",
        "-",
        (Labelled("from_to", "down", {"prior": 910_000_000, "current": 845_000_000}),),
    ),
    Sentence(
        "Bookings slid 6.4% to 18,220, having been 19,466 the year before.",
        "-",
        (Labelled("from_to", "down", {"percent": 6.4, "prior": 19_466, "current": 18_220}),),
    ),
    Sentence(
        "The debt-equity ratio improved to 0.42 as on 31st March 2019 as against 0.55 in the previous year.",
        "-",
        (Labelled("from_to", "down", {"prior": 0.55, "current": 0.42}),),
    ),
    Sentence(
        "Total income increased by 12.7% from Rs. 842.6 crore in FY 2016-17 to Rs. 949.8 crore in FY 2017-18.",
        "-",
        (Labelled("from_to", "up", {"percent": 12.7, "prior": 8_426_000_000, "current": 9_498_000_000}),),
    ),
    Sentence(
        "Profit attributable to owners of the Company was RMB312.4 million, representing a decrease of 8.6% as compared with RMB341.8 million for the corresponding period of last year.",
        "-",
        (Labelled("from_to", "down", {"percent": 8.6, "prior": 341_800_000, "current": 312_400_000}),),
    ),
    Sentence(
        "Revenue for the year increased by approximately HK$45.2 million or 11.3% to approximately HK$445.6 million.",
        "-",
        (Labelled("change", "up", {"change": 45_200_000, "percent": 11.3}),),
    ),
    Sentence(
        "Gross profit margin dropped from 24.1% to 21.7%.",
        "-",
        (Labelled("from_to", "down", {"prior": 24.1, "current": 21.7}),),
    ),
    Sentence(
        "Selling, general and administrative expenses were $212.3 million, or 18.4% of net sales, in fiscal 2019, compared with $203.9 million, or 18.9% of net sales, in fiscal 2018.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 203_900_000, "current": 212_300_000}),
            Labelled("share", "", {"percent": 18.4}),
            Labelled("share", "", {"percent": 18.9}),
        ),
    ),
    Sentence(
        "Net sales for the quarter decreased $14.2 million, or 5.3%, to $253.7 million.",
        "-",
        (Labelled("change", "down", {"change": 14_200_000, "percent": 5.3}),),
    ),
    Sentence("Comparable store sales rose 2.1%.", "-", (Labelled("percent_change", "up", {"percent": 2.1}),)),
    Sentence(
        "The A14 between junctions 31 and 32 was shut for three hours after a lorry overturned at 4.15 pm.",
        "-",
        (),
    ),
    Sentence(
        "Police recorded 1,204 burglaries in 2018, of which 212 were solved.",
        "-",
        (
            Labelled("level", "", {"current": 1_204}),
            Labelled("share", "", {"current": 212, "whole": 1_204}),
        ),
    ),
    Sentence(
        "Of 3,412 patients, 2,917 (85.5%) were seen within four hours.",
        "-",
        (Labelled("share", "", {"percent": 85.5, "current": 2_917, "whole": 3_412}),),
    ),
    Sentence(
        "Attendances at type 1 departments increased by 3.4% and emergency admissions by 5.1%.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 3.4}),
            Labelled("percent_change", "up", {"percent": 5.1}),
        ),
    ),
    Sentence(
        "The waiting list grew to 4.2 million, 250,000 more than in March 2017.",
        "-",
        (Labelled("change", "up", {"change": 250_000}),),
    ),
    Sentence(
        "Life expectancy at birth for males was 79.2 years, up from 78.9.",
        "-",
        (Labelled("from_to", "up", {"prior": 78.9, "current": 79.2}),),
    ),
    Sentence("Deaths exceeded births by 1,212.", "-", ()),
    Sentence(
        "The population of the island rose by 2.3 per cent to 84,500 at mid-year.",
        "-",
        (Labelled("percent_change", "up", {"percent": 2.3, "current": 84_500}),),
    ),
    Sentence(
        "Tourist arrivals reached 1.2 million in 2018, a 7% increase over 2017.",
        "-",
        (Labelled("percent_change", "up", {"percent": 7}),),
    ),
    Sentence(
        "Average length of stay dropped to 3.4 nights from 3.7 nights.",
        "-",
        (Labelled("from_to", "down", {"prior": 3.7, "current": 3.4}),),
    ),
    Sentence(
        "Hotel bed-nights totalled 412,300 in July, down 1.9% year on year.",
        "-",
        (Labelled("percent_change", "down", {"percent": 1.9}),),
    ),
    Sentence(
        "Visitors from Germany accounted for 23% of arrivals and those from France for 11%.",
        "-",
        (
            Labelled("share", "", {"percent": 23}),
            Labelled("share", "", {"percent": 11}),
        ),
    ),
    Sentence(
        "Nearly two-thirds of respondents said they felt safe.",
        "-",
        (Labelled("share", "", {"percent": 66.6667}),),
    ),
    Sentence(
        "Robbery fell 12 per cent, while theft from the person was unchanged.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 12}),
            Labelled("stable", "flat", {}),
        ),
    ),
    Sentence(
        "Unemployment held steady at 5.1 pct in March.", "-", (Labelled("stable", "flat", {"current": 5.1}),)
    ),
    Sentence(
        "Consumer prices rose 0.3 pct in January after a 0.1 pct fall in December.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 0.3}),
            Labelled("percent_change", "down", {"percent": 0.1}),
        ),
    ),
    Sentence(
        "Shr 22 cts vs 19 cts. Net 4,102,000 vs 3,655,000. Sales 88.2 mln vs 79.5 mln.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 19, "current": 22}),
            Labelled("from_to", "up", {"prior": 3_655_000, "current": 4_102_000}),
            Labelled("from_to", "up", {"prior": 79_500_000, "current": 88_200_000}),
        ),
    ),
    Sentence(
        "The company said it earned 14.2 mln dlrs, or 1.12 dlrs a share, up from 11.9 mln, or 94 cts a share.",
        "-",
        (Labelled("from_to", "up", {"prior": 11_900_000, "current": 14_200_000}),),
    ),
    Sentence(
        "Gold closed at 402.50 dlrs an ounce, up 1.75 dlrs.",
        "-",
        (Labelled("change", "up", {"change": 1.75}),),
    ),
    Sentence("Shares were down 14p at 412p.", "-", (Labelled("change", "down", {"change": 14}),)),
    Sentence(
        "Shares in the retailer fell 3.2% to 141.5p.",
        "-",
        (Labelled("percent_change", "down", {"percent": 3.2}),),
    ),
    Sentence("The dollar traded at 152.3 yen.", "-", ()),
    Sentence(
        "The vessel, 124 metres long with a draught of 6.2 m, carried 9,400 tonnes of grain.",
        "-",
        (Labelled("level", "", {"current": 9_400}),),
    ),
    Sentence("The bridge is 1.3 km long and was opened in 1936.", "-", ()),
    Sentence(
        "Cases tripled from 41 to 126 in five weeks.",
        "-",
        (Labelled("multiplier", "up", {"factor": 3, "prior": 41, "current": 126}),),
    ),
    Sentence(
        "The number of reported scams has more than halved, from 1,380 to 604.",
        "-",
        (Labelled("multiplier", "down", {"factor": 0.5, "prior": 1_380, "current": 604}),),
    ),
    Sentence(
        "Girls were twice as likely as boys to report low mood.",
        "-",
        (Labelled("multiplier", "up", {"factor": 2}),),
    ),
    Sentence("The trust aims to cut carbon emissions by 40% by 2030.", "-", ()),
    Sentence(
        "Mortality was reduced by 18% (hazard ratio 0.82, 95% CI 0.71 to 0.95).",
        "-",
        (Labelled("percent_change", "down", {"percent": 18}),),
    ),
    Sentence(
        "Female life expectancy was 82.9 years compared with 79.2 for males.",
        "-",
        (Labelled("from_to", "up", {"prior": 79.2, "current": 82.9}),),
    ),
    Sentence(
        "Recycling rates stood at 52.1% (2011/12: 49.8%).",
        "-",
        (Labelled("from_to", "up", {"prior": 41.2, "current": 43.8}),),
    ),
    Sentence(
        "Net interest margin was 2.84% (H1 2016: 2.91%).",
        "-",
        (Labelled("from_to", "down", {"prior": 2.91, "current": 2.84}),),
    ),
    Sentence(
        "Underlying profit before tax was up 6% at £86.3m (2014: £81.4m).",
        "-",
        (Labelled("from_to", "up", {"percent": 6, "prior": 81_400_000, "current": 86_300_000}),),
    ),
    Sentence(
        "Basic earnings per share of 24.6p (2014: 23.1p).",
        "-",
        (Labelled("from_to", "up", {"prior": 23.1, "current": 24.6}),),
    ),
    Sentence(
        "Net debt fell by £12.4m to £98.1m (31 March 2018: £110.5m).",
        "-",
        (Labelled("from_to", "down", {"change": 12_400_000, "prior": 110_500_000, "current": 98_100_000}),),
    ),
    Sentence(
        "In 2018 there were 7.4 suicides per 100,000 population, compared with 6.9 in 2017.",
        "-",
        (Labelled("rate", "up", {"prior": 6.9, "current": 7.4}),),
    ),
    Sentence("On average, 312 calls were answered each day.", "-", (Labelled("rate", "", {"current": 312}),)),
    Sentence(
        "Complaints went up by 27, from 310 to 337.",
        "-",
        (Labelled("from_to", "up", {"change": 27, "prior": 310, "current": 337}),),
    ),
    Sentence(
        "There were 184 (22%) more than in 2015.",
        "-",
        (Labelled("change", "up", {"change": 184, "percent": 22}),),
    ),
    Sentence(
        "An extra 1,400 pupils joined secondary schools this autumn.",
        "-",
        (Labelled("change", "up", {"change": 1_400}),),
    ),
    Sentence(
        "Sickness absence averaged 9.8 days per employee, against 9.1 days in 2016/17.",
        "-",
        (Labelled("rate", "up", {"prior": 9.1, "current": 9.8}),),
    ),
    Sentence(
        "The proportion of invoices paid within 30 days increased by 3.2 percentage points to 94.1%.",
        "-",
        (Labelled("percentage_points", "up", {"points": 3.2, "current": 94.1}),),
    ),
    Sentence(
        "Occupancy was 78.4%, 1.3 points up on last July.",
        "-",
        (Labelled("percentage_points", "up", {"points": 1.3, "current": 78.4}),),
    ),
    Sentence(
        "Council tax will rise by 3.99% from April.",
        "-",
        (Labelled("percent_change", "up", {"percent": 3.99}),),
    ),
    Sentence(
        "The bank's tier 1 ratio was 12.4 percent at the end of June.",
        "-",
        (Labelled("level", "", {"current": 12.4}),),
    ),
    Sentence(
        "Its UK market share edged up to 17.3% from 17.1%.",
        "-",
        (Labelled("from_to", "up", {"prior": 17.1, "current": 17.3}),),
    ),
    Sentence(
        "The share of women on boards was 31%, against 26% in 2014.",
        "-",
        (Labelled("from_to", "up", {"prior": 26, "current": 31}),),
    ),
    Sentence(
        "Foreign nationals made up 9.2% of residents at the last census, up from 6.4% in 2001.",
        "-",
        (Labelled("from_to", "up", {"prior": 6.4, "current": 9.2}),),
    ),
    Sentence(
        "Some 12,300 households were accepted as homeless, a fall of 4% compared with the same quarter last year.",
        "-",
        (Labelled("percent_change", "down", {"percent": 4}),),
    ),
    Sentence(
        "Fires attended dropped to 2,114 – a 9% reduction on the 2,323 attended in 2015/16.",
        "-",
        (Labelled("from_to", "down", {"percent": 9, "prior": 2_323, "current": 2_114}),),
    ),
    Sentence(
        "Detected cases went from 83 in April to 129 in May, then back down to 97 in June.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 83, "current": 129}),
            Labelled("from_to", "down", {"prior": 129, "current": 97}),
        ),
    ),
    # Police, Nordic releases, newswire, US filings, health, visitors, population.
    Sentence(
        "Thefts of motor vehicles numbered 1,842 in the year to June, compared to 1,611 a year before, an increase of 14.3%.",
        "-",
        (Labelled("from_to", "up", {"percent": 14.3, "prior": 1_611, "current": 1_842}),),
    ),
    Sentence(
        "Sexual offences saw the largest rise, climbing 18% to 3,204.",
        "-",
        (Labelled("percent_change", "up", {"percent": 18, "current": 3_204}),),
    ),
    Sentence(
        "The force recorded 62 fewer burglaries in March than in February.",
        "-",
        (Labelled("change", "down", {"change": 62}),),
    ),
    Sentence(
        "Of the 2,114 complaints received, 1,312 were upheld.",
        "-",
        (Labelled("share", "", {"current": 1_312, "whole": 2_114}),),
    ),
    Sentence(
        "Just over a third (34.6%) of referrals came from schools.",
        "-",
        (Labelled("share", "", {"percent": 34.6}),),
    ),
    Sentence(
        "Some 71% of victims were female, while 29% were male.",
        "-",
        (
            Labelled("share", "", {"percent": 71}),
            Labelled("share", "", {"percent": 29}),
        ),
    ),
    Sentence(
        "The clear-up rate improved from 21.4% to 23.9%.",
        "-",
        (Labelled("from_to", "up", {"prior": 21.4, "current": 23.9}),),
    ),
    Sentence(
        "Stop and searches fell by nearly half, from 9,412 to 4,803.",
        "-",
        (Labelled("from_to", "down", {"percent": 50, "prior": 9_412, "current": 4_803}),),
    ),
    Sentence(
        "The detection rate, at 17.2%, was 1.8 percentage points lower than last year.",
        "-",
        (Labelled("percentage_points", "down", {"points": 1.8, "current": 17.2}),),
    ),
    Sentence(
        "Call volumes to 101 were 4.1% lower than in the same period of 2017.",
        "-",
        (Labelled("percent_change", "down", {"percent": 4.1}),),
    ),
    Sentence(
        "The average time to answer rose from 12 seconds to 19 seconds.",
        "-",
        (Labelled("from_to", "up", {"prior": 12, "current": 19}),),
    ),
    Sentence(
        "Net profit for the period was EUR 4.7 mn , up from EUR 3.1 mn in 2008 .",
        "-",
        (Labelled("from_to", "up", {"prior": 3_100_000, "current": 4_700_000}),),
    ),
    Sentence(
        "The Finnish company 's order backlog stood at EUR 212.4 mn at the end of June , compared to EUR 245.7 mn a year earlier .",
        "-",
        (Labelled("from_to", "down", {"prior": 245_700_000, "current": 212_400_000}),),
    ),
    Sentence(
        "Operating profit totalled EUR 9.6 mn , down from EUR 11.2 mn in the corresponding period in 2007 .",
        "-",
        (Labelled("from_to", "down", {"prior": 11_200_000, "current": 9_600_000}),),
    ),
    Sentence(
        "Net sales increased to EUR 193.3 m from EUR 179.9 m and pretax profit rose by 34.2 % to EUR 43.1 m .",
        "-",
        (
            Labelled("from_to", "up", {"prior": 179_900_000, "current": 193_300_000}),
            Labelled("percent_change", "up", {"percent": 34.2, "current": 43_100_000}),
        ),
    ),
    Sentence(
        "The company 's share of the market is about 25 % .", "-", (Labelled("share", "", {"percent": 25}),)
    ),
    Sentence(
        "The value of the contract is about EUR 1.0 mn .",
        "-",
        (Labelled("level", "", {"current": 1_000_000}),),
    ),
    Sentence(
        "Stora Enso shares closed 0.9 pct lower at 8.83 eur .",
        "-",
        (Labelled("percent_change", "down", {"percent": 0.9}),),
    ),
    Sentence(
        "Personnel reductions will affect a total of 240 employees .",
        "-",
        (Labelled("level", "", {"current": 240}),),
    ),
    Sentence(
        "The new factory will employ around 170 people .", "-", (Labelled("level", "", {"current": 170}),)
    ),
    Sentence(
        "Return on investment was 16.6 % compared to 15.8 % in 2004 .",
        "-",
        (Labelled("from_to", "up", {"prior": 15.8, "current": 16.6}),),
    ),
    Sentence(
        "EPS dropped to EUR 0.21 from EUR 0.31 .",
        "-",
        (Labelled("from_to", "down", {"prior": 0.31, "current": 0.21}),),
    ),
    Sentence(
        "In the third quarter of 2010 , net sales increased by 5.2 % to EUR 205.5 mn , and operating profit by 34.9 % to EUR 23.5 mn .",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 5.2, "current": 205_500_000}),
            Labelled("percent_change", "up", {"percent": 34.9, "current": 23_500_000}),
        ),
    ),
    Sentence(
        "Passenger numbers rose from 612,000 to 655,000 , or by 7.0 % .",
        "-",
        (Labelled("from_to", "up", {"percent": 7, "prior": 612_000, "current": 655_000}),),
    ),
    Sentence(
        "Japan's trade surplus narrowed to 7.2 billion dlrs in March from 8.1 billion in February.",
        "-",
        (Labelled("from_to", "down", {"prior": 8_100_000_000, "current": 7_200_000_000}),),
    ),
    Sentence(
        "U.S. retail sales rose a seasonally adjusted 0.4 pct in March after rising 4.4 pct in February.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 0.4}),
            Labelled("percent_change", "up", {"percent": 4.4}),
        ),
    ),
    Sentence(
        "M-1 money supply rose 2.1 billion dlrs to 739.2 billion dlrs in the week.",
        "-",
        (Labelled("change", "up", {"change": 2_100_000_000, "current": 739_200_000_000}),),
    ),
    Sentence(
        "Qtly div 12 cts vs 10 cts prior.", "-", (Labelled("from_to", "up", {"prior": 10, "current": 12}),)
    ),
    Sentence(
        "Avg shrs 12.1 mln vs 11.8 mln.",
        "-",
        (Labelled("from_to", "up", {"prior": 11_800_000, "current": 12_100_000}),),
    ),
    Sentence(
        "Net loss 1.2 mln vs profit 340,000.",
        "-",
        (Labelled("from_to", "down", {"prior": 340_000, "current": 1_200_000}),),
    ),
    Sentence(
        "Industrial production dropped a seasonally adjusted 0.2 pct in March following a revised 0.4 pct gain in February.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 0.2}),
            Labelled("percent_change", "up", {"percent": 0.4}),
        ),
    ),
    Sentence(
        "The unemployment rate fell to 6.5 pct from 6.6 pct.",
        "-",
        (Labelled("from_to", "down", {"prior": 6.6, "current": 6.5}),),
    ),
    Sentence(
        "West German GNP grew 2.4 pct in 1986 after 2.5 pct in 1985.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 2.4}),
            Labelled("percent_change", "up", {"percent": 2.5}),
        ),
    ),
    Sentence(
        "Wheat shipments totalled 512,000 tonnes, down from 610,000 the previous week.",
        "-",
        (Labelled("from_to", "down", {"prior": 610_000, "current": 512_000}),),
    ),
    Sentence(
        "Income from operations increased 8.9% to $61.2 million, or 10.4% of net sales, compared to $56.2 million, or 10.1% of net sales.",
        "-",
        (
            Labelled("from_to", "up", {"percent": 8.9, "prior": 56_200_000, "current": 61_200_000}),
            Labelled("share", "", {"percent": 10.4}),
            Labelled("share", "", {"percent": 10.1}),
        ),
    ),
    Sentence(
        "The effective tax rate was 24.1% for 2019 versus 21.7% for 2018.",
        "-",
        (Labelled("from_to", "up", {"prior": 21.7, "current": 24.1}),),
    ),
    Sentence(
        "Interest expense was $12.4 million and $10.9 million for 2019 and 2018, respectively.",
        "-",
        (Labelled("from_to", "up", {"prior": 10_900_000, "current": 12_400_000}),),
    ),
    Sentence(
        "Diluted earnings per share increased 12% to $2.14.",
        "-",
        (Labelled("percent_change", "up", {"percent": 12, "current": 2.14}),),
    ),
    Sentence(
        "Cost of sales as a percentage of net sales decreased 60 basis points to 61.3%.",
        "-",
        (Labelled("percentage_points", "down", {"points": 0.6, "current": 61.3}),),
    ),
    Sentence(
        "Our backlog increased from $1.2 billion to $1.6 billion, or 33%.",
        "-",
        (Labelled("from_to", "up", {"percent": 33, "prior": 1_200_000_000, "current": 1_600_000_000}),),
    ),
    Sentence(
        "International revenue represented 41% and 38% of total revenue in 2019 and 2018, respectively.",
        "-",
        (
            Labelled("share", "", {"percent": 41}),
            Labelled("share", "", {"percent": 38}),
        ),
    ),
    Sentence(
        "As of December 31, 2019, we had approximately 4,300 full-time employees.",
        "-",
        (Labelled("level", "", {"current": 4_300}),),
    ),
    Sentence("Capital expenditures are expected to be in the range of $50 million to $60 million.", "-", ()),
    Sentence("The Company's par value is $.001 per share and 150,000,000 shares are authorized.", "-", ()),
    Sentence("The lease expires in 2026 and covers 42,000 square feet.", "-", ()),
    Sentence(
        "About one in five adults (19%) smoke, down from 24% in 2007.",
        "-",
        (Labelled("from_to", "down", {"prior": 24, "current": 19}),),
    ),
    Sentence(
        "Uptake of the MMR vaccine fell for the fifth year running, to 90.3%.",
        "-",
        (Labelled("level", "", {"current": 90.3}),),
    ),
    Sentence(
        "There were 14 maternal deaths per 100,000 births.", "-", (Labelled("rate", "", {"current": 14}),)
    ),
    Sentence(
        "In the most deprived decile, 28% of adults smoked compared with 11% in the least deprived.",
        "-",
        (Labelled("from_to", "up", {"prior": 11, "current": 28}),),
    ),
    Sentence(
        "The number of GPs per 100,000 people fell from 62 to 58.",
        "-",
        (Labelled("rate", "down", {"prior": 62, "current": 58}),),
    ),
    Sentence(
        "Antibiotic prescribing in primary care dropped by 7.3% between 2014 and 2018, from 614 to 569 items per 1,000 inhabitants.",
        "-",
        (Labelled("rate", "down", {"percent": 7.3, "prior": 614, "current": 569}),),
    ),
    Sentence(
        "Delayed transfers accounted for 4,112 bed days, 312 fewer than in May.",
        "-",
        (Labelled("change", "down", {"change": 312}),),
    ),
    Sentence(
        "A&E performance was 88.3%, against the 95% standard.",
        "-",
        (Labelled("level", "", {"current": 88.3}),),
    ),
    Sentence(
        "Admissions via A&E were up 3.2%, while elective admissions fell 1.7%.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 3.2}),
            Labelled("percent_change", "down", {"percent": 1.7}),
        ),
    ),
    Sentence("The median wait was 7.1 weeks, unchanged from June.", "-", ()),
    Sentence(
        "Three in four patients rated their care as good.",
        "-",
        (Labelled("share", "", {"current": 3, "whole": 4}),),
    ),
    Sentence("Samples were stored at -80 °C and thawed for 20 minutes.", "-", ()),
    Sentence("Turn left on the B4100 after 2 miles.", "-", ()),
    Sentence(
        "The museum welcomed 214,000 visitors, 12% more than in 2015.",
        "-",
        (Labelled("percent_change", "up", {"percent": 12}),),
    ),
    Sentence(
        "Overseas residents made 3.4 million visits to the UK in May, 6% fewer than a year earlier.",
        "-",
        (Labelled("percent_change", "down", {"percent": 6}),),
    ),
    Sentence(
        "Spending by visitors grew 9% to a record £2.1 billion.",
        "-",
        (Labelled("percent_change", "up", {"percent": 9, "current": 2_100_000_000}),),
    ),
    Sentence("Cruise ship arrivals doubled to 48.", "-", (Labelled("multiplier", "up", {"factor": 2}),)),
    Sentence(
        "The most visitors came from Australia (41.2%), followed by New Zealand (18.7%).",
        "-",
        (
            Labelled("share", "", {"percent": 41.2}),
            Labelled("share", "", {"percent": 18.7}),
        ),
    ),
    Sentence(
        "The average age of mothers rose to 30.6 years from 30.4 years in 2017.",
        "-",
        (Labelled("from_to", "up", {"prior": 30.4, "current": 30.6}),),
    ),
    Sentence(
        "Between the two censuses the population grew by 4,112 (5.3%).",
        "-",
        (Labelled("change", "up", {"change": 4_112, "percent": 5.3}),),
    ),
    Sentence(
        "Births fell for the third year in a row, down 2.6% to 657,076.",
        "-",
        (Labelled("percent_change", "down", {"percent": 2.6, "current": 657_076}),),
    ),
    Sentence(
        "Net migration was 258,000, compared with 230,000 the year before.",
        "-",
        (Labelled("from_to", "up", {"prior": 230_000, "current": 258_000}),),
    ),
    Sentence(
        "One-person households rose from 6.6 million in 2001 to 7.1 million in 2011.",
        "-",
        (Labelled("from_to", "up", {"prior": 6_600_000, "current": 7_100_000}),),
    ),
    # Business news, councils, annual reports.
    Sentence(
        "The FTSE 100 fell 34.2 points to 5,212.4, while the pound was flat against the dollar.",
        "-",
        (Labelled("change", "down", {"change": 34.2, "current": 5212.4}),),
    ),
    Sentence(
        "Nokia, which has 58,000 staff worldwide, said sales dropped 10% to 6.6bn euros.",
        "-",
        (Labelled("percent_change", "down", {"percent": 10, "current": 6_600_000_000}),),
    ),
    Sentence(
        "Oil jumped more than $2 to $51.40 a barrel in New York.",
        "-",
        (Labelled("change", "up", {"change": 2, "current": 51.4}),),
    ),
    Sentence(
        "German unemployment rose above 5 million for the first time, up 227,000 from December.",
        "-",
        (Labelled("change", "up", {"change": 227_000}),),
    ),
    Sentence(
        "The retailer's like-for-like sales were up 2.4% in the six weeks to 8 January, but down 1.1% once petrol is included.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 2.4}),
            Labelled("percent_change", "down", {"percent": 1.1}),
        ),
    ),
    Sentence(
        "Growth slowed to 3.1% in the final quarter from 4%.",
        "-",
        (Labelled("from_to", "down", {"prior": 4, "current": 3.1}),),
    ),
    Sentence(
        "Annual profits more than trebled to £41m from £12.8m.",
        "-",
        (Labelled("multiplier", "up", {"factor": 3, "prior": 12_800_000, "current": 41_000_000}),),
    ),
    Sentence(
        "The deficit swelled to $618bn in 2004, 24.4% more than in 2003.",
        "-",
        (Labelled("percent_change", "up", {"percent": 24.4, "current": 618_000_000_000}),),
    ),
    Sentence(
        "House prices are expected to rise by 3% next year.",
        "-",
        (Labelled("percent_change", "up", {"percent": 3}),),
    ),
    Sentence(
        "The firm cut its full-year forecast by 12% to between £40m and £44m.",
        "-",
        (Labelled("percent_change", "down", {"percent": 12}),),
    ),
    Sentence(
        "Pay rose by between 2% and 3%.", "-", (Labelled("percent_change", "up", {"percent_range": (2, 3)}),)
    ),
    Sentence(
        "Inflation eased to 1.9% in July, from 2.1% the month before and 2.4% in May.",
        "-",
        (
            Labelled("from_to", "down", {"prior": 2.1, "current": 1.9}),
            Labelled("from_to", "down", {"prior": 2.4, "current": 1.9}),
        ),
    ),
    Sentence(
        "The number of claimants dropped by 11,000 to 813,200, the lowest since 1975.",
        "-",
        (Labelled("change", "down", {"change": 11_000, "current": 813_200}),),
    ),
    Sentence(
        "Its shares jumped 12p, or 4.6%, to 273p.",
        "-",
        (Labelled("change", "up", {"change": 12, "percent": 4.6, "current": 273}),),
    ),
    Sentence(
        "One in eight pupils was persistently absent.",
        "-",
        (Labelled("share", "", {"current": 1, "whole": 8}),),
    ),
    Sentence("Over half of all calls (52%) were abandoned.", "-", (Labelled("share", "", {"percent": 52}),)),
    Sentence(
        "A total of 1,914 pupils were excluded, down 8.2% from 2,085.",
        "-",
        (Labelled("from_to", "down", {"percent": 8.2, "prior": 2_085, "current": 1_914}),),
    ),
    Sentence(
        "Spending on agency staff has been cut by more than half since 2014.",
        "-",
        (Labelled("percent_change", "down", {"percent": 50}),),
    ),
    Sentence("Around three quarters of carers were women.", "-", (Labelled("share", "", {"percent": 75}),)),
    Sentence(
        "Rent arrears rose by £31,000 (4.2%) to £769,000.",
        "-",
        (Labelled("change", "up", {"change": 31_000, "percent": 4.2, "current": 769_000}),),
    ),
    Sentence(
        "Council house sales: 214 homes were sold in 2015/16, compared with 187 in 2014/15 and 121 in 2013/14.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 187, "current": 214}),
            Labelled("from_to", "up", {"prior": 121, "current": 214}),
        ),
    ),
    Sentence(
        "The gap between rich and poor areas widened from 9.1 to 9.4 years.",
        "-",
        (Labelled("from_to", "up", {"prior": 9.1, "current": 9.4}),),
    ),
    Sentence("Parking income was £0.3m above budget.", "-", (Labelled("change", "up", {"change": 300_000}),)),
    Sentence(
        "The overspend of £2.1m represents 1.4% of the net budget.",
        "-",
        (Labelled("share", "", {"percent": 1.4}),),
    ),
    Sentence(
        "Reserves stood at £18.4m at 31 March 2019, a reduction of £2.6m.",
        "-",
        (Labelled("change", "down", {"change": 2_600_000}),),
    ),
    Sentence(
        "Bus journeys declined by 2.1 million (1.4%) year on year.",
        "-",
        (Labelled("change", "down", {"change": 2_100_000, "percent": 1.4}),),
    ),
    Sentence(
        "Ridership on the tram was up by a fifth.", "-", (Labelled("percent_change", "up", {"percent": 20}),)
    ),
    Sentence(
        "Road casualties decreased by 9%; those killed or seriously injured decreased by 3%.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 9}),
            Labelled("percent_change", "down", {"percent": 3}),
        ),
    ),
    Sentence(
        "Satisfaction levels have remained broadly the same at 84%.",
        "-",
        (Labelled("stable", "flat", {"current": 84}),),
    ),
    Sentence(
        "Visits to libraries were little changed at 2.3 million.",
        "-",
        (Labelled("stable", "flat", {"current": 2_300_000}),),
    ),
    Sentence("Homicides stayed at 31.", "-", (Labelled("stable", "flat", {"current": 31}),)),
    Sentence(
        "There was no change in the number of rough sleepers (18).", "-", (Labelled("stable", "flat", {}),)
    ),
    Sentence(
        "Sales for the 13 weeks ended 2 April 2011 were £412.6m, 3.9% ahead of last year.",
        "-",
        (Labelled("percent_change", "up", {"percent": 3.9}),),
    ),
    Sentence(
        "Adjusted EBITDA rose from £14.3m to £16.9m, an 18% improvement.",
        "-",
        (Labelled("from_to", "up", {"percent": 18, "prior": 14_300_000, "current": 16_900_000}),),
    ),
    Sentence(
        "Average net debt reduced to £61.2m (2016: £77.5m) and interest cover improved to 9.2 times (2016: 7.7 times).",
        "-",
        (
            Labelled("from_to", "down", {"prior": 77_500_000, "current": 61_200_000}),
            Labelled("from_to", "up", {"prior": 7.7, "current": 9.2}),
        ),
    ),
    Sentence(
        "Capital expenditure totalled £22.7m compared with £31.4m last year.",
        "-",
        (Labelled("from_to", "down", {"prior": 31_400_000, "current": 22_700_000}),),
    ),
    Sentence(
        "The Board has declared an interim dividend of 3.2p per share, an increase of 6.7%.",
        "-",
        (Labelled("percent_change", "up", {"percent": 6.7}),),
    ),
    Sentence(
        "Total dividend for the year up 10% to 16.5p (2017: 15.0p).",
        "-",
        (Labelled("from_to", "up", {"percent": 10, "prior": 15, "current": 16.5}),),
    ),
    Sentence(
        "Statutory loss before tax of £3.2m (2018: profit of £1.1m).",
        "-",
        (Labelled("from_to", "down", {"prior": 1_100_000, "current": 3_200_000}),),
    ),
    Sentence(
        "The Group sold 1.04 million vehicles, a year-on-year growth of 6.5%.",
        "-",
        (Labelled("percent_change", "up", {"percent": 6.5}),),
    ),
    Sentence(
        "Finance costs increased from RMB12.3 million for 2016 to RMB19.8 million for 2017, primarily due to higher borrowings.",
        "-",
        (Labelled("from_to", "up", {"prior": 12_300_000, "current": 19_800_000}),),
    ),
    Sentence(
        "Trade receivables turnover days were 62 days (2017: 58 days).",
        "-",
        (Labelled("from_to", "up", {"prior": 58, "current": 62}),),
    ),
    Sentence(
        "The gearing ratio was 31.2% as at 31 December 2018 (31 December 2017: 28.7%).",
        "-",
        (Labelled("from_to", "up", {"prior": 28.7, "current": 31.2}),),
    ),
    Sentence(
        "Gross NPAs rose to 9.4% in March 2018 from 7.6% in March 2017.",
        "-",
        (Labelled("from_to", "up", {"prior": 7.6, "current": 9.4}),),
    ),
    Sentence(
        "The Company exported goods worth Rs 412 lakhs during the year as compared to Rs 388 lakhs in the previous year.",
        "-",
        (Labelled("from_to", "up", {"prior": 38_800_000, "current": 41_200_000}),),
    ),
    Sentence(
        "Sales volume stood at 6.2 lakh units, registering a decline of 3.4% over the previous year.",
        "-",
        (Labelled("percent_change", "down", {"percent": 3.4}),),
    ),
    Sentence(
        "EBITDA margin expanded by 120 bps to 18.6%.",
        "-",
        (Labelled("percentage_points", "up", {"points": 1.2, "current": 18.6}),),
    ),
    Sentence(
        "Liikevaihto Oyj 's net sales for January-September totalled EUR 45.1 mn , down by 8 % on the year .",
        "-",
        (Labelled("percent_change", "down", {"percent": 8}),),
    ),
    Sentence(
        "Profit before taxes amounted to EUR 56.5 m , down from EUR 232.9 m a year ago .",
        "-",
        (Labelled("from_to", "down", {"prior": 232_900_000, "current": 56_500_000}),),
    ),
    Sentence(
        "Unit costs for flight operations fell by 6.4 percent .",
        "-",
        (Labelled("percent_change", "down", {"percent": 6.4}),),
    ),
    Sentence(
        "The fair value of the property portfolio increased by EUR 14 mn as a result of lower yields .",
        "-",
        (Labelled("change", "up", {"change": 14_000_000}),),
    ),
    Sentence(
        "Operating margin , however , slipped to 14.4 % from 15.1 % , dragged down by currency effects .",
        "-",
        (Labelled("from_to", "down", {"prior": 15.1, "current": 14.4}),),
    ),
    Sentence(
        "The company owns 27 % of the shares and 41 % of the votes .",
        "-",
        (
            Labelled("share", "", {"percent": 27}),
            Labelled("share", "", {"percent": 41}),
        ),
    ),
    Sentence("The order comprises 45 elevators and 12 escalators .", "-", ()),
    Sentence("The acquisition price was EUR 6.4 mn .", "-", (Labelled("level", "", {"current": 6_400_000}),)),
    Sentence(
        "Cargo volumes in January increased by 4.6 % , to 31,800 tonnes .",
        "-",
        (Labelled("percent_change", "up", {"percent": 4.6, "current": 31_800}),),
    ),
    Sentence(
        "Deliveries are scheduled for 2008 and the ship will carry 3,000 passengers and 1,150 lane metres of freight .",
        "-",
        (),
    ),
    Sentence(
        "Diluted EPS rose to EUR 3.68 from EUR 0.50 , and the dividend to EUR 0.90 from EUR 0.40 .",
        "-",
        (
            Labelled("from_to", "up", {"prior": 0.5, "current": 3.68}),
            Labelled("from_to", "up", {"prior": 0.4, "current": 0.9}),
        ),
    ),
    # Verdicts, sentences that go on, and numbers that claim nothing.
    Sentence(
        "Compared with 2014, when 1,840 admissions were recorded, there has been a rise of 276 (15.0%).",
        "-",
        (Labelled("change", "up", {"change": 276, "percent": 15}),),
    ),
    Sentence(
        "Sales like for like fell 3% to £41m from £52m as stores closed.",
        "-",
        (Labelled("from_to", "down", {"percent": 3, "prior": 52_000_000, "current": 41_000_000}),),
    ),
    Sentence(
        "The number of job losses is more than double the 1,200 announced in May.",
        "-",
        (Labelled("multiplier", "up", {"factor": 2}),),
    ),
    Sentence(
        "Prices at the pump have quadrupled since 1998, from 62p to £1.31 a litre.",
        "inconsistent",
        (Labelled("multiplier", "up", {"factor": 4}),),
    ),
    Sentence(
        "Numbers dropped more than 20%, from 412 to 310.",
        "-",
        (Labelled("from_to", "down", {"percent": 20, "prior": 412, "current": 310}),),
    ),
    Sentence(
        "Calls were down by over 11,000, from 61,300 to 49,800.",
        "-",
        (Labelled("from_to", "down", {"change": 11_000, "prior": 61_300, "current": 49_800}),),
    ),
    Sentence(
        "Arrests fell by less than 5%, from 1,204 to 1,161.",
        "-",
        (Labelled("from_to", "down", {"percent": 5, "prior": 1_204, "current": 1_161}),),
    ),
    Sentence(
        "Reported incidents fell by between 5% and 6% to 1,204 from 1,276.",
        "-",
        (Labelled("from_to", "down", {"prior": 1_276, "current": 1_204}),),
    ),
    Sentence(
        "Vacancies fell by 18 to 212 compared with 230 in March.",
        "-",
        (Labelled("from_to", "down", {"change": 18, "prior": 230, "current": 212}),),
    ),
    Sentence(
        "Crime is down 4% overall. Burglary is down 11%, from 2,012 to 1,790. Violence is up 6%.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 4}),
            Labelled("from_to", "down", {"percent": 11, "prior": 2_012, "current": 1_790}),
            Labelled("percent_change", "up", {"percent": 6}),
        ),
    ),
    Sentence(
        "Headcount at the year end was 1,812. This compares with 1,764 a year earlier.",
        "-",
        (Labelled("from_to", "up", {"prior": 1_764, "current": 1_812}),),
    ),
    Sentence(
        "There were 214 complaints in Q1. The figure for the same quarter last year was 198.",
        "-",
        (Labelled("from_to", "up", {"prior": 198, "current": 214}),),
    ),
    Sentence(
        "Turnover was £14.1 million. The corresponding figure for 2011 was £12.9 million.",
        "-",
        (Labelled("from_to", "up", {"prior": 12_900_000, "current": 14_100_000}),),
    ),
    Sentence(
        "The rate in the city is 8.1%, which compares with 6.3% nationally.",
        "-",
        (Labelled("from_to", "up", {"prior": 6.3, "current": 8.1}),),
    ),
    Sentence(
        "At 4.6 per cent, the vacancy rate was half a percentage point lower than a year ago.",
        "-",
        (Labelled("percentage_points", "down", {"points": 0.5, "current": 4.6}),),
    ),
    Sentence(
        "Emissions are now 38% below 1990 levels.",
        "-",
        (Labelled("percent_change", "down", {"percent": 38}),),
    ),
    Sentence(
        "Production is 12% above the five-year average.",
        "-",
        (Labelled("percent_change", "up", {"percent": 12}),),
    ),
    Sentence(
        "Women earn 9.1% less than men on average.",
        "-",
        (Labelled("percent_change", "down", {"percent": 9.1}),),
    ),
    Sentence(
        "Men are three times more likely than women to die by suicide.",
        "-",
        (Labelled("multiplier", "up", {"factor": 3}),),
    ),
    Sentence(
        "Residents in the north are 1.4 times as likely to be obese.",
        "-",
        (Labelled("multiplier", "up", {"factor": 1.4}),),
    ),
    Sentence(
        "The scheme has cost taxpayers £340 million, twice the original estimate of £170 million.",
        "-",
        (Labelled("multiplier", "up", {"factor": 2}),),
    ),
    Sentence("Every year 12,000 people die from the disease.", "-", ()),
    Sentence(
        "Two years ago the figure was 112; it is now 141.",
        "-",
        (Labelled("from_to", "up", {"prior": 112, "current": 141}),),
    ),
    Sentence(
        "Last year 62% passed. This year 66% did.",
        "-",
        (
            Labelled("share", "", {"percent": 62}),
            Labelled("share", "", {"percent": 66}),
        ),
    ),
    Sentence("The proportion of trains on time dropped below 80% for the first time.", "-", ()),
    Sentence("Of every 100 patients, 14 will relapse.", "-", ()),
    Sentence(
        "Lending to small firms contracted by £1.4bn in the quarter, its ninth consecutive fall.",
        "-",
        (Labelled("change", "down", {"change": 1_400_000_000}),),
    ),
    Sentence(
        "Net lending was minus £0.4bn, against plus £1.1bn in the previous quarter.",
        "-",
        (Labelled("from_to", "down", {"prior": 1_100_000_000, "current": 400_000_000}),),
    ),
    Sentence(
        "The surplus of £2.3m compares favourably with a deficit of £1.1m the year before.",
        "-",
        (Labelled("from_to", "up", {"prior": 1_100_000, "current": 2_300_000}),),
    ),
    Sentence(
        "Sterling fell 1.2 cents to $1.2714.",
        "-",
        (Labelled("change", "down", {"change": 0.012, "current": 1.2714}),),
    ),
    Sentence(
        "Yields on 10-year bonds rose five basis points to 2.31%.",
        "-",
        (Labelled("percentage_points", "up", {"points": 0.05, "current": 2.31}),),
    ),
    Sentence(
        "The Bank left rates unchanged at 0.5% by a vote of 8 to 1.",
        "-",
        (Labelled("stable", "flat", {"current": 0.5}),),
    ),
    Sentence("Manchester United won 3-1 in front of 75,000 fans.", "-", ()),
    Sentence("The jury voted 10 to 2 after 14 hours.", "-", ()),
    Sentence("The 2011 Act came into force on 1 April; section 12 sets a limit of 30 mph.", "-", ()),
    Sentence("Call 0800 123 456 or write to PO Box 1200.", "-", ()),
    Sentence("Page 14 of the report lists 27 recommendations.", "-", ()),
    Sentence("Room 101, 2nd floor, open 9-5.", "-", ()),
    Sentence("It is open to companies with fewer than 250 employees and turnover below £50m.", "-", ()),
    Sentence("The £4.2m scheme will be finished in 2021.", "-", ()),
    Sentence("The 41-storey tower will be 142 metres high.", "-", ()),
    Sentence("Trains will run every 15 minutes and seat 410.", "-", ()),
    Sentence("Anyone earning more than £50,000 must register.", "-", ()),
    Sentence("VAT is charged at 20%.", "-", ()),
    Sentence("The loan carries interest at LIBOR plus 1.75%.", "-", ()),
    Sentence("He was jailed for 14 years and fined £20,000.", "-", ()),
    Sentence("He bought 1,200 shares at 412p.", "-", ()),
    Sentence("The target is to answer 95% of calls within 30 seconds.", "-", ()),
    Sentence(
        "The minimum wage goes up from £7.20 to £7.50 an hour in April.",
        "-",
        (Labelled("from_to", "up", {"prior": 7.2, "current": 7.5}),),
    ),
    Sentence("About 1,300 jobs are at risk at the plant.", "-", (Labelled("level", "", {"current": 1_300}),)),
    Sentence("More than 40 people were hurt.", "-", (Labelled("level", "", {"current": 40}),)),
    # Long sentences.
    Sentence(
        "The Service attended 6,842 incidents during 2016/17, which is 311 more than the previous year, although the number of primary fires fell by 4.4% from 1,004 to 960.",
        "-",
        (
            Labelled("change", "up", {"change": 311}),
            Labelled("from_to", "down", {"percent": 4.4, "prior": 1_004, "current": 960}),
        ),
    ),
    Sentence(
        "Of the 960 fires, 41% were accidental, 38% deliberate and the remainder of unknown cause.",
        "-",
        (
            Labelled("share", "", {"percent": 41}),
            Labelled("share", "", {"percent": 38}),
        ),
    ),
    Sentence(
        "In Leeds, the rate was 14.2 per 1,000 population compared with 12.9 per 1,000 in England.",
        "-",
        (Labelled("rate", "up", {"prior": 12.9, "current": 14.2}),),
    ),
    Sentence(
        "The employment rate stood at 75.6%, up 0.3 percentage points on the quarter and 0.7 percentage points on the year.",
        "-",
        (
            Labelled("percentage_points", "up", {"points": 0.3, "current": 75.6}),
            Labelled("percentage_points", "up", {"points": 0.7}),
        ),
    ),
    Sentence(
        "There were 32.54 million people in work, 167,000 more than for June to August 2018 and 444,000 more than a year earlier.",
        "-",
        (
            Labelled("change", "up", {"change": 167_000}),
            Labelled("change", "up", {"change": 444_000}),
        ),
    ),
    Sentence(
        "Average weekly earnings increased by 3.4% excluding bonuses, and by 3.3% including bonuses, compared with a year earlier.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 3.4}),
            Labelled("percent_change", "up", {"percent": 3.3}),
        ),
    ),
    Sentence(
        "Sales in January rose 0.8 pct from December and 5.9 pct from January 1986.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 0.8}),
            Labelled("percent_change", "up", {"percent": 5.9}),
        ),
    ),
    Sentence(
        "Crude stocks fell 4.1 mln barrels to 336.2 mln in the week ended Feb 27 from a revised 340.3 mln.",
        "-",
        (Labelled("from_to", "down", {"change": 4_100_000, "prior": 340_300_000, "current": 336_200_000}),),
    ),
    Sentence(
        "It said the trade deficit widened to 1.4 billion crowns in February from a 900 mln deficit in January.",
        "-",
        (Labelled("from_to", "up", {"prior": 900_000_000, "current": 1_400_000_000}),),
    ),
    Sentence(
        "Group operating income fell to 412 mln marks from 580 mln, while turnover was virtually unchanged at 14.2 billion.",
        "-",
        (
            Labelled("from_to", "down", {"prior": 580_000_000, "current": 412_000_000}),
            Labelled("stable", "flat", {"current": 14_200_000_000}),
        ),
    ),
    Sentence(
        "The index, which has a base of 100 in 1980, stood at 122.4 in March, compared with 121.9 in February, giving a year-on-year rise of 3.5 pct.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 121.9, "current": 122.4}),
            Labelled("percent_change", "up", {"percent": 3.5}),
        ),
    ),
    Sentence(
        "Production of crude steel totalled 8.02 mln tonnes, down 5.3 pct on the month and 12.1 pct on the year.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 5.3}),
            Labelled("percent_change", "down", {"percent": 12.1}),
        ),
    ),
    Sentence(
        "Net asset value per share rose from 212.4p at the beginning of the year to 231.8p at its end.",
        "-",
        (Labelled("from_to", "up", {"prior": 212.4, "current": 231.8}),),
    ),
    Sentence(
        "Passenger traffic measured in revenue passenger kilometres grew by 9.5% and the passenger load factor was 76.2%, an improvement of 2.1 percentage points.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 9.5}),
            Labelled("percentage_points", "up", {"points": 2.1, "current": 76.2}),
        ),
    ),
    Sentence(
        "Consolidated net sales increased 16% to reach EUR 74.8 mn , while operating profit amounted to EUR 0.9 mn compared to a loss of EUR 0.7 mn in the prior year period .",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 16, "current": 74_800_000}),
            Labelled("from_to", "up", {"prior": 700_000, "current": 900_000}),
        ),
    ),
    Sentence(
        "The Baltic division accounted for 22.1 % of turnover , Russia for 14.3 % and Finland for the remaining 63.6 % .",
        "-",
        (
            Labelled("share", "", {"percent": 22.1}),
            Labelled("share", "", {"percent": 14.3}),
            Labelled("share", "", {"percent": 63.6}),
        ),
    ),
    Sentence(
        "The share of renewables in final energy consumption reached 17.5%, up from 8.5% in 2004.",
        "-",
        (Labelled("from_to", "up", {"prior": 8.5, "current": 17.5}),),
    ),
    Sentence(
        "Arrivals by air were 8.2 per cent higher at 41,204, whereas sea arrivals dropped 3.0 per cent to 12,880.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 8.2, "current": 41_204}),
            Labelled("percent_change", "down", {"percent": 3, "current": 12_880}),
        ),
    ),
    Sentence(
        "Of all visitors, 62.1 per cent came for holidays, 21.4 per cent to visit friends and relatives, and 9.8 per cent on business.",
        "-",
        (
            Labelled("share", "", {"percent": 62.1}),
            Labelled("share", "", {"percent": 21.4}),
            Labelled("share", "", {"percent": 9.8}),
        ),
    ),
    Sentence(
        "Holiday arrivals (12,204) made up 58.3 percent of the total.",
        "-",
        (Labelled("share", "", {"percent": 58.3}),),
    ),
    Sentence(
        "Fertility among women aged 15–19 dropped to 21.0 births per 1,000 from 24.3 a decade before.",
        "-",
        (Labelled("rate", "down", {"prior": 24.3, "current": 21}),),
    ),
    Sentence(
        "The dependency ratio declined from 61 to 54 over the decade.",
        "-",
        (Labelled("from_to", "down", {"prior": 61, "current": 54}),),
    ),
    Sentence(
        "The number of children in need at 31 March was 1,412, a rate of 312 per 10,000.",
        "-",
        (
            Labelled("level", "", {"current": 1_412}),
            Labelled("rate", "", {"current": 312}),
        ),
    ),
    Sentence(
        "Nationally the rate increased by 2% to 330.4 from 323.7 per 10,000.",
        "-",
        (Labelled("rate", "up", {"percent": 2, "prior": 323.7, "current": 330.4}),),
    ),
    Sentence(
        "Of those surveyed, 1 in 4 men and 1 in 5 women drank weekly.",
        "-",
        (
            Labelled("share", "", {"current": 1, "whole": 4}),
            Labelled("share", "", {"current": 1, "whole": 5}),
        ),
    ),
    Sentence(
        "Non-elective admissions have gone up by 2.9% year to date (3,412 additional spells).",
        "-",
        (Labelled("change", "up", {"change": 3_412, "percent": 2.9}),),
    ),
    Sentence(
        "Cancelled operations increased to 112 from 87, representing 1.4% of all elective activity.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 87, "current": 112}),
            Labelled("share", "", {"percent": 1.4}),
        ),
    ),
    Sentence(
        "Revenues from services rose by a third, while product sales halved.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 33.3333}),
            Labelled("multiplier", "down", {"factor": 0.5}),
        ),
    ),
    Sentence(
        "Same-store sales growth accelerated to 4.2% from 2.6% in the first half.",
        "-",
        (Labelled("from_to", "up", {"prior": 2.6, "current": 4.2}),),
    ),
    Sentence(
        "Wall Street ended mixed: the Dow lost 0.2% and the Nasdaq added 0.4%.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 0.2}),
            Labelled("percent_change", "up", {"percent": 0.4}),
        ),
    ),
    Sentence(
        "The euro bought $1.3012, compared with $1.2958 late on Monday.",
        "-",
        (Labelled("from_to", "up", {"prior": 1.2958, "current": 1.3012}),),
    ),
    Sentence(
        "She took 41.2% of the vote to her rival's 38.9%.",
        "-",
        (
            Labelled("share", "", {"percent": 41.2}),
            Labelled("share", "", {"percent": 38.9}),
        ),
    ),
    Sentence(
        "The charity helped 3,140 families, nearly twice as many as in 2016 (1,620).",
        "-",
        (Labelled("multiplier", "up", {"factor": 2}),),
    ),
    Sentence(
        "Permits issued: 412 (2017: 388).", "-", (Labelled("from_to", "up", {"prior": 388, "current": 412}),)
    ),
    # Police, figures in brackets, filings, health, councils.
    Sentence(
        "Knife crime rose 7% to 44,076 offences, with robbery accounting for 43% of them.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 7, "current": 44_076}),
            Labelled("share", "", {"percent": 43}),
        ),
    ),
    Sentence(
        "Overall satisfaction with the police was 78% in 2018/19; in 2017/18 it was 81%.",
        "-",
        (Labelled("from_to", "down", {"prior": 81, "current": 78}),),
    ),
    Sentence(
        "Recorded fraud increased from 1,104 to 1,410 offences, a 28% increase, and cyber fraud by 41%.",
        "-",
        (
            Labelled("from_to", "up", {"percent": 28, "prior": 1_104, "current": 1_410}),
            Labelled("percent_change", "up", {"percent": 41}),
        ),
    ),
    Sentence(
        "Anti-social behaviour incidents were down by 1,311 on the same period last year, equating to a 14.2% reduction.",
        "-",
        (Labelled("change", "down", {"change": 1_311, "percent": 14.2}),),
    ),
    Sentence(
        "The number of looked-after children increased by 5 to 312.",
        "-",
        (Labelled("change", "up", {"change": 5, "current": 312}),),
    ),
    Sentence(
        "Nine out of 10 appeals were rejected.", "-", (Labelled("share", "", {"current": 9, "whole": 10}),)
    ),
    Sentence(
        "Complaints about noise have dropped by 40 since April.",
        "-",
        (Labelled("change", "down", {"change": 40}),),
    ),
    Sentence(
        "Gas sales volumes contracted 4.4 per cent to 3.1 bcm.",
        "-",
        (Labelled("percent_change", "down", {"percent": 4.4}),),
    ),
    Sentence(
        "The net loss narrowed to SEK 12 million from SEK 31 million a year ago.",
        "-",
        (Labelled("from_to", "down", {"prior": 31_000_000, "current": 12_000_000}),),
    ),
    Sentence(
        "Net revenue came to PLN 412.6 million, up 9.7% y/y.",
        "-",
        (Labelled("percent_change", "up", {"percent": 9.7}),),
    ),
    Sentence(
        "EBIT margin was 6.1% (5.4).", "-", (Labelled("from_to", "up", {"prior": 5.4, "current": 6.1}),)
    ),
    Sentence(
        "Order bookings amounted to SEK 2,412 M (2,166), corresponding to an increase of 11 percent.",
        "-",
        (Labelled("from_to", "up", {"percent": 11, "prior": 2_166_000_000, "current": 2_412_000_000}),),
    ),
    Sentence(
        "Cash flow after investments was SEK -112 M (-45).",
        "-",
        (Labelled("from_to", "down", {"prior": 45_000_000, "current": 112_000_000}),),
    ),
    Sentence(
        "The average number of employees was 1,204 (1,188) during the period.",
        "-",
        (Labelled("from_to", "up", {"prior": 1_188, "current": 1_204}),),
    ),
    Sentence(
        "Operating profit before depreciation was DKK 214m against DKK 187m in Q1 2012.",
        "-",
        (Labelled("from_to", "up", {"prior": 187_000_000, "current": 214_000_000}),),
    ),
    Sentence(
        "Return on equity was 14.1 per cent, compared to 12.9 per cent.",
        "-",
        (Labelled("from_to", "up", {"prior": 12.9, "current": 14.1}),),
    ),
    Sentence(
        "Gross margin improved by 1.3 percentage points to 38.9 percent from 37.6 percent in 2009.",
        "-",
        (Labelled("percentage_points", "up", {"points": 1.3, "prior": 37.6, "current": 38.9}),),
    ),
    Sentence(
        "Comparable operating profit rose to EUR 81.2 million (76.5), which is 10.4 per cent (10.1) of net sales.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 76_500_000, "current": 81_200_000}),
            Labelled("from_to", "up", {"prior": 10.1, "current": 10.4}),
        ),
    ),
    Sentence(
        "Total assets grew by 3.2% to HK$14,212 million.",
        "-",
        (Labelled("percent_change", "up", {"percent": 3.2, "current": 14_212_000_000}),),
    ),
    Sentence(
        "The Group recorded a loss of RMB41.2 million, as compared with a profit of RMB12.8 million for 2015.",
        "-",
        (Labelled("from_to", "down", {"prior": 12_800_000, "current": 41_200_000}),),
    ),
    Sentence(
        "Inventory turnover days decreased from 88 days to 74 days.",
        "-",
        (Labelled("from_to", "down", {"prior": 88, "current": 74}),),
    ),
    Sentence(
        "Basic earnings per share amounted to RMB0.31 (2015: RMB0.27).",
        "-",
        (Labelled("from_to", "up", {"prior": 0.27, "current": 0.31}),),
    ),
    Sentence(
        "Revenue from operations stood at ₹ 4,312.5 crore against ₹ 3,988.1 crore last year, a growth of 8.1%.",
        "-",
        (Labelled("from_to", "up", {"percent": 8.1, "prior": 39_881_000_000, "current": 43_125_000_000}),),
    ),
    Sentence("Exports stood at 14% of turnover.", "-", (Labelled("share", "", {"percent": 14}),)),
    Sentence(
        "Capacity utilisation improved to 87% as compared to 79% in the previous year.",
        "-",
        (Labelled("from_to", "up", {"prior": 79, "current": 87}),),
    ),
    Sentence(
        "Advances rose by 16.2% to reach Rs. 2,14,512 crore.",
        "-",
        (Labelled("percent_change", "up", {"percent": 16.2}),),
    ),
    Sentence(
        "Other income was down 22.4% at Rs 18.2 crore.",
        "-",
        (Labelled("percent_change", "down", {"percent": 22.4}),),
    ),
    Sentence(
        "Net income attributable to common stockholders was $41.2 million, or $1.02 per diluted share, compared to $36.9 million, or $0.91 per diluted share.",
        "-",
        (Labelled("from_to", "up", {"prior": 36_900_000, "current": 41_200_000}),),
    ),
    Sentence(
        "General and administrative costs as a percent of sales were 12.1% compared to 12.8% in 2018.",
        "-",
        (Labelled("from_to", "down", {"prior": 12.8, "current": 12.1}),),
    ),
    Sentence(
        "Loan originations were $312.4 million for the quarter, up $41.8 million, or 15.4%, from $270.6 million.",
        "-",
        (
            Labelled(
                "from_to",
                "up",
                {"change": 41_800_000, "percent": 15.4, "prior": 270_600_000, "current": 312_400_000},
            ),
        ),
    ),
    Sentence(
        "We ended the year with 1,104 stores, a net increase of 38.",
        "-",
        (Labelled("change", "up", {"change": 38}),),
    ),
    Sentence(
        "Foreign currency reduced sales by approximately 2%.",
        "-",
        (Labelled("percent_change", "down", {"percent": 2}),),
    ),
    Sentence(
        "Research and development expenses were flat at $14.2 million.",
        "-",
        (Labelled("stable", "flat", {"current": 14_200_000}),),
    ),
    Sentence(
        "Deposits increased $120 million, or 4%, since year end.",
        "-",
        (Labelled("change", "up", {"change": 120_000_000, "percent": 4}),),
    ),
    Sentence(
        "The segment contributed 34% of revenue and 51% of operating income.",
        "-",
        (
            Labelled("share", "", {"percent": 34}),
            Labelled("share", "", {"percent": 51}),
        ),
    ),
    Sentence(
        "Immunisation coverage at 24 months was 94.1%, down slightly from 94.4%.",
        "-",
        (Labelled("from_to", "down", {"prior": 94.4, "current": 94.1}),),
    ),
    Sentence(
        "Life expectancy for women rose by 0.2 years to 83.1 years.",
        "-",
        (Labelled("change", "up", {"change": 0.2, "current": 83.1}),),
    ),
    Sentence(
        "Under-18 conceptions fell to 18.8 per 1,000 in 2016, a 10% reduction on the previous year.",
        "-",
        (Labelled("rate", "down", {"percent": 10, "current": 18.8}),),
    ),
    Sentence("Two in five GPs (41%) plan to quit.", "-", (Labelled("share", "", {"percent": 41}),)),
    Sentence(
        "Cases are up two-thirds on last week.",
        "-",
        (Labelled("percent_change", "up", {"percent": 66.6667}),),
    ),
    Sentence(
        "Waiting times have gone from 6 weeks to 11 weeks.",
        "-",
        (Labelled("from_to", "up", {"prior": 6, "current": 11}),),
    ),
    Sentence(
        "Some 4,100 homes, or 12% of the stock, failed the standard.",
        "-",
        (Labelled("share", "", {"percent": 12, "current": 4_100}),),
    ),
    Sentence(
        "The council spent £14.2m on placements, £1.1m more than planned.",
        "-",
        (Labelled("change", "up", {"change": 1_100_000}),),
    ),
    Sentence(
        "Business rates income was £41.2 million; this was £0.7 million less than in 2015/16.",
        "-",
        (Labelled("change", "down", {"change": 700_000}),),
    ),
    Sentence(
        "The population density is 412 people per square kilometre.",
        "-",
        (Labelled("rate", "", {"current": 412}),),
    ),
    Sentence(
        "Tourism employs one in every 11 workers.", "-", (Labelled("share", "", {"current": 1, "whole": 11}),)
    ),
    Sentence(
        "Visitor spend per head was $1,204, a 3.1% fall.",
        "-",
        (Labelled("percent_change", "down", {"percent": 3.1}),),
    ),
    Sentence(
        "Bed occupancy: 61.2 per cent (2012: 58.8 per cent).",
        "-",
        (Labelled("from_to", "up", {"prior": 58.8, "current": 61.2}),),
    ),
    # Officers to wire services.
    Sentence(
        "Ambulance crews responded to 71.2% of the most urgent calls within eight minutes, missing the 75% target.",
        "-",
        (Labelled("share", "", {"percent": 71.2}),),
    ),
    Sentence(
        "The number of people sleeping rough was 4,751 in autumn 2017, up 617 (15%) from 4,134 in autumn 2016.",
        "-",
        (Labelled("from_to", "up", {"change": 617, "percent": 15, "prior": 4_134, "current": 4_751}),),
    ),
    Sentence(
        "There are 1,204 officers, 41 fewer than a year ago and the smallest number since 2003.",
        "-",
        (Labelled("change", "down", {"change": 41, "current": 1_204}),),
    ),
    Sentence(
        "Deaths from drug poisoning reached 4,359, the highest since records began.",
        "-",
        (Labelled("level", "", {"current": 4_359}),),
    ),
    Sentence(
        "Twelve per cent of pupils received support, compared with 11.6 per cent in 2017.",
        "-",
        (Labelled("from_to", "up", {"prior": 11.6, "current": 12}),),
    ),
    Sentence(
        "Over the period exports grew by an average of 3.2 per cent a year.",
        "-",
        (Labelled("percent_change", "up", {"percent": 3.2}),),
    ),
    Sentence(
        "Fuel costs now make up 28% of operating expenses, against 21% a year ago.",
        "-",
        (Labelled("from_to", "up", {"prior": 21, "current": 28}),),
    ),
    Sentence(
        "A survey of 2,000 adults found 63% had not heard of the scheme.",
        "-",
        (Labelled("share", "", {"percent": 63}),),
    ),
    Sentence(
        "The estimated number of crimes fell 14% from 6.2 million to 5.3 million.",
        "-",
        (Labelled("from_to", "down", {"percent": 14, "prior": 6_200_000, "current": 5_300_000}),),
    ),
    Sentence(
        "Fewer than one in ten (8%) victims were offered mediation.",
        "-",
        (Labelled("share", "", {"percent": 8}),),
    ),
    Sentence(
        "Cigarette consumption dropped from an average of 12.1 to 10.9 a day.",
        "-",
        (Labelled("rate", "down", {"prior": 12.1, "current": 10.9}),),
    ),
    Sentence(
        "Net cash used in investing activities was $14.2 million in 2019 as compared to $21.8 million in 2018.",
        "-",
        (Labelled("from_to", "down", {"prior": 21_800_000, "current": 14_200_000}),),
    ),
    Sentence(
        "Revenue decreased 3% as reported and increased 1% in constant currency.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 3}),
            Labelled("percent_change", "up", {"percent": 1}),
        ),
    ),
    Sentence(
        "Excluding the 53rd week, sales rose 2.2% to $4.12 billion from $4.03 billion.",
        "-",
        (Labelled("from_to", "up", {"percent": 2.2, "prior": 4_030_000_000, "current": 4_120_000_000}),),
    ),
    Sentence(
        "Gross profit rate was 28.4%, 30 basis points better than last year.",
        "-",
        (Labelled("percentage_points", "up", {"points": 0.3, "current": 28.4}),),
    ),
    Sentence(
        "Inventories were $612 million at quarter end, 6% higher than the prior year.",
        "-",
        (Labelled("percent_change", "up", {"percent": 6}),),
    ),
    Sentence(
        "Approximately 41% of our employees are covered by collective agreements.",
        "-",
        (Labelled("share", "", {"percent": 41}),),
    ),
    Sentence(
        "The weighted average interest rate fell to 3.12% from 3.41%.",
        "-",
        (Labelled("from_to", "down", {"prior": 3.41, "current": 3.12}),),
    ),
    Sentence(
        "The company expects net sales to grow by 5-7 % in 2011 .",
        "-",
        (Labelled("percent_change", "up", {"percent_range": (5, 7)}),),
    ),
    Sentence(
        "The personnel will be reduced by 120 , of which 45 in Sweden .",
        "-",
        (Labelled("change", "down", {"change": 120}),),
    ),
    Sentence(
        "Pretax profit totalled EUR 9.0 mn , down from EUR 36.3 mn in 2007 , and net sales fell 12 % .",
        "-",
        (
            Labelled("from_to", "down", {"prior": 36_300_000, "current": 9_000_000}),
            Labelled("percent_change", "down", {"percent": 12}),
        ),
    ),
    Sentence(
        "Its share price rose by EUR 0.14 to EUR 4.62 .",
        "-",
        (Labelled("change", "up", {"change": 0.14, "current": 4.62}),),
    ),
    Sentence(
        "The number of magazine subscribers has dropped by 14,000 to 212,000 , i.e. 6 % .",
        "-",
        (Labelled("change", "down", {"change": 14_000, "percent": 6, "current": 212_000}),),
    ),
    Sentence(
        "The deal covers 34 buses for Helsinki and its value exceeds EUR 8 mn .",
        "-",
        (Labelled("level", "", {"current": 8_000_000}),),
    ),
    Sentence(
        "French consumer prices rose 0.2 pct in February after 0.9 pct in January, giving a year-on-year increase of 3.4 pct, against 3.0 pct.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 0.2}),
            Labelled("percent_change", "up", {"percent": 0.9}),
            Labelled("percent_change", "up", {"percent": 3.4}),
            Labelled("percent_change", "up", {"percent": 3}),
        ),
    ),
    Sentence(
        "Shr profit 14 cts vs loss 22 cts. Net profit 1.1 mln vs loss 1.8 mln. Revs 12.4 mln vs 13.0 mln.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 22, "current": 14}),
            Labelled("from_to", "up", {"prior": 1_800_000, "current": 1_100_000}),
            Labelled("from_to", "down", {"prior": 13_000_000, "current": 12_400_000}),
        ),
    ),
    Sentence(
        "The U.S. Agriculture Department put stocks at 1.92 billion bushels, compared with 1.84 billion last month.",
        "-",
        (Labelled("from_to", "up", {"prior": 1_840_000_000, "current": 1_920_000_000}),),
    ),
    Sentence(
        "Analysts had forecast a fall of 0.3%.", "-", (Labelled("percent_change", "down", {"percent": 0.3}),)
    ),
    Sentence(
        "Car output slipped 2.1 pct to 341,000 units in the month, but was 6.3 pct up on the same month of 1986.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 2.1, "current": 341_000}),
            Labelled("percent_change", "up", {"percent": 6.3}),
        ),
    ),
    Sentence(
        "It lifted its stake to 14.2 pct from 9.8 pct.",
        "-",
        (Labelled("from_to", "up", {"prior": 9.8, "current": 14.2}),),
    ),
    Sentence(
        "The group holds 6.1 mln shares, or 14.2 pct, of the company.",
        "-",
        (Labelled("share", "", {"percent": 14.2}),),
    ),
    Sentence(
        "Annualised inflation was running at 12.4 pct, down from 15.1 pct.",
        "-",
        (Labelled("from_to", "down", {"prior": 15.1, "current": 12.4}),),
    ),
    Sentence(
        "The current account swung to a surplus of 1.2 billion dlrs from a deficit of 600 mln.",
        "-",
        (Labelled("from_to", "up", {"prior": 600_000_000, "current": 1_200_000_000}),),
    ),
    Sentence(
        "Turkey's imports climbed by a quarter in value.",
        "-",
        (Labelled("percent_change", "up", {"percent": 25}),),
    ),
    Sentence(
        "The rouble has lost 8% of its value since June.",
        "-",
        (Labelled("percent_change", "down", {"percent": 8}),),
    ),
    Sentence(
        "About 6,000 fewer homes were built than in 2016.",
        "-",
        (Labelled("change", "down", {"change": 6_000}),),
    ),
    Sentence(
        "Average daily admissions were 112, compared with 104 the previous week.",
        "-",
        (Labelled("rate", "up", {"prior": 104, "current": 112}),),
    ),
    # Councils, crime, visitors, population.
    Sentence(
        "Residents complained 214 times about potholes, up from 180.",
        "-",
        (Labelled("from_to", "up", {"prior": 180, "current": 214}),),
    ),
    Sentence(
        "The council answered 83.4% of Freedom of Information requests on time (2014: 79.9%).",
        "-",
        (Labelled("from_to", "up", {"prior": 79.9, "current": 83.4}),),
    ),
    Sentence(
        "The number of empty homes has fallen by a third in five years, from 1,812 to 1,204.",
        "-",
        (Labelled("from_to", "down", {"percent": 33.3333, "prior": 1_812, "current": 1_204}),),
    ),
    Sentence(
        "Missed bins: 31 per 100,000 collections, down from 44.",
        "-",
        (Labelled("rate", "down", {"prior": 44, "current": 31}),),
    ),
    Sentence(
        "Staff turnover has remained stable at around 11%.",
        "-",
        (Labelled("stable", "flat", {"current": 11}),),
    ),
    Sentence(
        "Planning income was down £120,000, or 9%, on budget.",
        "-",
        (Labelled("change", "down", {"change": 120_000, "percent": 9}),),
    ),
    Sentence("The road will be closed from 9.30am to 4pm between 12 and 16 March.", "-", ()),
    Sentence("Councillors voted 24 to 18 in favour.", "-", ()),
    Sentence("The 4.2-acre site lies 3 miles north of the A46.", "-", ()),
    Sentence("Band D council tax is £1,612.", "-", (Labelled("level", "", {"current": 1_612}),)),
    Sentence("The library is open 42 hours a week.", "-", ()),
    Sentence("Grants of up to £5,000 are available.", "-", ()),
    Sentence("More than 300 people attended the event.", "-", (Labelled("level", "", {"current": 300}),)),
    Sentence(
        "Vehicle theft accounted for just under 8% of all recorded crime.",
        "-",
        (Labelled("share", "", {"percent": 8}),),
    ),
    Sentence(
        "There has been a 31% reduction in repeat victims since the scheme began.",
        "-",
        (Labelled("percent_change", "down", {"percent": 31}),),
    ),
    Sentence(
        "Burglary dwelling detections improved by 2.4 percentage points from 11.2% to 13.6%.",
        "-",
        (Labelled("percentage_points", "up", {"points": 2.4, "prior": 11.2, "current": 13.6}),),
    ),
    Sentence(
        "Sickness days lost per officer dropped from 9.4 to 8.1.",
        "-",
        (Labelled("from_to", "down", {"prior": 9.4, "current": 8.1}),),
    ),
    Sentence(
        "Domestic abuse crimes now account for 14% of total crime, up from 11% in 2015.",
        "-",
        (Labelled("from_to", "up", {"prior": 11, "current": 14}),),
    ),
    Sentence(
        "The proportion of calls answered in 10 seconds fell to 88.4%, 1.6 percentage points below target.",
        "-",
        (Labelled("percentage_points", "down", {"points": 1.6, "current": 88.4}),),
    ),
    Sentence(
        "Hate crimes rose to 1,204 (up 17%).",
        "-",
        (Labelled("percent_change", "up", {"percent": 17, "current": 1_204}),),
    ),
    Sentence(
        "Rape offences increased 22% (n=41).", "-", (Labelled("percent_change", "up", {"percent": 22}),)
    ),
    Sentence(
        "In total 1,412 people were arrested; 38% were charged.",
        "-",
        (
            Labelled("level", "", {"current": 1_412}),
            Labelled("share", "", {"percent": 38}),
        ),
    ),
    Sentence(
        "Seizures of cannabis fell to 112,000, a decrease of 6%, whereas cocaine seizures rose by 12% to 20,100.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 6, "current": 112_000}),
            Labelled("percent_change", "up", {"percent": 12, "current": 20_100}),
        ),
    ),
    Sentence("The homicide rate was 1.2 per 100,000 people.", "-", (Labelled("rate", "", {"current": 1.2}),)),
    Sentence(
        "One in 12 adults had been a victim.", "-", (Labelled("share", "", {"current": 1, "whole": 12}),)
    ),
    Sentence("Male prisoners outnumbered women by 20 to one.", "-", ()),
    Sentence(
        "The prison population stood at 84,304 on 30 June 2018, a 2% decrease from a year earlier.",
        "-",
        (Labelled("percent_change", "down", {"percent": 2, "current": 84_304}),),
    ),
    Sentence(
        "The number of self-harm incidents reached a record high of 46,859, up 16%.",
        "-",
        (Labelled("percent_change", "up", {"percent": 16, "current": 46_859}),),
    ),
    Sentence(
        "Median house price rose 5.1% to $715,000 in May 2019 from $680,000 in May 2018.",
        "-",
        (Labelled("from_to", "up", {"percent": 5.1, "prior": 680_000, "current": 715_000}),),
    ),
    Sentence(
        "Rents in Wellington were up $20 to $520 a week.",
        "-",
        (Labelled("change", "up", {"change": 20, "current": 520}),),
    ),
    Sentence(
        "There were 1.1 million short-term visitors, 41,200 more than the year before.",
        "-",
        (Labelled("change", "up", {"change": 41_200}),),
    ),
    Sentence("Departures exceeded arrivals by 4,100.", "-", ()),
    Sentence(
        "International visitor arrivals decreased by 12.4% for the month of March to 14,512 when compared to 16,566 in the same month of 2016.",
        "-",
        (Labelled("from_to", "down", {"percent": 12.4, "prior": 16_566, "current": 14_512}),),
    ),
    Sentence(
        "Of the total arrivals, Australians made up 38.4% while New Zealanders constituted 11.0%.",
        "-",
        (
            Labelled("share", "", {"percent": 38.4}),
            Labelled("share", "", {"percent": 11}),
        ),
    ),
    Sentence("The average intended length of stay was 9 days.", "-", ()),
    Sentence(
        "Guest nights fell 3.2% compared with August 2017 to 2.1 million.",
        "-",
        (Labelled("percent_change", "down", {"percent": 3.2, "current": 2_100_000}),),
    ),
    Sentence(
        "Infant deaths dropped by 14, from 212 to 198.",
        "-",
        (Labelled("from_to", "down", {"change": 14, "prior": 212, "current": 198}),),
    ),
    Sentence(
        "The sex ratio at birth was 105 boys per 100 girls.", "-", (Labelled("rate", "", {"current": 105}),)
    ),
    Sentence(
        "Some 14.2 percent of the population was aged 65 or over, compared with 12.1 percent in 2001.",
        "-",
        (Labelled("from_to", "up", {"prior": 12.1, "current": 14.2}),),
    ),
    Sentence(
        "Household size declined slightly from 2.9 to 2.7 persons.",
        "-",
        (Labelled("from_to", "down", {"prior": 2.9, "current": 2.7}),),
    ),
    Sentence(
        "Literacy rates improved from 91 to 94 per cent.",
        "-",
        (Labelled("from_to", "up", {"prior": 91, "current": 94}),),
    ),
    Sentence("Remittances were equivalent to 8.2% of GDP.", "-", (Labelled("share", "", {"percent": 8.2}),)),
    Sentence(
        "Public debt rose to 61.2 percent of GDP from 58.4 percent.",
        "-",
        (Labelled("from_to", "up", {"prior": 58.4, "current": 61.2}),),
    ),
    Sentence(
        "The Reserve Bank cut the cash rate by 25 basis points to 1.25%.",
        "-",
        (Labelled("percentage_points", "down", {"points": 0.25, "current": 1.25}),),
    ),
    Sentence(
        "Remuneration of the chief executive was $1.2 million (FY17: $1.1 million).",
        "-",
        (Labelled("from_to", "up", {"prior": 1_100_000, "current": 1_200_000}),),
    ),
    Sentence(
        "Our scope 1 emissions were 14,212 tonnes of CO2e, 8% lower than in the base year.",
        "-",
        (Labelled("percent_change", "down", {"percent": 8}),),
    ),
    Sentence(
        "Women hold 34% of senior roles (2018: 31%).",
        "-",
        (Labelled("from_to", "up", {"prior": 31, "current": 34}),),
    ),
    Sentence(
        "The lost-time injury rate improved to 0.31 from 0.38.",
        "-",
        (Labelled("from_to", "down", {"prior": 0.38, "current": 0.31}),),
    ),
    # News, releases, health, visitors.
    Sentence(
        "Retail footfall declined 4.9% in the month, worse than the three-month average fall of 2.7%.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 4.9}),
            Labelled("percent_change", "down", {"percent": 2.7}),
        ),
    ),
    Sentence(
        "The airline flew 6.4 million passengers in June, against 6.1 million in June last year.",
        "-",
        (Labelled("from_to", "up", {"prior": 6_100_000, "current": 6_400_000}),),
    ),
    Sentence(
        "Adjusted profit more than doubled to $84m, from $39m a year before, on revenue up 14% at $612m.",
        "-",
        (
            Labelled("multiplier", "up", {"factor": 2, "prior": 39_000_000, "current": 84_000_000}),
            Labelled("percent_change", "up", {"percent": 14, "current": 612_000_000}),
        ),
    ),
    Sentence(
        "Its market share has fallen by 1.2 percentage points to 27.4%.",
        "-",
        (Labelled("percentage_points", "down", {"points": 1.2, "current": 27.4}),),
    ),
    Sentence(
        "Beer volumes were down 3% and spirits 5%.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 3}),
            Labelled("percent_change", "down", {"percent": 5}),
        ),
    ),
    Sentence(
        "Bank lending to companies shrank by £2.1bn in May after growing by £0.4bn in April.",
        "-",
        (
            Labelled("change", "down", {"change": 2_100_000_000}),
            Labelled("change", "up", {"change": 400_000_000}),
        ),
    ),
    Sentence(
        "First-half profit slumped 71%, to £4.1m.",
        "-",
        (Labelled("percent_change", "down", {"percent": 71, "current": 4_100_000}),),
    ),
    Sentence(
        "Net new subscribers were 412,000, ahead of the 380,000 analysts had expected.",
        "-",
        (Labelled("from_to", "up", {"prior": 380_000, "current": 412_000}),),
    ),
    Sentence(
        "Some 38% of firms raised prices, the most since 2008; 4% cut them.",
        "-",
        (
            Labelled("share", "", {"percent": 38}),
            Labelled("share", "", {"percent": 4}),
        ),
    ),
    Sentence(
        "The gap has narrowed to 9.1 percentage points from 10.4 points in 2011.",
        "-",
        (Labelled("from_to", "down", {"prior": 10.4, "current": 9.1}),),
    ),
    Sentence(
        "He said output could fall by as much as 10 pct this year.",
        "-",
        (Labelled("percent_change", "down", {"percent": 10}),),
    ),
    Sentence(
        "Coffee exports in the first nine months were 4.12 mln bags vs 4.40 mln a year ago.",
        "-",
        (Labelled("from_to", "down", {"prior": 4_400_000, "current": 4_120_000}),),
    ),
    Sentence(
        "Bundesbank reserves rose 400 mln marks to 94.2 billion.",
        "-",
        (Labelled("change", "up", {"change": 400_000_000, "current": 94_200_000_000}),),
    ),
    Sentence(
        "The board proposes a dividend of EUR 0.50 per share ( EUR 0.45 ) .",
        "-",
        (Labelled("from_to", "up", {"prior": 0.45, "current": 0.5}),),
    ),
    Sentence(
        "In the first quarter net sales totalled EUR 127 mn , up 1.0 % from EUR 126 mn for the whole of last year 's quarter .",
        "-",
        (Labelled("from_to", "up", {"percent": 1, "prior": 126_000_000, "current": 127_000_000}),),
    ),
    Sentence(
        "Operating margin rose to 6.4 % from 5.8 % and ROI to 13.1 % from 11.9 % .",
        "-",
        (
            Labelled("from_to", "up", {"prior": 5.8, "current": 6.4}),
            Labelled("from_to", "up", {"prior": 11.9, "current": 13.1}),
        ),
    ),
    Sentence(
        "Scanfil 's EBIT margin decreased to 7.6 % , compared to 10.1 % in the previous year .",
        "-",
        (Labelled("from_to", "down", {"prior": 10.1, "current": 7.6}),),
    ),
    Sentence(
        "Employee numbers decreased by 12 % from 2,412 to 2,118 .",
        "-",
        (Labelled("from_to", "down", {"percent": 12, "prior": 2_412, "current": 2_118}),),
    ),
    Sentence("The gross area is 12,800 sq m and the building has 9 floors .", "-", ()),
    Sentence(
        "Overdue repairs were reduced from 1,412 in April to 612 in September, a 57% improvement.",
        "-",
        (Labelled("from_to", "down", {"percent": 57, "prior": 1_412, "current": 612}),),
    ),
    Sentence(
        "There were 41 fewer deaths in 2017 than in 2016, a fall of 3%.",
        "-",
        (Labelled("change", "down", {"change": 41, "percent": 3}),),
    ),
    Sentence(
        "The fraction of households with broadband climbed from 61% to 80% between 2007 and 2013.",
        "-",
        (Labelled("from_to", "up", {"prior": 61, "current": 80}),),
    ),
    Sentence(
        "Around 14% of adults smoked in 2019, a drop of almost 6 percentage points since 2011.",
        "-",
        (Labelled("percentage_points", "down", {"points": 6, "current": 14}),),
    ),
    Sentence(
        "Screening uptake improved, from 51.2% to 54.8% for men and from 58.1% to 60.9% for women.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 51.2, "current": 54.8}),
            Labelled("from_to", "up", {"prior": 58.1, "current": 60.9}),
        ),
    ),
    Sentence(
        "The number of GPs fell 1.6% to 34,100, while practice nurses rose 0.9% to 16,300.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 1.6, "current": 34_100}),
            Labelled("percent_change", "up", {"percent": 0.9, "current": 16_300}),
        ),
    ),
    Sentence(
        "Prescription costs fell by £31 million (2.1%), from £1.48 billion to £1.45 billion.",
        "-",
        (
            Labelled(
                "from_to",
                "down",
                {"change": 31_000_000, "percent": 2.1, "prior": 1_480_000_000, "current": 1_450_000_000},
            ),
        ),
    ),
    Sentence(
        "The average price per item was £7.92, a decrease of 14p.",
        "-",
        (Labelled("change", "down", {"change": 0.14, "current": 7.92}),),
    ),
    Sentence(
        "Only 12 of 41 recommendations have been implemented.",
        "-",
        (Labelled("share", "", {"current": 12, "whole": 41}),),
    ),
    Sentence(
        "Emergency readmissions within 30 days stood at 8.2%, a slight improvement on 8.4%.",
        "-",
        (Labelled("from_to", "down", {"prior": 8.4, "current": 8.2}),),
    ),
    Sentence(
        "Tourism receipts amounted to US$412.6 million, representing 18% of GDP.",
        "-",
        (Labelled("share", "", {"percent": 18}),),
    ),
    Sentence(
        "Visitors by sea totalled 41,212, which is 3,412 or 9.0% more than last year.",
        "-",
        (Labelled("change", "up", {"change": 3_412, "percent": 9}),),
    ),
    Sentence(
        "Arrivals from Japan more than halved to 1,212 from 2,604.",
        "-",
        (Labelled("multiplier", "down", {"factor": 0.5, "prior": 2_604, "current": 1_212}),),
    ),
    Sentence(
        "Natural increase contributed 31% of growth; net migration made up the other 69%.",
        "-",
        (
            Labelled("share", "", {"percent": 31}),
            Labelled("share", "", {"percent": 69}),
        ),
    ),
    Sentence(
        "The working-age population will shrink by 1.2 million by 2035.",
        "-",
        (Labelled("change", "down", {"change": 1_200_000}),),
    ),
    Sentence(
        "In 1971 the average family had 4.1 children; by 2011 this had fallen to 2.4.",
        "-",
        (Labelled("from_to", "down", {"prior": 4.1, "current": 2.4}),),
    ),
    Sentence(
        "Crude oil imports were 18% lower in value but 4% higher in volume.",
        "-",
        (
            Labelled("percent_change", "down", {"percent": 18}),
            Labelled("percent_change", "up", {"percent": 4}),
        ),
    ),
    Sentence(
        "Net finance costs reduced from £12.9m to £11.4m owing to a 40bp fall in rates.",
        "-",
        (
            Labelled("from_to", "down", {"prior": 12_900_000, "current": 11_400_000}),
            Labelled("percentage_points", "down", {"points": 0.4}),
        ),
    ),
    Sentence(
        "Free cash flow was £61m (FY18: £74m), down 18%.",
        "-",
        (Labelled("from_to", "down", {"percent": 18, "prior": 74_000_000, "current": 61_000_000}),),
    ),
    Sentence(
        "Customer numbers grew 2% to 4.12 million (30 June 2018: 4.04 million).",
        "-",
        (Labelled("from_to", "up", {"percent": 2, "prior": 4_040_000, "current": 4_120_000}),),
    ),
    Sentence(
        "Employee engagement was 78% (2017: 74%), four percentage points higher.",
        "-",
        (Labelled("percentage_points", "up", {"points": 4, "prior": 74, "current": 78}),),
    ),
    Sentence(
        "Dividend per share of 12.4p is up 5% on the prior year (11.8p).",
        "-",
        (Labelled("from_to", "up", {"percent": 5, "prior": 11.8, "current": 12.4}),),
    ),
    # Several figures of one subject, on different bases.
    Sentence(
        "Sales rose 4% to £104m, with online sales up 21% to £31m from £26m.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 4, "current": 104_000_000}),
            Labelled("from_to", "up", {"percent": 21, "prior": 26_000_000, "current": 31_000_000}),
        ),
    ),
    Sentence(
        "Arrests rose from 212 to 240, a 13% increase on 2016 and 31% above the level of 2012.",
        "-",
        (
            Labelled("from_to", "up", {"percent": 13, "prior": 212, "current": 240}),
            Labelled("percent_change", "up", {"percent": 31}),
        ),
    ),
    Sentence(
        "There were 1,412 thefts, a decrease of 212 on the previous quarter and an increase of 4% on the same quarter last year.",
        "-",
        (
            Labelled("change", "down", {"change": 212}),
            Labelled("percent_change", "up", {"percent": 4}),
        ),
    ),
    Sentence(
        "Net profit rose 12% to 41 mln, or 2.05 a share, from 36.6 mln, or 1.83 a share.",
        "-",
        (Labelled("from_to", "up", {"percent": 12, "prior": 36_600_000, "current": 41_000_000}),),
    ),
    Sentence(
        "The total went from 412 in 2014 to 380 in 2015, and the rate per 1,000 fell by 9.1%.",
        "-",
        (
            Labelled("from_to", "down", {"prior": 412, "current": 380}),
            Labelled("percent_change", "down", {"percent": 9.1}),
        ),
    ),
    Sentence(
        "Profit rose by a third to £40m (£30m), a record.",
        "-",
        (Labelled("from_to", "up", {"percent": 33.3333, "prior": 30_000_000, "current": 40_000_000}),),
    ),
    Sentence(
        "Income was £14.1m, 6% up on budget and 4% down on the £14.7m received last year.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 6, "current": 14_100_000}),
            Labelled("from_to", "down", {"percent": 4, "prior": 14_700_000, "current": 14_100_000}),
        ),
    ),
    Sentence(
        "Calls rose 3% in May and 5% in June to 1,412.",
        "-",
        (
            Labelled("percent_change", "up", {"percent": 3}),
            Labelled("percent_change", "up", {"percent": 5}),
        ),
    ),
    Sentence(
        "The population rose by 12% from 2001 to 2011, to 84,200.",
        "-",
        (Labelled("percent_change", "up", {"percent": 12, "current": 84_200}),),
    ),
    Sentence(
        "From a peak of 1,204 in 2009 numbers fell to 612 in 2015, 49% lower.",
        "-",
        (Labelled("from_to", "down", {"percent": 49, "prior": 1_204, "current": 612}),),
    ),
    Sentence(
        "It rose to 12.1% in the first half from 11.4%, and is now up 2.3 points since 2015.",
        "-",
        (
            Labelled("from_to", "up", {"prior": 11.4, "current": 12.1}),
            Labelled("percentage_points", "up", {"points": 2.3}),
        ),
    ),
    Sentence(
        "In 2016, 214 of 412 cases (52%) were closed, compared with 61% in 2015.",
        "-",
        (Labelled("from_to", "down", {"prior": 61, "current": 52}),),
    ),
    Sentence(
        "Shares, which rose 4p to 141p on Monday, lost 12p to 129p.",
        "-",
        (
            Labelled("change", "up", {"change": 4, "current": 141}),
            Labelled("change", "down", {"change": 12, "current": 129}),
        ),
    ),
    Sentence(
        "Of 1,204 pupils, 412 (34%) were boys and 792 (66%) girls.",
        "-",
        (
            Labelled("share", "", {"percent": 34, "current": 412, "whole": 1_204}),
            Labelled("share", "", {"percent": 66, "current": 792, "whole": 1_204}),
        ),
    ),
    Sentence(
        "Trips fell 9%, from 4.1 to 3.7 per person per week.",
        "-",
        (Labelled("rate", "down", {"percent": 9, "prior": 4.1, "current": 3.7}),),
    ),
    Sentence(
        "Imports were up $412m (7.1%) at $6.2bn, exports up $212m (3.9%) at $5.6bn.",
        "-",
        (
            Labelled("change", "up", {"change": 412_000_000, "percent": 7.1, "current": 6_200_000_000}),
            Labelled("change", "up", {"change": 212_000_000, "percent": 3.9, "current": 5_600_000_000}),
        ),
    ),
    Sentence(
        "The index was down 12.1 (0.3%) at 4,012.6.",
        "-",
        (Labelled("change", "down", {"change": 12.1, "percent": 0.3, "current": 4012.6}),),
    ),
    Sentence(
        "There was a fall of a fifth, from 500 to around 400.",
        "-",
        (Labelled("from_to", "down", {"percent": 20, "prior": 500, "current": 400}),),
    ),
    Sentence(
        "Nearly 4,100 more people were in work, a 2% rise to 209,000.",
        "-",
        (Labelled("change", "up", {"change": 4_100, "percent": 2, "current": 209_000}),),
    ),
)
