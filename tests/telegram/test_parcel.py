"""The zip of an archive: there and back, the same bytes each time; and files that mean harm."""

from __future__ import annotations

import csv
import io
import json
import random  # noqa: TID251  bytes to break a file with, the same again for the same seed
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from bot.coach import archive
from bot.coach.archive import Archive, Fault, Line, Membership, Notes
from bot.coach.circles.model import Sharing
from bot.coach.enrolment import Enrolment, Program
from bot.coach.model import Facts, Life, Outcome, Size
from bot.store import archive_json
from bot.telegram import parcel
from bot.words.render import Words
from tests.coach.any_life import Life as AnyLife
from tests.coach.any_life import lives
from tests.coach.test_archive import MADE, MONDAY, NOW, WHOLE, of
from tests.words.stock import BANK

WORDS = Words(BANK)
ODD = '=HYPERLINK("x")\n@SUM(1) \u202e 🤷 \u0000 <b>&amp; \'quoted\', "too"'
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BANKED = next(iter(BANK.challenges)).id
FULL = archive.numbered(
    replace(
        WHOLE,
        name="Ann \u200b",
        settings=replace(
            WHOLE.settings, life=frozenset(Life), enrolment=Enrolment(Program.AT_WORK, MONDAY), gentle=True
        ),
        attempts=(
            replace(MADE, challenge=BANKED, facts=Facts(story=ODD, fear="-1", outcome=Outcome.NO)),
            replace(MADE, id=6, challenge=None, own="+49 171", planned=False, size=Size.SMALLER),
        ),
        circles=(Membership(Sharing.NOTE, buddies=True, joined_at=NOW),),
        circle_lines=(Line(5, "it was fun"),),
        notes=Notes(NOW, NOW, NOW, None, None, None, "half a story"),
    )
)


def zipped(files: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in files.items():
            written.writestr(name, data)
    return into.getvalue()


def whole(found: Archive = FULL) -> bytes:
    return archive_json.write(found, {}).encode()


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        return {name: read.read(name) for name in read.namelist()}


# --- there and back


def test_everything_comes_back_as_it_was_and_the_bytes_are_the_same_each_time() -> None:
    packed = parcel.pack(FULL, WORDS)
    assert parcel.unpack(packed, NOW) == FULL
    assert parcel.pack(FULL, WORDS) == packed
    assert parcel.unpack(opened(packed)[parcel.WHOLE], NOW) == FULL, "the JSON alone will do"


@settings(deadline=None, max_examples=25)
@given(lives)
def test_every_life_comes_back_as_it_was(life: AnyLife) -> None:
    told = archive.numbered(of(life))
    assert parcel.unpack(parcel.pack(told, WORDS), NOW.replace(year=2027)) == told


def test_a_zip_that_was_packed_again_by_hand_is_read() -> None:
    packed = opened(parcel.pack(FULL, WORDS))
    again = zipped({f"ask-anyway-2026-11-22/{name}": data for name, data in packed.items()})
    assert parcel.unpack(again, NOW) == FULL
    apple = zipped({parcel.WHOLE: whole(), f"__MACOSX/{parcel.WHOLE}": b"\x00\x05\x16"})
    assert parcel.unpack(apple, NOW) == FULL


# --- for people


def table(name: str, found: Archive = FULL) -> list[list[str]]:
    text = opened(parcel.pack(found, WORDS))[name].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_tables_say_it_in_words_and_no_cell_is_a_formula() -> None:
    head, first, second = table("asks.csv")
    asks = dict(zip(head, first, strict=True))
    assert asks["ask"] == BANK.entries[BANKED].ask
    assert asks["told"] == f"'{ODD}"
    assert (asks["feared"], asks["answer"], asks["shown to a circle"]) == ("'-1", "no", "it was fun")
    assert (asks["came at"], asks["challenge of the day"]) == ("2026-11-22 09:00", "yes")
    assert second[head.index("ask")] == "'+49 171"
    for name, data in opened(parcel.pack(FULL, WORDS)).items():
        if name.endswith(".csv"):
            cells = [cell for row in table(name) for cell in row]
            assert not [cell for cell in cells if cell.lstrip(" ").startswith(FORMULA)]
            assert data.startswith(b"\xef\xbb\xbf"), "Excel would guess another encoding"


def test_every_table_is_whole() -> None:
    assert [row[1] for row in table("ladder.csv")] == ["ask", "a-b", "ask Bo for his bike"]
    assert table("own-asks.csv")[1][1] == "ask Bo for his bike"
    times = [row[0] for row in table("wishes-and-pauses.csv")]
    assert times == ["what", "wished for harder asks", "pause"]
    told = {row[0]: row[1] for row in table("settings.csv")}
    assert (told["program"], told["sting social"], told["what that circle sees"]) == ("at-work", "4", "note")


def test_a_page_says_what_is_what_and_names_every_file() -> None:
    files = opened(parcel.pack(FULL, WORDS))
    page = files.pop("README.txt").decode()
    assert all(name in page for name in files)
    assert "as of 2026-11-22" in page


def test_the_json_has_the_words_of_the_challenges_it_names() -> None:
    found = json.loads(opened(parcel.pack(FULL, WORDS))[parcel.WHOLE])
    assert found["challenges"] == {BANKED: BANK.entries[BANKED].ask}
    assert (found["format"], found["version"]) == ("ask-anyway", 1)


# --- files that mean harm


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    told = json.loads(whole())
    change(told)
    return json.dumps(told).encode()


HOSTILE: dict[str, tuple[bytes, Fault]] = {
    "nothing": (b"", Fault.NOT_OURS),
    "noise": (b"\x00\xff" * 99, Fault.NOT_OURS),
    "another zip": (zipped({"holiday.jpg": b"x"}), Fault.NOT_OURS),
    "an empty zip": (zipped({}), Fault.NOT_OURS),
    "another JSON": (b'{"a": 1}', Fault.NOT_OURS),
    "of another program": (b'{"format": "other", "version": 1}', Fault.NOT_OURS),
    "a bomb": (zipped({parcel.WHOLE: bytes(parcel.MOST_INSIDE + 1)}), Fault.TOO_BIG),
    "too big to look at": (bytes(parcel.MOST_SENT + 1), Fault.TOO_BIG),
    "many names": (zipped({f"{n}": b"" for n in range(200)} | {parcel.WHOLE: whole()}), Fault.NOT_OURS),
    "two of them": (zipped({parcel.WHOLE: whole(), f"b/{parcel.WHOLE}": whole()}), Fault.NOT_OURS),
    "a way up": (zipped({f"../../{parcel.WHOLE}x": whole()}), Fault.NOT_OURS),
    "cut off": (parcel.pack(FULL, WORDS)[:-40], Fault.BROKEN),
    "cut off in the middle": (whole()[: len(whole()) // 2], Fault.BROKEN),
    "a newer version": (changed(lambda told: told.update(version=2)), Fault.NEWER),
    "version true": (changed(lambda told: told.update(version=True)), Fault.BROKEN),
    "no attempts but a word": (changed(lambda told: told.update(attempts="many")), Fault.BROKEN),
    "a number as text": (changed(lambda told: told["attempts"][0].update(rung="3")), Fault.BROKEN),
    "a number too high": (changed(lambda told: told["attempts"][0].update(rung=99)), Fault.BROKEN),
    "a number beyond all": (changed(lambda told: told["attempts"][0].update(rung=10**400)), Fault.BROKEN),
    "no such outcome": (
        changed(lambda told: told["attempts"][0]["facts"].update(outcome="won")),
        Fault.BROKEN,
    ),
    "a day that is none": (changed(lambda told: told["attempts"][0].update(day="2026-02-30")), Fault.BROKEN),
    "a day to come": (changed(lambda told: told["attempts"][0].update(day="2027-02-03")), Fault.BROKEN),
    "an instant without a zone": (
        changed(lambda told: told["attempts"][0].update(offered_at="2026-11-02T08:00:00")),
        Fault.BROKEN,
    ),
    "no settings": (changed(lambda told: told.pop("settings")), Fault.BROKEN),
    "half a letter": (whole().replace(b"it was fun", b"\\ud800"), Fault.BROKEN),
    "deep": (b'{"format": "ask-anyway", "version": 1, "x": ' + b"[" * 200_000, Fault.BROKEN),
    "not UTF-8": (whole().replace(b"it was fun", b"\xff\xfe"), Fault.BROKEN),
}


def test_what_is_no_archive_is_refused_for_what_it_is() -> None:
    for what, (data, fault) in HOSTILE.items():
        assert parcel.unpack(data, NOW) is fault, what


def test_a_size_that_lies_and_a_locked_entry_are_refused() -> None:
    packed = zipped({parcel.WHOLE: bytes(parcel.MOST_INSIDE * 2)})
    at = packed.rindex(b"PK\x01\x02") + 24
    lying = packed[:at] + (1000).to_bytes(4, "little") + packed[at + 4 :]
    assert isinstance(parcel.unpack(lying, NOW), Fault)
    ours = bytearray(zipped({parcel.WHOLE: whole()}))
    ours[ours.rindex(b"PK\x01\x02") + 8] |= 1  # encrypted, it says
    assert parcel.unpack(bytes(ours), NOW) is Fault.BROKEN


def test_whatever_byte_is_broken_there_is_an_answer() -> None:
    chance, packed = random.Random(7), parcel.pack(FULL, WORDS)  # noqa: S311  no secret
    text = whole()
    for _ in range(200):
        for data in (bytearray(packed), bytearray(text)):
            for _ in range(chance.randrange(1, 4)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            assert isinstance(parcel.unpack(bytes(data), NOW), Archive | Fault)


def test_what_another_version_added_is_passed_over() -> None:
    told = changed(lambda told: told.update(later="more") or told["attempts"][0].update(mood="new"))
    assert parcel.unpack(told, NOW) == FULL
