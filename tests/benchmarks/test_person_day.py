"""What a common day reads does not grow with the days behind it; `person_day` says what it takes."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks import person_day


async def test_a_common_day_reads_a_bounded_part_of_a_log(tmp_path: Path) -> None:
    (short,) = await person_day.measured(tmp_path / "short.db", days=25, plays=2)
    (long,) = await person_day.measured(tmp_path / "long.db", days=25 + 56, plays=2)
    assert long.rows < 1.2 * short.rows
    assert long.statements <= short.statements + 2
