"""Long runs of what must never fail: ``python -m tests.torture``."""
