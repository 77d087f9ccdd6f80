"""The windows hold for any order of chats and any clock; time is a number, so nothing waits."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.limits import GROUP_WINDOW, SWEEP_FROM, Limits

PERSON, OTHER, GROUP = 7, 8, -100


def send_all(limits: Limits, chats: list[int], start: float) -> list[tuple[int, float]]:
    """Send one after another, each as early as it may; return who and when."""
    now, sent = start, []
    for chat in chats:
        while (wait := limits.wait(chat, now)) > 0:
            now += wait
        limits.spend(chat, now)
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
            limits.spend(chat, now)
