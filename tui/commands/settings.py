"""`bridgelog settings`: what is set, what it means, and changing one value."""

import argparse
from typing import Any

from data.language import _, say
from data.places import settings_path
from data.setting_fields import SETTINGS, as_text, in_file
from data.settings import Settings
from data.settings_file import changed
from model.message import Message, Refused
from screens.keymap import check_key, problems_of
from tui.desk import Desk, as_json, complain, table

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=_("one setting, such as zone, or keys.timeline.stamp"))
    parser.add_argument("value", nargs="?", metavar="VALUE", help=_("its new value; lists with commas between"))
    parser.add_argument("--unset", action="store_true", help=_("take it out of the file: the default holds again"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the settings, or one, or change it; 1 where keys of one's own cannot be used, 3 where the file is wrong."""
    name, settings = arguments.name, desk.settings
    if arguments.value is not None and arguments.unset:
        raise Refused(Message("a value and --unset: only one of them can be meant"))
    if name is None and arguments.unset:
        raise Refused(Message("which setting is to be taken out?"))
    if name is not None and not (arguments.unset and any(problem.place == (name,) for problem in settings.problems)):
        _known(name)
    if arguments.unset or arguments.value is not None:
        for problem in problems_of(_change(name, arguments.value, settings)):
            complain(say(problem.message))
        return 0
    if arguments.json:
        desk.say(as_json(_json(settings) if name is None else _value(settings, name)))
    elif name is not None:
        desk.say(_shown(settings, name))
    else:
        desk.say(_("Settings are in {file}").format(file=settings_path()))
        rows = [(field.name, as_text(settings, field.name) or "–", _(field.meaning)) for field in SETTINGS.values()]
        desk.say(table(rows, head=(_("Setting"), _("Value"), _("Meaning")), shrink=2))
    problems = problems_of(settings)
    for problem in problems:
        complain(say(problem.message))
    if settings.problems:
        return 3
    return 1 if problems else 0


def _known(name: str) -> None:
    if name.partition(".")[0] not in SETTINGS or ("." in name and not name.startswith("keys.")):
        raise Refused(Message("no setting is called “{name}”: bridgelog settings lists them", name=name[:40]))


def _change(name: str, text: str | None, settings: Settings) -> Settings:
    if text is None:
        return changed(settings_path(), name, None)
    if name.startswith("keys."):
        check_key(settings.keys, name.removeprefix("keys."), text)
        return changed(settings_path(), name, text)
    return changed(settings_path(), name, in_file(SETTINGS[name], text))


def _value(settings: Settings, name: str) -> Any:
    table_name, _dot, key = name.partition(".")
    value = settings.model_dump(mode="json")[table_name]
    return value.get(key) if key else value


def _shown(settings: Settings, name: str) -> str:
    if name.startswith("keys."):
        from screens.keys import KEYS

        action = name.removeprefix("keys.")
        return settings.keys.get(action) or (KEYS[action].keys if action in KEYS else "")
    return as_text(settings, name)


def _json(settings: Settings) -> dict[str, Any]:
    return settings.model_dump(mode="json")
