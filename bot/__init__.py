"""Ask Anyway: a Telegram coach for rejection practice."""

import zoneinfo

__version__ = "0.1.0"

# the system's zones are years old on some machines; those from PyPI are pinned with everything else
zoneinfo.reset_tzpath(())  # here, before anything reads a zone
