"""Every text that a user sees is marked for translation, and the catalog holds exactly those texts."""

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
FLOORS = ("model", "data", "screens", "tui")
SOURCES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
KEYWORDS = {"_": None, "N_": None, "NP_": ((1, "c"), 2), "Message": None, "Counted": (1, 2), "ngettext": (1, 2)}
"""What marks a text; the numbers are those of the arguments that hold texts. The same as in the Makefile."""
SINKS = {"Static", "Label", "Button", "notify", "complain", "update"}
"""What shows its first argument to the user."""
SHOWN = {"help", "description", "epilog", "placeholder", "tooltip", "border_title", "prompt", "title"}
"""Arguments that are shown to the user."""
NOT_SHOWN = {
    "ValueError",
    "TypeError",
    "NotImplementedError",
    "Markup",
    "compile",
    "query",
    "query_one",
    "focus_next",
    "fullmatch",
}
"""Calls whose texts are for programmers, or no words at all."""
UNSEEN_NAMES = re.compile(r"_?(CSS|DEFAULT_CSS|AUTO_FOCUS|[A-Z_]*(RE|PATTERN|CODES))$")
WORDS = re.compile(r"[^\W\d_]{2,}[,:;]? [^\W\d_]{2,}")
"""Two words with a blank between: a text rather than a name."""
STYLE = re.compile(r"((not |on )?(bold|dim|italic|reverse|underline|[$][\w-]+) ?)+")
"""How a text looks, for Textual."""
PATTERN = re.compile(r"\(\?|\\[bwdsS]|\[\^|\{\d*,\d")
"""What shows that a text is a regular expression."""
LETTERS = re.compile(r"[^\W\d_]{2,}")

WORD_LISTS = (
    "data/documents/actions_csv.py",  # the columns of ticket systems
    "data/documents/pdf.py",  # the files of fonts
    "data/importers/",
    "data/incident_rows.py",  # types of columns
    "data/incident_table.py",  # SQL
    "data/index/facts.py",  # SQL
    "data/index/",
    "model/blameless/",
    "model/clocks/regimes",  # citations
    "model/evidence_words.py",
    "model/redaction/host_names.py",
    "model/review/failure_modes.py",
    "model/review/likeness.py",
    "model/token_shapes.py",
    "model/zone_words.py",
    "tui/commands/completion.py",  # scripts for shells
    "tui/commands/manual.py",  # requests to man
)
"""Where texts are what other texts are compared with, or no words of ours; what is shown from there is marked."""
UNMARKED_ON_PURPOSE = {
    "data/demo/__init__.py": {  # the names that the facts of the demos have
        "Missing/inadequate monitoring",
        "Insufficient testing",
        "Documentation gaps",
        "Process not followed",
        "Knowledge concentration (bus factor)",
        "Capacity/scaling limits",
        "Third-party dependency",
        "Communication breakdown",
        "Change management failure",
        "Technical debt",
    },
    "data/documents/schema.py": {"An incident as Bridgelog exports it."},  # a schema speaks English
}
"""Texts that are no sentences of ours, by module."""


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


class Finder(ast.NodeVisitor):
    """Collects the texts of a module that are not marked."""

    def __init__(self, *, words: bool = True) -> None:
        """With `words`, any two words count; else only what is given to something that shows it."""
        self.words = words
        self.found: list[str] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # docstrings, also those of attributes
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if not any(UNSEEN_NAMES.fullmatch(name) for name in names):
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None and not UNSEEN_NAMES.fullmatch(getattr(node.target, "id", "")):
            self.visit(node.value)

    def visit_Call(self, node: ast.Call) -> None:
        name = called(node)
        if name in NOT_SHOWN:
            return
        if name in KEYWORDS:
            for argument in node.args:
                if isinstance(argument, ast.JoinedStr):
                    self.found.append(f"{name}(f-string)")
            for keyword in node.keywords:
                self.visit(keyword.value)
            return
        shown = [*node.args[: name in SINKS], *(key.value for key in node.keywords if key.arg in SHOWN)]
        for argument in shown:
            text = argument.value if isinstance(argument, ast.Constant) else None
            if isinstance(text, str) and LETTERS.search(text):
                self.found.append(text)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        text = node.value
        if not self.words or not isinstance(text, str) or not WORDS.search(text):
            return
        if not PATTERN.search(text) and not STYLE.fullmatch(text):
            self.found.append(text)


@pytest.mark.parametrize("path", SOURCES, ids=where)
def test_every_text_for_the_user_is_marked(path: Path) -> None:
    finder = Finder(words=not where(path).startswith(WORD_LISTS))
    finder.visit(ast.parse(path.read_text("utf-8")))
    assert set(finder.found) - UNMARKED_ON_PURPOSE.get(where(path), set()) == set()


def marked() -> Iterator[str | tuple[str, ...]]:
    for floor in FLOORS:
        for _, _, message, _, _ in extract_from_dir(
            ROOT / floor, [("**.py", "python")], keywords=KEYWORDS, comment_tags=()
        ):
            yield message


def test_the_catalog_holds_exactly_the_marked_texts() -> None:
    catalog = read_po(io.BytesIO((ROOT / "data/locales/bridgelog.pot").read_bytes()))
    held = {message.id for message in catalog if message.id}
    found = set(marked())
    plural = {message[0] for message in held if isinstance(message, tuple | list)}
    assert found - plural == held, "run make catalogs"  # what has a plural stands there once


def test_the_finder_finds_what_is_not_marked() -> None:
    finder = Finder()
    finder.visit(
        ast.parse(
            "def f():\n"
            '    "A docstring of two words."\n'
            '    Static("Hello")\n'
            '    parser.add_argument("x", help="what happened")\n'
            '    _(f"so {much} text")\n'
            '    x = "two words"\n'
            '    y = f"{n} open actions"\n'
            '    Static(_("fine and marked"))\n'
            '    raise Refused(Message("fine and marked {name}", name="not at all"))\n'
            '    raise ValueError("for programmers only")\n'
        )
    )
    assert finder.found == [
        "Hello",
        "what happened",
        "what happened",
        "_(f-string)",
        "two words",
        " open actions",
        "not at all",
    ]
