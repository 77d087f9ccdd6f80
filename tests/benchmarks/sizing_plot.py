"""The picture of the sizing bench: bars with their intervals."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

COLOURS = {"ink": "#222222", "bar": "#9db4c0", "ours": "#c2571a", "paper": "#ffffff"}
PANELS = ("gain", "in band", "longest run p95", "dropout")
Ranged = tuple[float, float, float]  # value, low, high


def draw(measured: Mapping[str, Mapping[str, Ranged]], ours: str, path: Path) -> None:
    """One panel a measure, one bar a policy; `ours` is how the names of ours begin."""
    rows = len(measured)
    image = Image.new("RGB", (1240, 60 + len(PANELS) // 2 * (rows * 26 + 60)), COLOURS["paper"])
    pen = ImageDraw.Draw(image)
    for n, what in enumerate(PANELS):
        values = {name: of[what] for name, of in measured.items()}
        _panel(pen, what, values, ours, (20 + n % 2 * 620, 20 + n // 2 * (rows * 26 + 60)))
    image.save(path)


def _panel(
    pen: ImageDraw.ImageDraw, title: str, values: Mapping[str, Ranged], ours: str, corner: tuple[int, int]
) -> None:
    left, top = corner
    font = ImageFont.load_default(14)
    scale = 330 / max(high for _, _, high in values.values())
    pen.text((left, top), title, COLOURS["ink"], font)
    for n, (name, (value, low, high)) in enumerate(values.items()):
        y = top + 30 + n * 26
        colour = COLOURS["ours"] if name.startswith(ours) else COLOURS["bar"]
        pen.text((left, y), name, COLOURS["ink"], font)
        pen.rectangle((left + 190, y + 2, left + 190 + value * scale, y + 18), colour)
        pen.line((left + 190 + low * scale, y + 10, left + 190 + high * scale, y + 10), COLOURS["ink"], 2)
        pen.text((left + 530, y), f"{value:.2f}", COLOURS["ink"], font)
