"""The steps of the tour: what each says, and what the user does that takes it to the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from model.incident import NUMBERED, Incident
from model.message import N_
from model.timeline import Entry

__all__ = ["STEPS", "Seen", "Step"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the tour sees of the program."""

    place: str
    """The section's word, `home`, `review`, or the name of the window that is open, such as `Missing`."""
    incident: Incident | None
    """The open incident."""
    demo: bool
    """Whether the workspace is thrown away in the end."""


Done: TypeAlias = Callable[[Seen, Seen], bool]
"""Whether the user did it: how things were when the step began, and how they are."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour."""

    title: str
    """What it is about; marked for translation."""
    text: str
    """A sentence or two, with the names of `keys` in braces; marked for translation."""
    done: Done
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The actions whose keys the text names."""
    wanted: Callable[[Seen], bool] = lambda _seen: True
    """Whether the step is shown, as things are when the tour begins."""


def _added(before: Seen, now: Seen) -> list[Entry]:
    """The entries that were not there before."""
    if now.incident is None:
        return []
    known = {entry.id for entry in before.incident.timeline.root} if before.incident else set()
    return [entry for entry in now.incident.timeline.root if entry.id not in known]


def _opened(_before: Seen, now: Seen) -> bool:
    return now.incident is not None


def _typed(before: Seen, now: Seen) -> bool:
    return any(entry.text for entry in _added(before, now))


def _stamped(before: Seen, now: Seen) -> bool:
    return bool(_added(before, now))


def _marked(before: Seen, now: Seen) -> bool:
    return any(entry.milestone for entry in _added(before, now))


def _taken_back(before: Seen, now: Seen) -> bool:
    return now.incident != before.incident and not _added(before, now)


def _reached(*places: str) -> Done:
    return lambda _before, now: now.place in places


STEPS = (
    Step(
        N_("Begin an incident"),
        N_("{new}, a title, {file}: the rest has defaults. Where there is no incident yet, just type the title."),
        _opened,
        {"new": "home.new", "file": "capture.file"},
        lambda seen: seen.incident is None,
    ),
    Step(
        N_("Type what happens"),
        N_(
            "A real outage, in a workspace that is thrown away. Type a few words into the line at the bottom, then "
            "{file}: their time is the moment of your first key."
        ),
        _typed,
        {"file": "capture.file"},
        lambda seen: seen.demo,
    ),
    Step(
        N_("Type what happens"),
        N_(
            "On the timeline, type a few words into the line at the bottom, then {file}: their time is the moment of "
            "your first key."
        ),
        _typed,
        {"file": "capture.file"},
        lambda seen: not seen.demo,
    ),
    Step(
        N_("Stamp first, find words later"),
        N_("{stamp} keeps this moment, on every screen and in the middle of typing. {edit} on its line words it."),
        _stamped,
        {"stamp": "timeline.stamp", "edit": "item.edit"},
    ),
    Step(
        N_("Say what the moment was"),
        N_(
            "{milestone} and a digit stamp a milestone, such as the fix. How long it took to detect, diagnose and "
            "resolve is reckoned from these."
        ),
        _marked,
        {"milestone": "timeline.milestone"},
    ),
    Step(
        N_("Take it back"),
        N_("{undo} undoes the latest change, and the one before, also after a restart. All is saved already."),
        _taken_back,
        {"undo": "app.undo"},
    ),
    Step(
        N_("A digit for each section"),
        N_("{leave} leaves the line, {whys} goes to the whys. From any field, {next} goes to the section after."),
        _reached(*(word for word in NUMBERED if word != "timeline")),
        {"leave": "screen.back", "whys": "section.whys", "next": "section.next"},
    ),
    Step(
        N_("What is missing"),
        N_("{leave}, then {missing}, shows what the post-mortem still needs; {choose} there goes to the very place."),
        _reached("Missing"),
        {"leave": "screen.back", "missing": "app.missing", "choose": "list.choose"},
    ),
    Step(
        N_("The document"),
        N_("{export}, then {file}, writes the post-mortem to a file. The arrows choose its format."),
        _reached("Export"),
        {"export": "app.export-anywhere", "file": "capture.file"},
    ),
    Step(
        N_("Every key has a name"),
        N_("{help} shows the keys of any screen, filtered as you type. {palette} finds a command by its name."),
        _reached("Help", "CommandPalette"),
        {"help": "app.help", "palette": "app.palette"},
    ),
)
"""In their order."""
