"""Where all data lie."""

from __future__ import annotations

import os
from pathlib import Path


def default_home() -> Path:
    """Give the folder of all data: SINMUN_HOME, or the platform's data folder."""
    chosen = os.environ.get("SINMUN_HOME")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("sinmun", appauthor=False)
