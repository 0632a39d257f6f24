"""Every action of the keyboard, once: its id, its keys, and its name in footer, help and palette."""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from model.message import N_, NP_

__all__ = ["KEYS", "KeyAction", "bound"]


@dataclass(frozen=True, slots=True)
class KeyAction:
    """What a key does."""

    id: str
    """Stable, for remapping: `timeline.stamp`."""
    keys: str
    """The keys, separated by commas."""
    action: str
    """The Textual action that runs."""
    name: str
    """Short, for the footer; marked for translation."""
    help: str
    """A sentence for the help; marked for translation."""
    shown: bool = False
    """Whether the footer shows it."""
    everywhere: bool = False
    """Whether it works in every field and dialog too."""


def _section(number: int, word: str, name: str) -> KeyAction:
    return KeyAction(f"section.{word}", str(number), f"app.section('{word}')", name, N_("go to this section"))


_ALL = (
    KeyAction("timeline.stamp", "ctrl+t,f2", "app.stamp", N_("stamp"), N_("stamp this moment"), True, True),
    KeyAction("timeline.stamp-letter", "t", "app.stamp", N_("stamp"), N_("stamp this moment")),
    KeyAction(
        "timeline.milestone",
        "f5",
        "app.milestone",
        N_("milestone"),
        N_("stamp a milestone: then its digit"),
        True,
        True,
    ),
    KeyAction("timeline.milestone-letter", "m", "app.milestone", N_("milestone"), N_("stamp a milestone")),
    KeyAction("app.palette", "ctrl+p", "app.command_palette", N_("palette"), N_("find a command by its name")),
    KeyAction("app.help", "f1", "app.keys", N_("help"), N_("what this screen is for, and all its keys"), True, True),
    KeyAction("app.help-letter", "question_mark", "app.keys", N_("keys"), N_("all keys of this screen"), True),
    KeyAction("section.previous", "f3", "app.neighbour(-1)", N_("previous"), N_("the section before"), False, True),
    KeyAction("section.next", "f4", "app.neighbour(1)", N_("next"), N_("the section after"), False, True),
    KeyAction("app.go-to", "ctrl+g", "app.show('go_to')", N_("go to"), N_("go to a section or an incident by name")),
    KeyAction("field.editor", "ctrl+o", "app.editor", N_("editor"), N_("write this field in $EDITOR")),
    KeyAction("app.saved", "ctrl+s", "app.saved", N_("saved?"), N_("says whether all is on the disk")),
    KeyAction("app.undo", "ctrl+z", "app.undo", N_("undo"), N_("take back: in the field first, then the incident")),
    KeyAction("app.undo-letter", "u", "app.undo", N_("undo"), N_("take the latest change back"), True),
    KeyAction("app.redo", "ctrl+y", "app.redo", N_("redo"), N_("do again what was taken back")),
    KeyAction("app.quit", "ctrl+q", "app.quit", N_("quit"), N_("quit; nothing needs saving"), False, True),
    KeyAction(
        "app.missing", "c", "app.show('missing')", N_("what is missing"), N_("what the post-mortem still needs"), True
    ),
    KeyAction(
        "app.history", "H", "app.show('history')", N_("history"), N_("every change: who, when, before and after")
    ),
    KeyAction(
        "timeline.zones", "z,alt+z", "zones", N_("zones"), N_("the times in the incident’s zone, UTC and the laptop’s")
    ),
    KeyAction("entry.history", "h", "history", N_("its history"), N_("what was changed of this entry, and when")),
    KeyAction("app.todos", "A", "app.show('todos')", N_("TODOs"), N_("what the entries leave to be done")),
    KeyAction("todos.action", "enter", "choose", N_("make an action"), N_("make an action of it"), True),
    KeyAction("todos.not-needed", "x,d,delete", "not_needed", N_("not needed"), N_("it needs no action"), True),
    KeyAction("app.roles", "W", "app.show('roles')", N_("who does what"), N_("who leads, writes, tells, knows best")),
    KeyAction("roles.hand-over", "e", "hand_over", N_("hand over"), N_("say who takes the role over"), True),
    KeyAction("roles.lay-down", "d,delete", "lay_down", N_("lay down"), N_("the person has the role no longer"), True),
    KeyAction("app.severity", "s", "raise_severity", N_("raise severity"), N_("raise the severity by one step")),
    KeyAction("entry.pin", "space", "pin", N_("pin"), N_("keep the entry in sight above the list, or no longer"), True),
    KeyAction("app.unsaved", "S", "app.show('unsaved')", N_("not saved"), N_("what is not saved, and how to keep it")),
    KeyAction(
        "unsaved.elsewhere", "s", "elsewhere", N_("save elsewhere"), N_("save a whole copy to another file"), True
    ),
    KeyAction("unsaved.copy", "y", "copy", N_("copy out"), N_("copy the changes as text, to be pasted"), True),
    KeyAction("unsaved.again", "r", "again", N_("try again"), N_("try again to save, now"), True),
    KeyAction("unsaved.leave", "Q", "leave", N_("quit anyway"), N_("quit without what is not saved"), True),
    KeyAction("app.home", "0", "app.home", N_("home"), N_("all incidents")),
    KeyAction("app.take_in", "I", "app.show('take_in')", N_("import"), N_("take in a chat, alerts, deploys, a paste")),
    KeyAction("take_in.paste", "f7", "paste", N_("paste"), N_("paste or type lines, each with its time"), True, True),
    KeyAction(
        "take_in.read", "f10,ctrl+enter", "read", N_("read it"), N_("read it, and show what is in it"), True, True
    ),
    KeyAction("proposal.accept", "enter", "accept", N_("take in"), N_("take in every line that has its cross"), True),
    KeyAction("proposal.toggle", "space,x", "switch", N_("take"), N_("take the line, or leave it"), True),
    KeyAction(
        "proposal.milestone", "m", "milestone", N_("milestone"), N_("accept the proposed milestone, or not"), True
    ),
    KeyAction("proposal.all", "a", "all", N_("all"), N_("take every line in sight of the filter"), True),
    KeyAction("proposal.none", "n", "none", N_("none"), N_("leave every line in sight of the filter"), True),
    KeyAction("proposal.minor", "v", "minor", N_("minor"), N_("show notifications and the like, or hide them")),
    KeyAction("app.export", "x", "app.show('export')", N_("export"), N_("write the document to a file"), True),
    KeyAction(
        "app.export-anywhere",
        "alt+x",
        "app.show('export')",
        N_("export"),
        N_("write the document to a file"),
        False,
        True,
    ),
    KeyAction("app.publish", "P", "app.show('publish')", N_("publish"), N_("draft, in review or published")),
    KeyAction("copy.status", "U", "app.copy_text('status')", N_("update"), N_("copy an update of five lines")),
    KeyAction(
        "copy.status-anywhere",
        "alt+u",
        "app.copy_text('status')",
        N_("update"),
        N_("copy an update of five lines"),
        False,
        True,
    ),
    KeyAction("copy.executive", "E", "app.copy_text('executive')", N_("one-pager"), N_("copy a page for managers")),
    KeyAction("copy.handover", "O", "app.copy_text('handover')", N_("hand-over"), N_("copy a note for the next shift")),
    KeyAction("copy.text", "Y", "app.copy_text('text')", N_("copy all"), N_("copy the document as plain text")),
    KeyAction("app.review", "r", "app.section('review')", N_("review"), N_("the quarter, across all incidents")),
    KeyAction("app.similar", "p", "app.show('similar')", N_("like this"), N_("past incidents like this one")),
    KeyAction("review.earlier", "left_square_bracket,left,h", "earlier", N_("earlier"), N_("the quarter before"), True),
    KeyAction("review.later", "right_square_bracket,right,l", "later", N_("later"), N_("the quarter after"), True),
    KeyAction("review.last", "L", "last", N_("last one"), N_("the last quarter that has incidents")),
    KeyAction("review.severity", "s", "severity", N_("severity"), N_("only the next severity, or all"), True),
    KeyAction("review.service", "v", "service", N_("service"), N_("only one service, chosen by name"), True),
    KeyAction("review.industry", "i", "industry", N_("industry"), N_("only the next industry, or all"), True),
    KeyAction("review.all", "backspace,delete", "all", N_("all"), N_("all incidents again")),
    KeyAction("review.definitions", "d", "definitions", N_("definitions"), N_("how each figure is reckoned"), True),
    KeyAction("review.again", "R", "again", N_("read again"), N_("read all files again")),
    KeyAction(
        "repeats.yes", "y", "rule('confirmed')", N_("a repeat"), N_("it is a repeat, or that is open again"), True
    ),
    KeyAction(
        "repeats.no", "n", "rule('rejected')", N_("no repeat"), N_("it is no repeat, or that is open again"), True
    ),
    KeyAction("repeats.earlier", "o", "earlier", N_("open earlier"), N_("open the earlier incident"), True),
    KeyAction("repeats.undo", "u,ctrl+z", "undo_ruling", N_("undo"), N_("take back what was decided last"), True),
    KeyAction("app.clocks", "C", "app.show('clocks')", N_("clocks"), N_("the legal clocks of the incident")),
    KeyAction(
        "timeline.legal",
        "f6",
        "app.show('legal_stamp')",
        N_("legal stamp"),
        N_("stamp what starts a legal clock: then its digit"),
        False,
        True,
    ),
    KeyAction("timeline.legal-letter", "L", "app.show('legal_stamp')", N_("legal stamp"), N_("stamp a legal moment")),
    KeyAction("clocks.notified", "n", "notified", N_("notified"), N_("the notification was made, now"), True),
    KeyAction("clocks.stamp", "L", "stamp_legal", N_("legal stamp"), N_("stamp what starts a clock"), True),
    KeyAction("clocks.applies", "x,space", "applies", N_("applies?"), N_("it does not apply here, or does"), True),
    KeyAction("clocks.all", "a", "all", N_("all"), N_("every clock that is known, of other industries too"), True),
    KeyAction("publish.review", "r", "review", N_("in review"), N_("give it to the review"), True),
    KeyAction("publish.publish", "p", "publish", N_("publish"), N_("publish it, and keep a copy as it is"), True),
    KeyAction("publish.draft", "b", "draft", N_("back to draft"), N_("make it a draft again"), True),
    KeyAction("app.settings", "comma", "app.show('settings')", N_("settings"), N_("what is set, and your keys")),
    KeyAction("settings.unset", "d,delete", "unset", N_("default"), N_("take it out of the file: the default"), True),
    KeyAction("app.tour", "T", "tour", N_("tour"), N_("begin the tour of the program, or leave it")),
    KeyAction("tour.next", "f10,greater_than_sign", "tour_next", N_("on"), N_("the next step of the tour")),
    KeyAction("tour.back", "less_than_sign", "tour_back", N_("back"), N_("the step of the tour before")),
    KeyAction("app.theme", "ctrl+l", "app.theme", N_("light/dark"), N_("change between light and dark")),
    KeyAction(
        "capture.file", "enter", "submit", N_("file it"), N_("file what is typed, at the time of its first key"), True
    ),
    KeyAction("blame.accept", "f8,ctrl+r", "accept_rewrite", N_("rewrite"), N_("put the proposal in the place")),
    KeyAction("blame.ignore", "f9,ctrl+n", "ignore_sentence", N_("ignore here"), N_("leave this sentence as it is")),
    KeyAction(
        "blame.allow", "f12,alt+w", "allow_word", N_("always allow"), N_("never mark that word again"), False, True
    ),
    KeyAction("screen.back", "escape", "back", N_("leave"), N_("leave the field, then go back one level"), True),
    KeyAction("screen.back-letter", "q", "back", N_("back"), N_("go back one level")),
    KeyAction("list.down", "j,down", "cursor_down", N_("down"), N_("one line down")),
    KeyAction("list.up", "k,up", "cursor_up", N_("up"), N_("one line up")),
    KeyAction("list.page-down", "pagedown", "page_down", N_("page down"), N_("one page down")),
    KeyAction("list.page-up", "pageup", "page_up", N_("page up"), N_("one page up")),
    KeyAction("list.top", "g,home", "cursor_top", N_("top"), N_("to the first line")),
    KeyAction("list.bottom", "G,end", "cursor_bottom", N_("bottom"), N_("to the last line")),
    KeyAction("list.choose", "enter", "choose", NP_("key", "open"), N_("open or edit what the cursor is on"), True),
    KeyAction("item.add", "a", "add", N_("add"), N_("add one"), True),
    KeyAction("item.edit", "e", "edit", N_("edit"), N_("edit what the cursor is on"), True),
    KeyAction("form.edit", "e,enter", "edit", N_("edit"), N_("go to the first field; tab goes on"), True),
    KeyAction("item.delete", "d,delete", "delete", N_("delete"), N_("take it away; undo brings it back"), True),
    KeyAction("item.toggle", "space", "next_value", N_("change"), N_("the next value"), True),
    KeyAction("home.new", "n", "new", N_("new incident"), N_("begin a new incident"), True),
    KeyAction("home.missing", "c", "missing", N_("what is missing"), N_("what the chosen incident still needs"), True),
    KeyAction("home.filter", "slash", "filter", N_("filter"), N_("show only what matches"), True),
    KeyAction("dialog.close", "escape", "close", N_("close"), N_("close without changing anything"), True),
    KeyAction("dialog.accept", "ctrl+enter,f10", "accept", N_("accept"), N_("accept the whole dialog"), False, True),
    KeyAction(
        "export.redact",
        "ctrl+r",
        "redact",
        N_("pseudonyms"),
        N_("put pseudonyms in the place of people, hosts, addresses and secrets"),
        True,
        True,
    ),
    KeyAction("choice.previous", "left,h", "previous", N_("before"), N_("the value before")),
    KeyAction("choice.next", "right,l,space", "next", N_("next value"), N_("the next value"), True),
    KeyAction("choice.clear", "delete,backspace", "clear", N_("empty"), N_("no value")),
    KeyAction("whys.answer", "a", "add", N_("ask why"), N_("answer why the chosen one happened"), True),
    KeyAction("whys.chain", "n", "chain", N_("new chain"), N_("begin another chain"), True),
    KeyAction("whys.branch", "b", "branch", N_("branch"), N_("another answer beside the chosen one")),
    KeyAction("whys.evidence", "v", "evidence", N_("evidence"), N_("cite timeline entries"), True),
    KeyAction("whys.category", "o", "category", N_("category"), N_("the root-cause category of the chain"), True),
    KeyAction("whys.move", "w", "move", N_("move"), N_("let it explain another why, with all that is below it")),
    KeyAction("whys.prune", "D", "prune", N_("delete below"), N_("take it away with all that is below it")),
    KeyAction("check.take", "space,x", "take", N_("take"), N_("take the line, or leave it"), True),
    KeyAction("went_well.lucky", "l", "lucky", N_("got lucky"), N_("write down where you got lucky"), True),
    KeyAction("went_well.turn", "space", "turn", N_("luck or not"), N_("it was luck, or it was not"), True),
    KeyAction("facilitation.begin", "F,f7", "app.section('facilitation')", N_("meeting"), N_("the review meeting")),
    KeyAction("facilitation.next", "space,right,pagedown", "next_page", N_("on"), N_("the next page"), True),
    KeyAction("facilitation.previous", "left,pageup", "previous_page", N_("back"), N_("the page before"), True),
    KeyAction("facilitation.note", "n", "note", N_("note"), N_("take a note of the review"), True),
    KeyAction("facilitation.action", "a", "agree", N_("action"), N_("add an action with owner and deadline"), True),
    KeyAction("facilitation.pause", "p", "pause", N_("pause"), N_("stop the clock, or let it go on"), True),
    KeyAction("facilitation.longer", "plus,equals_sign", "adjust(1)", N_("longer"), N_("a minute more for this page")),
    KeyAction("facilitation.shorter", "minus", "adjust(-1)", N_("shorter"), N_("a minute less for this page")),
    KeyAction(
        "facilitation.open",
        "enter,e",
        "open",
        NP_("key", "open"),
        N_("open the section to edit it; F comes back"),
        True,
    ),
    KeyAction("recurrence.yes", "y", "answer('yes')", N_("yes"), N_("answer yes"), True),
    KeyAction("recurrence.no", "n,N", "answer('no')", N_("no"), N_("answer no"), True),
    KeyAction("recurrence.not-needed", "w", "answer('not-needed')", N_("not needed"), N_("answer not needed"), True),
    KeyAction("recurrence.clear", "backspace", "answer('')", N_("open"), N_("open the question again")),
    KeyAction("recurrence.action", "a", "add", N_("make an action"), N_("make an action of the question"), True),
    KeyAction("recurrence.rfc", "r", "rfc", N_("RFC"), N_("the RFC's link or number")),
    KeyAction("cell.edit", "enter,e", "edit", N_("edit"), N_("edit the cell under the cursor"), True),
    KeyAction("cell.left", "h,left", "cursor_left", N_("left"), N_("one cell to the left")),
    KeyAction("cell.right", "l,right", "cursor_right", N_("right"), N_("one cell to the right")),
    KeyAction("evidence.accept", "enter", "accept", N_("accept"), N_("cite what was taken"), True, True),
    KeyAction(
        "action.covers", "v", "covers", N_("covers"), N_("which factors and questions it is the answer to"), True
    ),
    KeyAction("factor.action", "i", "act", N_("action"), N_("make an action of this factor"), True),
    KeyAction("factor.sensible", "w", "explain", N_("why sensible"), N_("what made it sensible at the time"), True),
    *(
        KeyAction(f"missing.section-{n}", str(n), f"to_section({n})", N_("section"), N_("go to the section"))
        for n in range(1, 10)
    ),
    KeyAction("cell.next", "space,plus", "next_value", N_("change"), N_("the next value of this cell"), True),
    KeyAction("cell.previous", "minus", "previous_value", N_("back"), N_("the value of this cell before")),
    KeyAction("slider.less", "left,h", "less", N_("less"), N_("one less"), True),
    KeyAction("slider.more", "right,l,space", "more", N_("more"), N_("one more"), True),
    KeyAction("slider.clear", "backspace", "unscore", N_("no score"), N_("take the score away")),
    _section(1, "summary", N_("Summary")),
    _section(2, "timeline", N_("Timeline")),
    _section(3, "whys", N_("Whys")),
    _section(4, "factors", N_("Factors")),
    _section(5, "went_well", N_("Well")),
    _section(6, "actions", N_("Actions")),
    _section(7, "recurrence", N_("Recur.")),
    _section(8, "cost", N_("Cost")),
    _section(9, "notes", N_("Notes")),
)
KEYS = {action.id: action for action in _ALL}
"""Every action by its id."""


def bound(*ids: str) -> list[BindingType]:
    """The bindings of those actions. Their names are translated when they are drawn."""
    return [_binding(KEYS[id]) for id in ids]


def _binding(key: KeyAction) -> Binding:
    return Binding(
        key.keys,
        key.action,
        key.name,
        show=key.shown,
        priority=key.everywhere,
        id=key.id,
        tooltip=key.help,
    )
