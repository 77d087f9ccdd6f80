"""A full disk and a backup under load in their short form (`squeezes` is the long one, with the lock)."""

from __future__ import annotations

from pathlib import Path

from tests.faults import squeezes
from tests.faults.ledger import Outcome
from tests.faults.squeezes import Squeezed


async def test_what_a_full_disk_does_not_take_is_not_acknowledged_and_goes_on_afterwards(
    tmp_path: Path,
) -> None:
    seen = await squeezes.squeezed(tmp_path, squeezes.full, people=4, seed=1, operator=False)
    assert seen.outcome.verdict() == "held"
    assert (seen.kept, seen.written) == (4, 4)
    assert (seen.outcome.lost, seen.outcome.twice, seen.outcome.repeated) == (0, 0, 0)


async def test_a_backup_under_load_has_all_that_was_acknowledged_before_it_began(tmp_path: Path) -> None:
    copied = await squeezes.backed_up(tmp_path, people=5, copies=2, seed=1)
    assert copied.outcome.verdict() == "held"
    assert len(copied.took) == 2


def test_the_judge_sees_what_was_acknowledged_and_not_kept_and_an_operator_who_was_told_nothing() -> None:
    seen = Squeezed(Outcome("judge", 8, 0), kept=3, written=4, ready=[(200, "ok"), (200, "ok")])
    seen.judge("its disk")
    assert seen.outcome.verdict() == "1 acknowledged and not kept; /readyz said [(200, 'ok')]"
