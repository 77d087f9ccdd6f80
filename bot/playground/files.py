"""Files as Telegram keeps them: an id, a path, the bytes. Pictures tell their size by their first bytes."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field, replace
from typing import Any

SIZES = (("s", 90), ("m", 320), ("x", 800), ("y", 1280))
FOLDERS = {"photo": "photos", "voice": "voice", "document": "documents", "sticker": "stickers"}
SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "audio/ogg": "oga", "image/webp": "webp"}
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class File:
    """One stored file. Several ids may stand for sizes of the same picture."""

    file_id: str
    kind: str
    data: bytes = field(repr=False)
    mime: str = "application/octet-stream"
    name: str = ""
    digest: str = ""

    @property
    def path(self) -> str:
        return f"{FOLDERS[self.kind]}/{self.file_id}.{SUFFIXES.get(self.mime, 'bin')}"

    def facts(self) -> dict[str, Any]:
        """What every object about a file has."""
        return {"file_id": self.file_id, "file_unique_id": f"u-{self.file_id}", "file_size": len(self.data)}


class Files:
    """Everything ever uploaded or sent, by file id."""

    def __init__(self) -> None:
        self.by_id: dict[str, File] = {}
        self.last = 0

    def add(self, kind: str, data: bytes, mime: str = "", name: str = "") -> File:
        self.last += 1
        file = File(
            f"{kind}-{self.last:06d}",
            kind,
            data,
            mime or mime_of(data),
            name,
            hashlib.sha256(data).hexdigest(),
        )
        self.by_id[file.file_id] = file
        return file

    def get(self, file_id: str, kind: str | None = None) -> File | None:
        """Return the file of this id, and of this kind if one is asked for."""
        file = self.by_id.get(file_id)
        return file if file and kind in (None, file.kind) else None

    def at(self, path: str) -> File | None:
        file = self.by_id.get(path.rpartition("/")[2].rpartition(".")[0])
        return file if file and file.path == path else None

    def photo(self, file: File) -> list[dict[str, Any]]:
        """Return the PhotoSize list of a picture: Telegram's smaller sizes, then the whole one."""
        width, height = picture_size(file.data) or (1, 1)
        smaller = [scaled(width, height, side) for _, side in SIZES if side < max(width, height)]
        return [
            {**self._size(file, at, len(smaller)), "width": w, "height": h}
            for at, (w, h) in enumerate([*smaller, (width, height)])
        ]

    def _size(self, file: File, at: int, largest: int) -> dict[str, Any]:
        """Name one size. All of them serve the same bytes: nobody looks at the difference here."""
        if at == largest:
            return file.facts()
        file_id = f"{file.file_id}{SIZES[at][0]}"
        size = self.by_id.setdefault(file_id, replace(file, file_id=file_id))
        return size.facts()


def scaled(width: int, height: int, side: int) -> tuple[int, int]:
    longest = max(width, height)
    return max(1, width * side // longest), max(1, height * side // longest)


def mime_of(data: bytes) -> str:
    if data.startswith(PNG):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "audio/ogg" if data.startswith(b"OggS") else "application/octet-stream"


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG, None for anything else."""
    if data.startswith(PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return jpeg_size(data) if data.startswith(b"\xff\xd8\xff") else None


def jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk the JPEG segments to the frame header, which has the size."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
