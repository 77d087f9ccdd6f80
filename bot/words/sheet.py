"""Paper that pictures are drawn on: its size, its colours, shapes, words. Knows nothing of what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

WIDTH = 1080
MARGIN = 40
INSET = 44  # from the edge of a panel to what is in it
GAP = 24
RIGHT = WIDTH - MARGIN - INSET
LEFT = MARGIN + INSET
SMOOTH = 2  # shapes are drawn so many times larger and shrunk: Pillow does not smooth edges

PAPER, PANEL, HAIR = "#F4EFE6", "#FFFDF9", "#E4DCCF"
INK, MUTED = "#2C2A35", "#645E69"
GREEN, BLUE, CLAY = "#1C7566", "#35639E", "#B4512F"

TITLE, LARGE, SMALL = 38, 76, 33

Point = tuple[float, float]


@lru_cache(maxsize=8)
def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


class Sheet:
    """Paper to draw on: shapes first, smoothed; words on top, sharp."""

    def __init__(self, height: int) -> None:
        self.image = Image.new("RGB", (WIDTH * SMOOTH, height * SMOOTH), PAPER)
        self.pen = ImageDraw.Draw(self.image)
        self.words: list[tuple[Point, str, int, str, str]] = []

    def write(self, at: Point, text: str, size: int = SMALL, colour: str = INK, anchor: str = "ls") -> None:
        self.words.append((at, text, size, colour, anchor))

    def box(self, left: float, top: float, right: float, bottom: float, fill: str, radius: float = 0) -> None:
        edges = tuple(edge * SMOOTH for edge in (left, top, right, bottom))
        self.pen.rounded_rectangle(edges, radius * SMOOTH, fill=fill)

    def disc(self, at: Point, radius: float, fill: str) -> None:
        self.pen.circle((at[0] * SMOOTH, at[1] * SMOOTH), radius * SMOOTH, fill=fill)

    def ring(self, at: Point, radius: float, colour: str, width: float, fill: str = PANEL) -> None:
        self.disc(at, radius, colour)
        self.disc(at, radius - width, fill)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        scaled = [(x * SMOOTH, y * SMOOTH) for x, y in points]
        self.pen.line(scaled, fill=colour, width=round(width * SMOOTH), joint="curve")

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        self.pen.polygon([(x * SMOOTH, y * SMOOTH) for x, y in points], fill=fill)

    def panel(self, top: float, bottom: float, title: str) -> None:
        self.box(MARGIN, top, WIDTH - MARGIN, bottom, PANEL, radius=32)
        self.write((LEFT, top + 64), title, TITLE)

    def png(self) -> bytes:
        image = self.image.reduce(SMOOTH)
        pen = ImageDraw.Draw(image)
        for at, text, size, colour, anchor in self.words:
            pen.text(at, text, fill=colour, font=font(size), anchor=anchor)
        file = BytesIO()
        image.save(file, "PNG", compress_level=4)
        return file.getvalue()
