"""What is new in an archive, whatever is here; and what is too odd to be one of ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings

from bot.coach import archive
from bot.coach.archive import Archive, Contents, Line, News
from bot.coach.believing import believable
from bot.coach.enrolment import Enrolment, Program
from bot.coach.ladder import OwnAsk, Rating
from bot.coach.model import (
    Attempt,
    Cause,
    Domain,
    Facts,
    Look,
    Outcome,
    Pause,
    Person,
    State,
    Why,
    Wish,
)
from tests.coach.any_life import Life, lives

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
MONDAY = date(2026, 11, 2)
SOCIAL = Domain.SOCIAL
ANN = Person(7, "Ann", sting={SOCIAL: 4}, joined=MONDAY)
EMPTY = Archive(NOW, "Ann", "en", archive.settings_of(ANN))
MADE = Attempt(
    5, MONDAY, SOCIAL, 3, State.DONE, NOW, "a-b", closed_at=NOW, facts=Facts(outcome=Outcome.YES, peak=4)
)
OFFER = replace(MADE, id=9, state=State.OFFERED, closed_at=None, facts=Facts(), challenge="c-d", why=None)
LATER = NOW + timedelta(minutes=1)
OWN = OwnAsk(12, SOCIAL, "ask Bo for his bike", None, 4, NOW)
RATED = Rating("own-12", SOCIAL, 7, NOW)
WHOLE = replace(
    EMPTY,
    attempts=(MADE,),
    wishes=(Wish(NOW, MONDAY, SOCIAL, 1),),
    pauses=(Pause(MONDAY),),
    own_asks=(OWN,),
    ratings=(RATED, Rating("a-b", SOCIAL, None, NOW, NOW)),
    circle_lines=(Line(5, "it was fun"), Line(404, "of an attempt taken back")),
)
ODD_FACTS = (
    *(Facts(anticipated=0), Facts(peak=11), Facts(cost=-1), Facts(left=11), Facts(chance=-1)),
    *(Facts(again=101), Facts(feeling="x" * 501), Facts(chapter="x" * 501), Facts(voice="x" * 501)),
    *(Facts(story="x" * 500_001), Facts(fear="x" * 500_001), Facts(learned="x" * 500_001)),
)


def of(life: Life) -> Archive:
    """What is kept of a life: of the planned ones of a day the first."""
    first: dict[date, int] = {}
    log = [replace(entry, planned=entry.planned and first.setdefault(entry.day, entry.id) == entry.id)
           for entry in life.log]  # fmt: skip
    return replace(EMPTY, attempts=tuple(log), wishes=tuple(life.wishes))


def merged(here: Archive, news: News) -> Archive:
    """What is there afterwards, by values alone."""
    left = [entry for entry in here.attempts if entry not in news.gives_way]
    return replace(
        here,
        attempts=(*left, *news.attempts),
        wishes=(*here.wishes, *news.wishes),
        pauses=(*here.pauses, *news.pauses),
        own_asks=(*here.own_asks, *news.own_asks),
        ratings=(*here.ratings, *news.ratings),
    )


@settings(deadline=None, max_examples=60)
@given(lives, lives)
def test_nothing_here_is_lost_twice_is_as_once_and_a_day_has_one_challenge(one: Life, other: Life) -> None:
    found, here = of(one), of(other)
    news = archive.news(found, here)
    after = merged(here, news)
    assert all(entry in after.attempts or archive._untouched(entry) for entry in here.attempts)
    assert not archive.news(found, after)
    planned = [entry.day for entry in after.attempts if entry.planned]
    assert len(planned) == len(set(planned))
    asks = {(e.day, e.offered_at, e.ask) for e in found.attempts if e.attempted}
    assert asks <= {(e.day, e.offered_at, e.ask) for e in after.attempts}, "no ask that was made is dropped"


@settings(deadline=None, max_examples=40)
@given(lives)
def test_where_nothing_is_all_of_it_is_new(life: Life) -> None:
    found = of(life)
    news = archive.news(found, EMPTY)
    assert (news.attempts, news.wishes, news.gives_way) == (found.attempts, found.wishes, ())


def test_an_offer_nobody_touched_gives_way_and_another_does_not() -> None:
    found = replace(EMPTY, attempts=(MADE,))
    there = replace(OFFER, offered_at=LATER)
    news = archive.news(found, replace(EMPTY, attempts=(there,)))
    assert (news.attempts, news.gives_way) == ((MADE,), (there,))
    for touched in (
        replace(there, state=State.DAY_OFF),
        replace(there, passed=("x-y",)),
        replace(there, looks=(Look("x-y", 9),)),
        replace(there, facts=Facts(anticipated=4)),
    ):
        news = archive.news(found, replace(EMPTY, attempts=(touched,)))
        assert (news.attempts, news.gives_way) == ((replace(MADE, planned=False),), ())
    missed = replace(EMPTY, attempts=(replace(OFFER, offered_at=NOW),))
    assert not archive.news(missed, replace(EMPTY, attempts=(replace(MADE, offered_at=LATER),)))


def test_what_is_here_wins_over_what_was_said_otherwise() -> None:
    here = replace(
        WHOLE,
        attempts=(replace(MADE, id=77, facts=Facts(outcome=Outcome.NO)),),
        own_asks=(replace(OWN, id=3, goal="a bike"),),
        ratings=(replace(RATED, item="own-3", rating=2), Rating("a-b", SOCIAL, 5, NOW)),
        pauses=(Pause(MONDAY, MONDAY),),
    )
    news = archive.news(WHOLE, here)
    assert not news
    assert news.own_here == {"own-12": "own-3"}


def test_the_numbers_of_an_archive_are_its_own() -> None:
    told = archive.numbered(WHOLE)
    assert [entry.id for entry in told.attempts] == [1]
    assert {rating.item for rating in told.ratings} == {"own-1", "a-b"}
    assert told.circle_lines == (Line(1, "it was fun"),)
    assert archive.numbered(told) == told


def test_an_archive_is_told_by_the_asks_that_were_made() -> None:
    assert archive.contents(WHOLE) == Contents(1, MONDAY, MONDAY, 1, 1)
    assert archive.contents(EMPTY) == Contents(0, None, None, 0, 0)


def test_somebody_is_in_practice_since_the_earlier_day() -> None:
    said = replace(EMPTY.settings, zone="Asia/Tokyo", joined=date(2026, 12, 1))
    assert archive.settle(ANN, said) == replace(ANN, zone="Asia/Tokyo")
    assert archive.settle(replace(ANN, joined=None), said).joined == date(2026, 12, 1)


@settings(deadline=None, max_examples=40)
@given(lives)
def test_every_life_is_believed(life: Life) -> None:
    assert believable(archive.numbered(of(life)), datetime(2027, 6, 1, tzinfo=UTC))


def test_what_is_out_of_range_or_of_another_time_is_not_believed() -> None:
    assert believable(archive.numbered(WHOLE), NOW)
    naive, early = NOW.replace(tzinfo=None), date(1970, 1, 1)
    for odd in (
        *(replace(MADE, rung=11), replace(MADE, day=MONDAY + timedelta(days=60))),
        *(replace(MADE, day=early), replace(MADE, offered_at=naive), replace(MADE, closed_at=naive)),
        *(replace(MADE, own="x" * 501), replace(MADE, answered=("drop table",))),
        replace(MADE, offered_at=NOW.replace(microsecond=1)),
        *(replace(MADE, passed=("a",) * 501), replace(MADE, looks=(Look("a", 0),))),
        *(replace(MADE, facts=facts) for facts in ODD_FACTS),
        *(replace(MADE, why=Why(Cause.ROSE, 0)), replace(MADE, why=Why(Cause.ROSE, 1, before=10**30))),
    ):
        assert not believable(replace(EMPTY, attempts=(odd,)), NOW), odd
    said = EMPTY.settings
    for strange in (
        *(replace(said, sting={}), replace(said, sting={SOCIAL: 0}), replace(said, joined=None)),
        *(replace(said, joined=early), replace(said, days=frozenset({7})), replace(said, zone="x" * 501)),
        *(replace(said, morning=time(8, tzinfo=UTC)), replace(said, morning=time(8, 0, 1))),
        *(replace(said, enrolment=Enrolment(Program.OPEN, MONDAY)),),
        *(replace(said, enrolment=Enrolment(Program.HUNDRED, early)),),
    ):
        assert not believable(replace(EMPTY, settings=strange), NOW), strange
    for whole in (
        replace(EMPTY, attempts=(MADE, replace(MADE, id=6))),  # two challenges of one day
        replace(EMPTY, attempts=(replace(MADE, planned=False),) * 10_001),
        replace(EMPTY, name="x" * 501),
        replace(EMPTY, wishes=(Wish(NOW, MONDAY, SOCIAL, 2),)),
        replace(EMPTY, pauses=(Pause(early),)),
        replace(EMPTY, pauses=(Pause(MONDAY, date(9999, 1, 1)),)),
        replace(EMPTY, own_asks=(OWN, OWN)),
        replace(EMPTY, own_asks=(replace(OWN, rung=0),)),
        replace(EMPTY, ratings=(RATED,)),  # of an own ask that is not there
        replace(EMPTY, ratings=(Rating("a-b", SOCIAL, 11, NOW),)),
        replace(EMPTY, ratings=(Rating("a-b", SOCIAL, 1, NOW),) * 2),
    ):
        assert not believable(whole, NOW)
