"""What holds for every test: no example fails for taking long, on however slow a machine."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("patient", settings(deadline=None, suppress_health_check=[HealthCheck.too_slow]))
settings.load_profile("patient")
