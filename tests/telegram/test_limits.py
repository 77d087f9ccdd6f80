"""The windows hold for any order of chats and any clock; time is a number, so nothing waits."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from heapq import heappop, heappush

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import app
from bot.telegram.limits import GROUP_WINDOW, SWEEP_FROM, Limits
from tests.benchmarks.arrivals import Arrival, by_chat, most_in, over_burst

PERSON, OTHER, GROUP = 7, 8, -100


def send_all(limits: Limits, chats: list[int], start: float) -> list[tuple[int, float]]:
    """Send one after another, each as early as it may, and answered at once; return who and when."""
    now, sent = start, []
    for chat in chats:
        while (wait := limits.wait(chat, now)) > 0:
            now += wait
        limits.landed(limits.spend(chat, now), now)
        sent.append((chat, now))
    return sent


def test_a_first_message_goes_at_once() -> None:
    assert Limits(25).wait(PERSON, 1000.0) == 0


def test_a_private_chat_gets_a_burst_and_then_one_a_second() -> None:
    assert [at for _, at in send_all(Limits(25), [PERSON] * 6, 100.0)] == [100, 100, 100, 101, 102, 103]


def test_a_rested_chat_has_its_burst_again() -> None:
    limits = Limits(25)
    send_all(limits, [PERSON] * 3, 100.0)
    assert [at for _, at in send_all(limits, [PERSON] * 4, 103.0)] == [103, 103, 103, 104]


def test_one_busy_chat_does_not_hold_another() -> None:
    limits = Limits(25)
    send_all(limits, [PERSON] * 3, 100.0)
    assert limits.wait(PERSON, 100.0) == 1
    assert limits.wait(OTHER, 100.0) == 0


def test_a_group_gets_twenty_in_a_minute() -> None:
    limits = Limits(25)
    times = [at for _, at in send_all(limits, [GROUP] * 20, 100.0)]
    assert times[-1] == 117
    assert limits.wait(GROUP, 118.0) == 42
    assert limits.wait(GROUP, 160.0) == 0


def test_everything_together_stays_under_the_overall_limit() -> None:
    times = [at for _, at in send_all(Limits(25), list(range(1, 61)), 100.0)]
    assert [times.count(at) for at in (100, 101, 102)] == [25, 25, 10]


def test_a_pause_holds_its_chat_only() -> None:
    limits = Limits(25)
    limits.pause(PERSON, 107.5)
    assert limits.wait(PERSON, 100.0) == 7.5
    assert limits.wait(OTHER, 100.0) == 0
    assert limits.wait(PERSON, 107.5) == 0


def test_a_pause_without_a_chat_holds_everything() -> None:
    limits = Limits(25)
    limits.pause(None, 130.0)
    assert (limits.wait(PERSON, 100.0), limits.wait(GROUP, 100.0)) == (30, 30)


@pytest.mark.parametrize("chat", [PERSON, None])
def test_a_shorter_pause_does_not_end_a_longer_one(chat: int | None) -> None:
    limits = Limits(25)
    limits.pause(chat, 130.0)
    limits.pause(chat, 110.0)
    assert limits.wait(PERSON, 100.0) == 30


def test_idle_chats_are_forgotten() -> None:
    limits = Limits(1000)
    for chat in range(1, 50 * SWEEP_FROM):
        limits.spend(chat, chat * 0.01)
    assert len(limits) <= SWEEP_FROM


def test_busy_and_paused_chats_are_remembered_through_the_sweep() -> None:
    limits = Limits(1000)
    limits.pause(PERSON, 1e6)
    send_all(limits, [GROUP] * 20, 100.0)
    for chat in range(1000, 1000 + 2 * SWEEP_FROM):
        limits.spend(chat, 120.0)
    assert limits.wait(PERSON, 120.0) == 1e6 - 120
    assert limits.wait(GROUP, 120.0) == 40


@pytest.mark.parametrize(
    "wrong", [{"per_second": 0.5}, {"per_chat": 0}, {"chat_burst": 0}, {"group_per_minute": 0}]
)
def test_a_limit_that_lets_nothing_through_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="at least one"):
        Limits(**{"per_second": 25, **wrong})  # type: ignore[arg-type]  # floats where whole numbers belong


CHATS = st.lists(st.sampled_from([1, 2, 3, -1, -2]), max_size=120)


@settings(max_examples=60)
@given(chats=CHATS, per_second=st.integers(1, 30), start=st.floats(0, 1e7), minute=st.integers(1, 20))
def test_no_window_holds_too_many(chats: list[int], per_second: int, start: float, minute: int) -> None:
    sent = send_all(Limits(per_second, group_per_minute=minute), chats, start)
    assert_apart([at for _, at in sent], per_second, 1.0)
    by_chat = defaultdict(list)
    for chat, at in sent:
        by_chat[chat].append(at)
    for chat, times in by_chat.items():
        assert_apart(times, 4, 1.0)  # a burst of three, and the one a second brings
        if chat < 0:
            assert_apart(times, minute, GROUP_WINDOW)


def assert_apart(times: list[float], count: int, window: float) -> None:
    """No half-open window of this length holds more than `count`."""
    assert all(late >= early + window for early, late in zip(times, times[count:], strict=False))


STEPS = st.lists(st.tuples(st.sampled_from([1, 2, -1]), st.floats(0, 40)), max_size=80)


@settings(max_examples=60)
@given(steps=STEPS)
def test_a_wait_is_never_longer_than_the_windows_and_ends_in_a_send(steps: list[tuple[int, float]]) -> None:
    limits, now = Limits(3), 0.0
    for chat, pause in steps:
        now += pause
        assert 0 <= limits.wait(chat, now) <= GROUP_WINDOW
        if limits.wait(chat, now) == 0:
            limits.landed(limits.spend(chat, now), now)


# --- on the wire


def test_a_message_counts_from_when_it_may_have_arrived() -> None:
    limits = Limits(1)
    ticket = limits.spend(PERSON, 100.0)
    assert limits.wait(OTHER, 101.5) > 0  # unanswered: it may arrive just now
    limits.landed(ticket, 101.6)
    assert limits.wait(OTHER, 101.9) > 0
    assert limits.wait(OTHER, 102.7) == 0


def test_a_server_that_does_not_answer_does_not_stop_us() -> None:
    limits = Limits(2)
    for chat in (PERSON, OTHER):
        limits.spend(chat, 100.0)
    assert limits.wait(3, 101.9) > 0
    assert limits.wait(3, 102.1) == 0


def test_beside_an_even_stream_a_reply_waits_for_a_place_or_two_and_not_for_a_second() -> None:
    limits, now, longest = Limits(25), 100.0, 0.0
    while now < 130.0:
        while wait := limits.shut(now, paced=True):
            longest = max(longest, limits.shut(now)) if now > 101 else 0.0
            now += min(wait, 0.01)
        limits.landed(limits.spend(int(now * 1000), now), now)
    assert longest < 2 / 25


def test_an_even_stream_catches_up_when_it_was_held_up_for_a_moment() -> None:
    limits = Limits(1000)
    for n in range(500):
        limits.landed(limits.spend(n, 100.0), 100.0)
    assert limits.shut(100.6, paced=True) == 0
    gone = 0
    while limits.shut(100.62, paced=True) == 0:
        limits.landed(limits.spend(1000 + gone, 100.62), 100.62)
        gone += 1
    assert gone == pytest.approx(25, abs=1)


def on_the_wire(
    limits: Limits, seconds: float, roll: app.Dice, read: Callable[[float], float] = float
) -> list[Arrival]:
    """Keep busy people, groups and all the others supplied; the way there and back takes 40 ms and more."""
    now, alone, arrivals = 0.0, 1000, []
    answers: list[tuple[float, int, int]] = []  # when it comes, ticket, chat
    busy = [1, 2, 3, -1, -2, -3]
    while now < seconds:
        while answers and answers[0][0] <= now:
            at, ticket, chat = heappop(answers)
            limits.landed(ticket, at)
            busy += [chat] if chat < 1000 else []
        if wait := limits.shut(now, paced=True):
            now = min(now + wait + 0.002 * roll(), *(at for at, _, _ in answers[:1]), now + 0.05)
            continue
        chat = next((chat for chat in busy if not limits.held(chat, now)), alone)
        alone += chat == alone
        busy = [other for other in busy if other != chat]
        there, back = (0.02 - 0.003 * math.log(1 - roll()) for _ in range(2))
        at = read(now + there)  # when the server gets to it
        arrivals.append((at, chat))
        heappush(answers, (at + back, limits.spend(chat, now), chat))
    return sorted(arrivals)


@pytest.mark.parametrize("per_second", [25, 1])
def test_telegram_counts_no_more_than_allowed_and_little_less(per_second: int) -> None:
    seconds = 30_000 / (per_second + 14)
    arrivals = on_the_wire(Limits(per_second), seconds, app.dice(per_second))
    assert most_in([at for at, _ in arrivals], 1.0) <= per_second
    assert len(arrivals) >= 0.97 * per_second * seconds
    for chat, times in by_chat(arrivals).items():
        assert over_burst(times) <= 1e-9
        assert chat > 0 or most_in(times, GROUP_WINDOW) <= 20


def test_a_server_that_stands_still_now_and_then_gets_no_more_either() -> None:
    def stands(at: float) -> float:
        return at - at % 5 + 0.5 if at % 5 < 0.5 and at > 15 else at

    arrivals = on_the_wire(Limits(300), 40, app.dice(3), stands)
    assert most_in([at for at, _ in arrivals], 1.0) <= 300
    assert max(over_burst(times) for times in by_chat(arrivals).values()) <= 1e-9
