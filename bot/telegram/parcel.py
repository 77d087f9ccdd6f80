"""One person's archive as a zip, and back. What comes from outside is unpacked in memory, and never far."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Final

from bot.coach.archive import Archive, Fault
from bot.service import archiving
from bot.store import archive_json
from bot.words import spreadsheets
from bot.words.render import Words
from bot.words.speech import speech

WHOLE: Final = "ask-anyway.json"  # the one that is read back
MOST_SENT: Final = archiving.LARGEST
MOST_INSIDE: Final = 12 * 2**20  # bytes
MOST_NAMES: Final = 100
UNIX: Final = 3
ALWAYS: Final = (1980, 1, 1, 0, 0, 0)  # the same archive gives the same bytes


def pack(archive: Archive, words: Words) -> bytes:
    """Put an archive into a zip: all of it for programs, and tables for people in their language."""
    whole = archive_json.write(archive, spreadsheets.challenges(archive, words.bank))
    texts = {**spreadsheets.files(archive, words.bank, speech(archive.language)), WHOLE: whole}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in texts.items():
            entry = zipfile.ZipInfo(name, ALWAYS)
            entry.create_system, entry.external_attr = UNIX, 0o600 << 16
            into.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def unpack(data: bytes, now: datetime) -> Archive | Fault:
    """Read an archive out of a zip, or out of the JSON that was in one. Never raises."""
    if len(data) > MOST_SENT:
        return Fault.TOO_BIG
    text = data if data.lstrip()[:1] == b"{" else _inside(data)
    return text if isinstance(text, Fault) else archive_json.read(text, now)


def _inside(data: bytes) -> bytes | Fault:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            return _whole(zipped)
    except zipfile.BadZipFile:
        return Fault.BROKEN if data[:2] == b"PK" else Fault.NOT_OURS
    except Exception:  # whatever is wrong with it, it came from anywhere
        return Fault.BROKEN


def _whole(zipped: zipfile.ZipFile) -> bytes | Fault:
    """The one entry that counts, in whichever folder; the names of the others mean nothing."""
    entries = zipped.infolist()
    if len(entries) > MOST_NAMES:
        return Fault.NOT_OURS
    named = [entry for entry in entries if entry.filename.rpartition("/")[2] == WHOLE]
    found = [entry for entry in named if not entry.filename.startswith("__MACOSX/")]
    if len(found) != 1:
        return Fault.NOT_OURS
    with zipped.open(found[0]) as text:
        read = text.read(MOST_INSIDE + 1)  # what it says of its size is not to be believed
    return Fault.TOO_BIG if len(read) > MOST_INSIDE else read
