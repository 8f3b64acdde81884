"""What every test gets: a home of its own, a fixed language, and hypothesis without deadlines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "sinmun", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("sinmun")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep a test's data in its own folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SINMUN_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    return folder


@pytest.fixture
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the command line speak English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Give the folder of sample articles."""
    return Path(__file__).parent.parent / "seeds"
