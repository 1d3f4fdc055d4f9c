"""The questions that ``editions`` asks of an archive, in DuckDB's SQL, in the order of asking.

Each makes one table from those before it. No text from a report is ever part of a statement. Out of
scope: when two printed figures agree (``schemas.agreement``, known here as the function ``relation``).
"""

from __future__ import annotations

FEWEST_DIGITS = 2
"""A figure of fewer digits is the same by chance too often to speak for anything."""
FEWEST_TELLING_DIGITS = 3
"""As many tell a figure from others without a witness."""
FEWEST_ROWS = 3
"""Rows that show that a whole column is another's, or that its scale is."""
FEWEST_PERIODS = 2
"""Periods in which two names have the same figures before they are taken for one KPI."""
MOST_EDITIONS_BACK = 12
"""So many earlier editions of a figure are looked at for the one to compare it with."""
MOST_UNLIKE = 3
"""So many times as often as they differ they have to agree."""

MACROS = r"""
create macro words(printed) as trim(
    regexp_replace(lower(nfc_normalize(printed)), '[^\p{L}\p{N}]+', ' ', 'g')
);
create macro publisher(printed) as coalesce(
    nullif(words(regexp_replace(printed, '\([^()]*\)', ' ', 'g')), ''), words(printed)
);
create macro undated(printed) as trim(regexp_replace(
    ' ' || regexp_replace(words(printed), '[0-9]+(st|nd|rd|th)?', ' ', 'g') || ' ',
    '\s+((jan|febr?|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(uary|ch|il|e|y|ust|ember|tember|ober)?|may'
    '|q|h|fy|quarter|first|second|third|fourth|year|month|week|ended?|ending|vs?|and|to)\b',
    ' ', 'g'
));
create macro digits(printed) as length(ltrim(regexp_replace(printed, '[^0-9]', '', 'g'), '0'));
"""

# The editions in the order of their periods. Of a report whose own period is unknown, its figures tell it.
EDITIONS = """
create table editions as
with last_figure as (
    select report_id, max(period_start) as period_start, max(period_end) as period_end
    from observations group by report_id
)
select report_id, file, organisation, publisher(organisation) as publisher, undated(title) as title,
    contains(lower(title), 'provisional') or contains(lower(title), 'preliminary') as is_provisional,
    r.period_label, r.period_start::date as period_start, r.period_end::date as period_end,
    row_number() over (order by
        coalesce(r.period_end, f.period_end), coalesce(r.period_start, f.period_start), report_id
    ) as edition
from reports r left join last_figure f using (report_id)
where publisher(organisation) <> ''
"""

# Every dated figure with the words that name its KPI.
PRINTED = """
create table printed as
select o.observation_id, o.report_id, o.table_id, e.edition, e.publisher,
    words(o."group") as group_name, words(o.kpi) as kpi_name, o.measure, o.unit,
    undated(coalesce(nullif(t.title, ''), t.section_title)) as table_name,
    o.period_start::date as period_start, o.period_end::date as period_end,
    date_diff('day', o.period_start, o.period_end) as days,
    o.value, o.decimals::bigint as decimals, o.multiplier, o.multiplier * pow(10, -o.decimals) as step,
    digits(o.text) as digits,
    o.period_end::date > e.period_end as is_unfinished
from observations o join editions e using (report_id) join tables t using (table_id)
where o.measure in ('value', 'share') and o.value is not null and o.period_start is not null
    and words(o.kpi) <> '' and abs(o.value) / (o.multiplier * pow(10, -o.decimals)) < 1e15
"""

# A column headed 2022 in a report up to October isn't the year 2022, nor is 2021 beside it the year 2021.
FINISHED = """
create table finished as
select * from printed p
where not exists (
    from printed u
    where u.is_unfinished and u.table_id = p.table_id and abs(u.days - p.days) <= 3
)
"""

# One name, one figure: where an edition has two of one name and period, the table's title is part of the
# name; where it still has two, they are left out. A figure that is printed twice alike counts once.
NAMED = """
create table named as
with clashing as (
    select distinct publisher, group_name, kpi_name, measure, unit from (
        select publisher, group_name, kpi_name, measure, unit from finished
        group by publisher, group_name, kpi_name, measure, unit, report_id, period_start, period_end
        having count(distinct value) > 1
    )
), keyed as (
    select f.*, substr(sha256(concat_ws(chr(31), publisher, group_name, kpi_name, measure, unit,
        case when c.kpi_name is null then '' else 'in ' || table_name end)), 1, 16) as name_id
    from finished f left join clashing c using (publisher, group_name, kpi_name, measure, unit)
    where c.kpi_name is null or table_name <> ''
), ambiguous as (
    select distinct name_id, report_id from (
        select name_id, report_id from keyed
        group by name_id, report_id, period_start, period_end having count(distinct value) > 1
    )
)
select * from keyed k
where not exists (from ambiguous a where a.name_id = k.name_id and a.report_id = k.report_id)
qualify row_number() over (
    partition by name_id, report_id, period_start, period_end order by step, observation_id
) = 1
"""


def _relation(earlier: str, later: str, unit: str) -> str:
    """How two printed figures are related, each given by the name of its row."""
    figures = (
        f"{{'value': {of}.value, 'decimals': {of}.decimals, 'multiplier': {of}.multiplier}}"
        for of in (earlier, later)
    )
    return f"relation({', '.join(figures)}, {unit})"


def _misplaced(name: str, figures: str) -> str:
    """Columns compared with whose figures an earlier edition printed for another period of that length."""
    return f"""
create table {name} as
with latest as (
    select table_id, max(period_end) as latest_end from {figures} group by table_id
), comparing as (
    select f.* from {figures} f join latest l using (table_id)
    where f.period_end < l.latest_end and f.digits >= {FEWEST_TELLING_DIGITS}
), confirmed as (
    select distinct f.observation_id
    from comparing f join {figures} e using (series_id, period_start, period_end, value)
    where e.edition < f.edition
), elsewhere as (
    select f.observation_id, f.table_id, f.report_id, f.period_start, f.period_end,
        e.period_start as other_start, e.period_end as other_end, e.report_id as earlier_report_id,
        e.edition as earlier_edition, e.observation_id as earlier_id
    from comparing f join {figures} e using (series_id, value)
    where e.edition < f.edition and e.period_start <> f.period_start and abs(e.days - f.days) <= 3
        and f.observation_id not in (select observation_id from confirmed)
    qualify count(distinct e.period_start) over (partition by f.observation_id) = 1
), counted as (
    select table_id, period_start, period_end, count(*) as row_count
    from comparing group by table_id, period_start, period_end
), matching as (
    select x.*, c.row_count, count(*) over place as alike
    from elsewhere x join counted c using (table_id, period_start, period_end)
    window place as (partition by x.table_id, x.period_start, x.period_end, earlier_report_id, other_start)
    qualify alike >= {FEWEST_ROWS} and 2 * alike > c.row_count
)
select * from matching
qualify earlier_edition = max(earlier_edition) over (partition by table_id, period_start, period_end)
"""


MISPLACED_BY_NAME = _misplaced("misplaced_by_name", "(select *, name_id as series_id from named)")

# A name that ends where another begins, whose figures agree in several periods and hardly ever differ. What
# was rounded neither agrees nor differs; what was shifted or flipped must be less than what agrees.
RENAMED = f"""
create table renamed as
with lives as (
    select name_id, min(edition) as born, max(edition) as died from named group by name_id
), said as (
    select distinct publisher, measure, unit, name_id, period_start, period_end, value, decimals, multiplier,
        step, digits
    from named n
    where not exists (
        from misplaced_by_name m
        where m.table_id = n.table_id and m.period_start = n.period_start and m.period_end = n.period_end
    )
), alike as (
    select a.name_id as former, b.name_id as latter, f.died, l.born,
        count(distinct (period_start, period_end)) as periods_alike
    from said a join said b using (publisher, measure, unit, period_start, period_end, value)
    join lives f on f.name_id = a.name_id join lives l on l.name_id = b.name_id
    where f.died < l.born
    group by a.name_id, b.name_id, f.died, l.born
    having count(distinct (period_start, period_end)) filter (a.digits >= {FEWEST_TELLING_DIGITS})
            >= {FEWEST_PERIODS}
        and count(distinct value) filter (a.digits >= {FEWEST_TELLING_DIGITS}) >= {FEWEST_PERIODS}
), facing as (
    select former, latter, x.period_start, x.period_end, x.step = y.step as is_as_precise,
        {_relation("x", "y", "x.unit")} as relation
    from alike join said x on x.name_id = former join said y on y.name_id = latter
        and y.period_start = x.period_start and y.period_end = x.period_end
), compared as (
    select former, latter,
        coalesce(bool_and(relation = 'restated') filter (is_as_precise), bool_and(relation = 'restated'))
            as is_unlike,
        not is_unlike and bool_and(relation in ('restated', 'scale_shift', 'sign_flip')) as is_slip
    from facing group by former, latter, period_start, period_end
), following as (
    select former, latter, died, born from alike join compared using (former, latter)
    group by former, latter, died, born, periods_alike
    having {MOST_UNLIKE} * count_if(is_unlike) <= periods_alike and count_if(is_slip) < periods_alike
), next as (
    select former, latter, died, rank() over (partition by former order by born) as nth,
        count(*) over (partition by former, born) as rivals
    from following
), mutual as (
    select former, latter, nth, rivals, rank() over (partition by latter order by died desc) as nth_back,
        count(*) over (partition by latter, died) as rivals_back
    from next
)
select former, latter from mutual where nth = 1 and rivals = 1 and nth_back = 1 and rivals_back = 1
"""

# Of all names of one KPI the oldest gives the series its id.
FIGURES = """
create table figures as
with recursive chain as (
    select distinct name_id, name_id as series_id from named where name_id not in (select latter from renamed)
    union all
    select r.latter, c.series_id from chain c join renamed r on r.former = c.name_id
)
select n.*, c.series_id from named n join chain c using (name_id)
"""

MISPLACED = _misplaced("misplaced", "figures")

# Each figure beside the edition before, and beside the last that printed it to the same digit: what was
# rounded in between must not hide a difference. The first of the two that differs is kept. Editions that
# mostly print the same figures go before others: a publisher may report on several areas under one title.
PAIRS = f"""
create table pairs as
with sound as (
    select *, row_number() over (partition by series_id, period_start, period_end order by edition) as nth
    from figures f
    where not exists (
        from misplaced m
        where m.table_id = f.table_id and m.period_start = f.period_start and m.period_end = f.period_end
    )
), candidates as (
    select p.observation_id, e.observation_id as earlier_id, p.report_id, e.report_id as earlier_report_id,
        e.edition, e.step = p.step as is_as_precise, abs(e.value - p.value) as apart,
        apart <= greatest(e.step, p.step) and (e.step <> p.step or apart = 0) as is_like,
        is_like and least(e.digits, p.digits) >= {FEWEST_DIGITS} as is_telling
    from sound p join sound e using (series_id, period_start, period_end)
    where e.nth between p.nth - {MOST_EDITIONS_BACK} and p.nth - 1
), kindred as (
    select report_id, earlier_report_id from candidates group by report_id, earlier_report_id
    having count_if(is_telling) >= greatest(1, count_if(not is_like))
), preferred as (
    select observation_id, arg_max(earlier_id, edition + if(k.report_id is null, 0, 1e9)) as before_id,
        arg_max(earlier_id, edition) filter (is_as_precise and k.report_id is not null) as as_precise_id
    from candidates left join kindred k using (report_id, earlier_report_id) group by observation_id
), chosen as (
    select s.*, before_id as earlier_id, 1 as choice from sound s left join preferred using (observation_id)
    union all
    select s.*, as_precise_id, 2 from sound s join preferred using (observation_id)
    where as_precise_id <> before_id
)
select p.*, e.report_id as earlier_report_id, e.value as earlier_value,
    p.table_name <> '' and p.table_name = e.table_name as is_of_one_table, case
    when e.value is null then 'first'
    when e.value = p.value and e.step = p.step then 'equal'
    else {_relation("e", "p", "p.unit")}
    end as relation
from chosen p left join sound e on e.observation_id = p.earlier_id
qualify row_number() over (partition by p.observation_id order by relation = 'equal', choice) = 1
"""

# A figure that differs is believed where its column or its row agrees otherwise; a small table's one where
# the report does, under the same title. A scale or a sign is told by the figure's own digits, too.
JUDGED = f"""
create table judged as
with shifted as (
    select *, relation = 'equal' and digits >= {FEWEST_DIGITS} as is_witness,
        relation in ('restated', 'scale_shift', 'sign_flip') as is_unlike,
        case when relation = 'scale_shift' then round(log10(value / earlier_value)) else 0 end as places
    from pairs
), voted as (
    select *,
        count_if(is_witness) over beside as column_alike, count_if(is_unlike) over beside as column_unlike,
        count_if(is_witness) over around as report_alike, count_if(is_unlike) over around as report_unlike,
        count_if(is_witness) over along as row_alike, count_if(is_unlike) over along as row_unlike,
        count(*) over (partition by table_id, period_start, period_end, relation, places) as same_slip
    from shifted
    window beside as (partition by table_id, period_start, period_end),
        around as (partition by report_id, period_start, period_end),
        along as (partition by series_id, report_id)
)
select *, relation in ('scale_shift', 'sign_flip') and same_slip >= {FEWEST_ROWS}
        and same_slip > column_alike as is_whole_column,
    case when relation in ('first', 'equal') then relation
        when column_alike >= 1 and column_alike >= column_unlike then relation
        when column_alike + column_unlike < {FEWEST_ROWS} and report_alike >= {FEWEST_ROWS}
            and report_alike > 2 * report_unlike and is_of_one_table then relation
        when row_alike >= {FEWEST_PERIODS} and row_alike > row_unlike then relation
        when relation in ('scale_shift', 'sign_flip') and digits >= {FEWEST_TELLING_DIGITS} then relation
        else 'break' end as status
from voted
"""

SERIES = """
select series_id, j.period_start, j.period_end, j.report_id, o.kpi, j.unit, j.value, j.status, observation_id
from (
    select series_id, period_start, period_end, report_id, unit, value, status, observation_id from judged
    union all
    select series_id, f.period_start, f.period_end, f.report_id, unit, value, 'break', f.observation_id
    from figures f where observation_id not in (select observation_id from judged)
) j join observations o using (observation_id)
order by series_id, j.period_start, j.period_end, j.report_id
"""

# What is printed where, of both editions; and whether a word or a mark says that the figure was revised.
DIFFERING = """
with telling as (
    select *, count(*) over slip as rows_alike, min(observation_id) over slip as first_id
    from judged where status in ('restated', 'scale_shift', 'sign_flip')
    window slip as (
        partition by table_id, period_start, period_end, status, places, is_whole_column
    )
), revising as (
    select report_id, page_start, page_end from paragraphs
    where regexp_matches(lower(text), '\\b(re-?stated|restatements?|revised|revisions?)\\b')
)
select j.status as relation, j.is_whole_column, j.rows_alike, e.organisation, j.earlier_id,
    f.file as earlier_file, x.text as earlier_text, x.value as earlier_value, x.decimals as earlier_decimals,
    x.multiplier as earlier_multiplier, x.page as earlier_page, x.confidence as earlier_confidence,
    x.status in ('provisional', 'estimated') or f.is_provisional
        or regexp_matches(lower(x.column_label), 'provisional|preliminary|estimate') as was_provisional,
    o.status = 'revised' or regexp_matches(lower(o.column_label), 'revised|restated') or exists (
        from revising r where r.report_id = j.report_id and o.page between r.page_start and r.page_end
    ) as is_announced,
    o.*
from telling j join observations o using (observation_id) join editions e on e.report_id = j.report_id
    join observations x on x.observation_id = j.earlier_id
    join editions f on f.report_id = j.earlier_report_id
where j.observation_id = j.first_id or not j.is_whole_column
order by j.observation_id
"""

MISPLACED_COLUMNS = """
select e.organisation, f.file as earlier_file, m.alike, m.row_count, m.other_start, m.other_end,
    x.period_label as other_label, x.page as earlier_page, x.text as earlier_text, o.*,
    list(m.observation_id) over column_of as ids, list(m.earlier_id) over column_of as earlier_ids,
    list(o.text) over column_of as texts
from misplaced m join observations o using (observation_id)
    join observations x on x.observation_id = m.earlier_id
    join editions e on e.report_id = m.report_id join editions f on f.report_id = m.earlier_report_id
window column_of as (partition by m.table_id, m.period_start, m.period_end)
qualify m.observation_id = min(m.observation_id) over column_of
order by o.observation_id
"""

# Editions of one title whose periods have one length, counted in that length; a series that is published at
# each step is one of which at least half the steps are single ones.
GAPS = """
with sized as (
    select *, date_diff('day', period_start, period_end) + 1 as days from editions
    where period_start is not null and title <> ''
), counted as (
    select *, case when days between 28 and 31 then 1 when days between 90 and 92 then 3
            when days between 365 and 366 then 12 end as months,
        (12 * year(period_start) + month(period_start) - 1) / months as step
    from sized where months is not null and day(period_start) = 1
), placed as (
    select publisher, title, months, step, min(report_id) as report_id from counted
    group by publisher, title, months, step
), stepped as (
    select *, lag(step) over way as step_before, lag(report_id) over way as report_before,
        step - step_before as stride
    from placed window way as (partition by publisher, title, months order by step)
), steady as (
    select *, count(*) over way as editions, count_if(stride = 1) over way as single_steps,
        count(stride) over way as strides
    from stepped window way as (partition by publisher, title, months)
)
select e.organisation, s.title, s.report_id, s.report_before, f.file as file_before, s.months,
    (s.stride - 1)::int as missing,
    e.period_start, e.period_label, f.period_start as start_before, f.period_label as label_before
from steady s join editions e using (report_id) join editions f on f.report_id = s.report_before
where s.stride >= 2 and s.editions >= 3 and 2 * s.single_steps >= s.strides
order by s.report_id
"""

STEPS = (
    MACROS,
    EDITIONS,
    PRINTED,
    FINISHED,
    NAMED,
    MISPLACED_BY_NAME,
    RENAMED,
    FIGURES,
    MISPLACED,
    PAIRS,
    JUDGED,
)
