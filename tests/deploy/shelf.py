"""A shelf of wheels packed from what is installed here: the package index of a test without network."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from email.parser import Parser
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

BUILDER = "setuptools"


def fill(shelf: Path, requirements: Iterable[str]) -> None:
    """Pack the requirements, what they require in turn, and the builder."""
    shelf.mkdir()
    waiting = [Requirement(line) for line in (*requirements, BUILDER)]
    seen: set[str] = set()
    while waiting:
        wanted = waiting.pop()
        found = distribution(wanted.name)
        if str(wanted) not in seen:
            seen.add(str(wanted))
            waiting += _required(found, wanted.extras)
            _pack(found, shelf)


def _required(found: Distribution, extras: Iterable[str]) -> Iterator[Requirement]:
    for line in found.requires or ():
        needed = Requirement(line)
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in (*extras, "")):
            yield needed


def _pack(found: Distribution, shelf: Path) -> None:
    """Make a wheel again, unless it lies there: the files that it brought, less those of the installer."""
    if (file := shelf / _name(found)).exists():
        return
    with zipfile.ZipFile(file, "w") as wheel:
        kept = []
        for path in found.files or ():
            if _came(path.as_posix()):
                wheel.write(Path(str(path.locate())), path.as_posix())
                kept.append((path.as_posix(), "", ""))
        record = io.StringIO()
        csv.writer(record).writerows(kept)
        wheel.writestr(f"{_info(found)}/RECORD", record.getvalue())


def _came(path: str) -> bool:
    own = ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json")
    return not (
        path.startswith("..") or path.endswith(".pyc") or (".dist-info/" in path and path.endswith(own))
    )


def _info(found: Distribution) -> str:
    return next(file.parts[0] for file in found.files or () if file.name == "METADATA")


def _name(found: Distribution) -> str:
    """A wheel's file name: name-version-python-abi-platforms."""
    tags = [tag.split("-") for tag in Parser().parsestr(found.read_text("WHEEL") or "").get_all("Tag", [])]
    python, abi, platforms = (".".join(dict.fromkeys(parts)) for parts in zip(*tags, strict=True))
    name = re.sub(r"[-_.]+", "_", found.metadata["Name"]).lower()
    return f"{name}-{found.version}-{python}-{abi}-{platforms}.whl"
