"""`bridgelog review`: the quarter across all incidents."""

import argparse
from datetime import datetime, timedelta
from pathlib import Path

from data.documents import write_text
from data.language import _, say
from data.quarter import gathered, report
from data.quarter.blocks import quarter_document
from data.quarter.documents import FORMATS, written
from data.quarter.json import document
from data.quarter.report import Filters
from model.instant import in_zone
from model.review import Quarter
from model.summary import Industry, Severity
from model.text import clean
from tui.commands.open import show_screen
from tui.desk import Desk, as_json, complain, is_plain, plain, terminal_width
from tui.severity_words import severity_digit
from tui.telling import telling
from tui.terminal import has_terminal

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("--quarter", metavar="Q", help=_("such as 2026-Q3; the present one if left out"))
    parser.add_argument("--format", choices=FORMATS, help=_("the document in that format"))
    parser.add_argument("-o", "--output", metavar="FILE", default="-", help=_("a file; - is standard output"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))
    parser.add_argument(
        "--severity", type=severity_digit, choices=("1", "2", "3"), help=_("only incidents of that severity")
    )
    parser.add_argument("--service", metavar="NAME", help=_("only incidents of that service"))
    parser.add_argument(
        "--industry", choices=[str(item) for item in Industry], help=_("only incidents of that industry")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print or write the review, or show its screen where nothing is asked for; 1 where the quarter has no incident."""
    if _nothing_asked(arguments) and not is_plain() and has_terminal() and terminal_width() is not None:
        return show_screen(desk, None, begin="review")
    now = in_zone(desk.now, desk.settings.home_zone)
    first_month = desk.settings.fiscal_year_starts
    quarter = Quarter.read(arguments.quarter, first_month) if arguments.quarter else Quarter.of(now.date(), first_month)
    quarter.first_day  # noqa: B018  # refuses a year that there is not
    everything = gathered(desk.workspace, telling(_("Reading the incidents")))
    if everything is None:
        return 1
    for found in everything.broken:
        if found.trouble:
            complain(say(found.trouble))
    wanted = (arguments.service or "").casefold()
    if wanted and all(facts.service.casefold() != wanted for facts in everything.facts):
        complain(_("no incident has the service “{name}”").format(name=clean(arguments.service)))
    made = report(everything, quarter, now.date(), _filters(arguments))
    if arguments.output != "-":
        path = Path(arguments.output).expanduser()
        write_text(written(made, now, arguments.format or ("json" if arguments.json else "markdown")), path)
    elif arguments.json:
        answer = as_json(document(made))
        desk.say(answer)
        if desk.question and everything.files is not None and made.review.incidents:
            desk.question.keep(f"{clean(answer)}\n", everything.files, *_day(now))
    elif arguments.format:
        desk.say(written(made, now, arguments.format).rstrip("\n"))
    else:
        desk.say(plain(quarter_document(made, now, appendix=False)))
    return 0 if made.review.incidents else 1


def _day(now: datetime) -> tuple[float, float]:
    """When the day began and when the next one begins: what is overdue changes then, and the present quarter."""
    begin = now.replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        return begin.timestamp(), (begin + timedelta(days=1)).timestamp()
    except OverflowError:
        return 0, 0


def _nothing_asked(arguments: argparse.Namespace) -> bool:
    asked = (arguments.quarter, arguments.format, arguments.severity, arguments.service, arguments.industry)
    return not any(asked) and not arguments.json and arguments.output == "-"


def _filters(arguments: argparse.Namespace) -> Filters:
    severity = list(Severity)[int(arguments.severity) - 1] if arguments.severity else ""
    return Filters(severity, arguments.service or "", arguments.industry or "")
