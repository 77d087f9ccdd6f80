"""Builds deploy/Dockerfile without Docker: its commands in order, each stage in an empty folder.

Real: the order, the files copied, every RUN in a shell, pip's choice under the constraints, the bot's wheel,
what is installed, the health check, the command. Simulated: a stage's root is a folder, into which absolute
paths lead; the base image is a virtual environment of this Python; the package index is a shelf of wheels
packed from what is installed here; nothing is compiled to bytecode. Users, capabilities and a read-only root
are Docker's own.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path

ABSOLUTE = re.compile(r"(?<![\w./-])/(?=[a-z])")
HERE = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction: its word, its flags as (name, value), and the rest of it."""

    word: str
    flags: tuple[tuple[str, str], ...]
    rest: str

    def flag(self, name: str) -> str | None:
        return dict(self.flags).get(name)


def steps(dockerfile: str) -> list[Step]:
    """Read a Dockerfile; comments end with their line, a backslash does not end one."""
    kept = "".join(f"{line}\n" for line in dockerfile.splitlines() if not line.lstrip().startswith("#"))
    return [_step(line) for line in kept.replace("\\\n", " ").splitlines() if line.strip()]


def _step(line: str) -> Step:
    word, rest = line.split(maxsplit=1)
    flags = []
    while flag := re.match(r"--([a-z-]+)=(\S+)\s+", rest):
        flags.append((flag[1], flag[2]))
        rest = rest[flag.end() :]
    return Step(word, tuple(flags), rest.strip())


def context(root: Path, to: Path) -> Path:
    """Copy what .dockerignore lets into the build: it forbids everything, and then names what may come."""
    rules = [line for line in (root / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    assert rules[0] == "*"
    dropped = shutil.ignore_patterns(*(rule.removeprefix("**/") for rule in rules if rule.startswith("**/")))
    for name in (rule.removeprefix("!") for rule in rules if rule.startswith("!")):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_dir():
            shutil.copytree(root / name, to / name, ignore=dropped)
        else:
            shutil.copy(root / name, to / name)
    return to


@dataclass(slots=True)
class Stage:
    """A stage under way: what Docker would know of it. `root` stands for /."""

    root: Path
    work: Path
    variables: dict[str, str] = field(default_factory=dict)
    said: dict[str, Step] = field(default_factory=dict)  # what is only kept for the start: CMD, USER, ...

    def at(self, path: str) -> Path:
        """The place of a path, absolute in the image or beside its WORKDIR."""
        return self.root / path[1:] if path.startswith("/") else self.work / path

    @property
    def environment(self) -> dict[str, str]:
        path = f"{self.root / 'usr/local/bin'}{os.pathsep}{HERE['PATH']}"
        return {**HERE, "PATH": path, "HOME": str(self.root / "nonexistent"), **self.variables}

    def command(self, word: str) -> list[str]:
        """CMD or HEALTHCHECK in its JSON form, which needs no shell; the program as its PATH finds it."""
        listed = self.said[word].rest.removeprefix("CMD ")
        program, *arguments = json.loads(listed)
        found = shutil.which(program, path=self.environment["PATH"])
        assert found is not None, program
        return [found, *arguments]


class Build:
    """Runs steps; the last stage is the image."""

    def __init__(self, files: Path, folder: Path, shelf: Path) -> None:
        self._files = files
        self._folder = folder
        self._shelf = shelf
        self._stages: dict[str, Stage] = {}

    @property
    def image(self) -> Stage:
        return list(self._stages.values())[-1]

    def run(self, step: Step) -> None:
        match step.word:
            case "FROM":
                self._from(step)
            case "COPY":
                self._copy(step)
            case "RUN":
                self._shell(step)
            case "WORKDIR":
                self.image.work = self.image.at(step.rest)
                self.image.work.mkdir(parents=True, exist_ok=True)
            case "ENV":
                self._env(step)
            case "USER" | "VOLUME" | "EXPOSE" | "STOPSIGNAL" | "HEALTHCHECK" | "CMD":
                self.image.said[step.word] = step
            case unknown:
                raise AssertionError(f"{unknown}: nothing here knows what it does")

    def _from(self, step: Step) -> None:
        base, _, name = step.rest.partition(" AS ")
        assert base == "python:3.11-slim"
        root = self._folder / (name or "image")
        venv.create(root / "usr/local", symlinks=True)
        python = root / "usr/local/bin/python"
        pip = python.with_name("pip")
        pip.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pip --python "{python}" "$@"\n')
        pip.chmod(0o755)
        self._stages[name] = Stage(root, root)

    def _copy(self, step: Step) -> None:
        *sources, target = step.rest.split()
        given = step.flag("from")
        inside = self._files if given is None else self._stages[given].root
        to = self.image.at(target)
        for source in sources:
            _put(inside / source.lstrip("/"), to / Path(source).name if target.endswith("/") else to)
        if (mode := step.flag("chmod")) is not None:
            to.chmod(int(mode, 8))

    def _shell(self, step: Step) -> None:
        mounts = [self._mounted(value) for name, value in step.flags if name == "mount"]
        line = ABSOLUTE.sub(f"{self.image.root}/", step.rest)
        pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_COMPILE": "0"}
        found = {"PIP_FIND_LINKS": str(self._shelf), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        done = subprocess.run(  # noqa: S603  the project's own Dockerfile
            ["/bin/sh", "-c", line],
            cwd=self.image.work,
            env=self.image.environment | pip | found,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{step.rest}\n{done.stdout}{done.stderr}"
        for mount in mounts:
            mount.unlink()

    def _mounted(self, value: str) -> Path:
        parts = dict(part.split("=", 1) for part in value.split(","))
        assert parts["type"] == "bind"
        place = self.image.at(parts["target"])
        place.symlink_to(self._stages[parts["from"]].at(parts["source"]))
        return place

    def _env(self, step: Step) -> None:
        for pair in shlex.split(step.rest):
            name, value = pair.split("=", 1)
            self.image.variables[name] = str(self.image.at(value)) if value.startswith("/") else value


def _put(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, to, dirs_exist_ok=True)
    else:
        shutil.copy(source, to)
