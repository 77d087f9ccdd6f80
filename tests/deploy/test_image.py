"""The image, built and run command by command where no Docker is; image.py says what of it is simulated."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import tomllib
from importlib.metadata import version
from pathlib import Path

import bot
from bot.playground import World
from tests.deploy import shelf
from tests.deploy.image import Build, Stage, context, steps
from tests.faults import process

ROOT = Path(bot.__file__).parents[1]
STEPS = steps((ROOT / "deploy/Dockerfile").read_text())
STOP_SECONDS = 30


def last(word: str) -> str:
    return [step.rest for step in STEPS if step.word == word][-1]


async def test_each_command_in_order_ends_in_a_bot_that_is_healthy_and_stops(tmp_path: Path) -> None:
    built = build(tmp_path)
    assert installed(built) == {name: pin for name, pin in pinned().items() if name in installed(built)}
    (package,) = built.root.glob("usr/local/lib/*/site-packages/bot")
    assert parts(package) == parts(ROOT / "bot")
    before = files(built)
    await runs_until_sigterm(built, tmp_path)
    assert files(built) == before
    assert [path.name for path in built.at("/data").iterdir() if path.suffix == ".db"] == ["ask-anyway.db"]


def build(folder: Path) -> Stage:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    shelf.fill(folder / "shelf", project["dependencies"])
    (folder / "stages").mkdir()
    building = Build(context(ROOT, folder / "context"), folder / "stages", folder / "shelf")
    for step in STEPS:
        building.run(step)
    return building.image


def installed(image: Stage) -> dict[str, str]:
    """What pip put into the image, the bot itself left out: it has no pin."""
    found = (
        path.stem.rpartition("-") for path in image.root.glob("usr/local/lib/*/site-packages/*.dist-info")
    )
    return {canonical(name): number for name, _, number in found if name != "ask_anyway"}


def pinned() -> dict[str, str]:
    lines = (ROOT / "deploy/constraints.txt").read_text().splitlines()
    pairs = (line.split("==") for line in lines if not line.startswith("#"))
    return {canonical(name): number for name, number in pairs}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).lower()


def parts(package: Path) -> set[str]:
    """Its modules and everything they read: the bank of asks, the page, the migrations."""
    found = (path.relative_to(package) for path in package.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if "__pycache__" not in path.parts}


def files(image: Stage) -> dict[str, int]:
    """Everything outside the volume, with the time it was written: a read-only root would forbid a change."""
    everything = (path for path in image.root.rglob("*") if not path.is_relative_to(image.at("/data")))
    return {str(path): path.lstat().st_mtime_ns for path in everything}


async def runs_until_sigterm(image: Stage, folder: Path) -> None:
    world = process.blank()
    async with process.served(world) as url:
        given = {**image.environment, **operators(folder, url)}
        assert await ended(image.command("HEALTHCHECK"), image, given) == 1
        running = await asyncio.create_subprocess_exec(*image.command("CMD"), cwd=image.work, env=given)
        try:
            await world.wait_for(lambda: world.updates.poller is not None, process.PATIENCE)
            await healthy(image, given, running)
            await answers(world)
            running.send_signal(signal.Signals[image.said["STOPSIGNAL"].rest])
            async with asyncio.timeout(STOP_SECONDS):
                assert await running.wait() == 0
        finally:
            if running.returncode is None:
                running.kill()


def operators(folder: Path, url: str) -> dict[str, str]:
    """What compose.yaml and its operator add: the token as a file. Here also a server, and a port of ours."""
    (folder / "secrets").mkdir()
    (folder / "secrets/bot_token").write_text(f"{process.TOKEN}\n")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    return {"CREDENTIALS_DIRECTORY": str(folder / "secrets"), "BOT_API_URL": url, "LISTEN": listen}


async def ended(command: list[str], image: Stage, given: dict[str, str]) -> int:
    quiet = asyncio.subprocess.DEVNULL
    run = await asyncio.create_subprocess_exec(*command, cwd=image.work, env=given, stderr=quiet)
    return await run.wait()


async def healthy(image: Stage, given: dict[str, str], bot: asyncio.subprocess.Process) -> None:
    """Ask as Docker does while the container starts: again and again, once it has begun."""
    async with asyncio.timeout(process.PATIENCE):
        while await ended(image.command("HEALTHCHECK"), image, given) != 0:
            assert bot.returncode is None, "it did not start"


async def answers(world: World) -> None:
    ana = world.add_person("Ana").id
    world.say(ana, "/start")
    await world.wait_for(lambda: bool(process.shown(world, ana)), process.PATIENCE)


# --- what only Docker can do is at least written


def test_the_image_is_no_one_s_and_writes_to_its_volume_alone() -> None:
    assert last("USER") == "65534:65534"
    assert last("VOLUME") == last("WORKDIR") == "/data"
    (volume,) = [step for step in STEPS if step.word == "COPY" and step.rest.endswith(" /data")]
    assert volume.flag("chown") == last("USER")


def test_no_wheel_and_no_source_stays_in_the_image() -> None:
    words = [step.word for step in STEPS]
    image = STEPS[len(words) - words[::-1].index("FROM") - 1 :]
    assert words.count("FROM") == 2
    copied = [step.rest.split()[-1] for step in image if step.word == "COPY"]
    assert copied == ["/usr/local/bin/nightly-backup", "/data"]


def test_the_builder_is_pinned_like_everything_else() -> None:
    assert pinned()["setuptools"] == version("setuptools")
