"""Where the incidents and the settings are."""

import os
from collections.abc import Mapping
from pathlib import Path

__all__ = ["settings_path", "workspace_path"]


def workspace_path(given: str | None, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder to use: the one given, `BRIDGELOG_HOME`, or the platform's folder for data."""
    chosen = given or environment.get("BRIDGELOG_HOME")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("bridgelog")


def settings_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the settings are: `BRIDGELOG_CONFIG`, or the platform's folder for configuration."""
    given = environment.get("BRIDGELOG_CONFIG")
    if given:
        return Path(given).expanduser()
    from platformdirs import user_config_path

    return user_config_path("bridgelog") / "settings.toml"
