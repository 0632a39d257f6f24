"""The command `bridgelog`: reads the command line, and runs one command."""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.index.answers import Question

__all__ = ["main"]

DONE, NOTHING, WRONG_USAGE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes: done · findings, or nothing matched · wrong usage · a file could not be read or written."""


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code. No error reaches the user as a traceback.

    `BRIDGELOG_DEBUG=1` shows the traceback of an error that nobody thought of.
    """
    _find_floors()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # looking for them takes longer than opening an incident
    try:
        code = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")  # how far a long work was stands there
        return INTERRUPTED
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if os.environ.get("BRIDGELOG_DEBUG"):
            raise
        _admit(error)
        return UNREADABLE
    return code


def _find_floors() -> None:
    """Installed, the floors lie inside one package; their imports are short all the same."""
    folder = str(Path(__file__).resolve().parent.parent)
    if folder not in sys.path:
        sys.path.insert(0, folder)


def _run(argv: list[str]) -> int:
    gc.disable()  # what is loaded stays: looking for what can be thrown away would take a sixth of the time
    from tui.early import asked_to_open

    question = None
    if "review" in argv:
        from tui.recall import answered, asked

        question = asked(argv)
        answer = answered(question) if question else None
        if answer is not None:
            sys.stdout.write(answer)
            return DONE
    try:
        if "stamp" in argv and _stamped(argv):
            return DONE
        early = asked_to_open(argv)
        return early.show() if early else _command(argv, question)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else WRONG_USAGE
    except Exception as error:
        code = _told(error)
        if code is None:
            raise
        return code


def _stamped(argv: list[str]) -> bool:
    from tui.passing import stamped

    return stamped(argv)


def _command(argv: list[str], question: "Question | None") -> int:
    """Run the command that the arguments name."""
    from dataclasses import replace

    from data.language import _, say, use_reader
    from tui.commands import parser
    from tui.desk import Desk, complain

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    desk = Desk.of_environment()
    use_reader(desk.settings.language, desk.settings.locale)
    known = parser(argv)
    if argv.count("--") > 1:  # argparse of Python 3.11 makes something else of the second than of any other word
        known.error(_("“--” can stand only once"))
    arguments = known.parse_args(_with_times(argv))
    problems = desk.settings.problems
    if "settings" not in arguments.run.__module__:
        for problem in problems:
            complain(say(problem.message))
    desk = replace(desk.at(arguments.workspace), question=None if problems else question)
    gc.enable()
    code: int = arguments.run(arguments, desk)
    return code


def _told(error: Exception) -> int | None:
    """Say in a line what went wrong; returns the exit code, or nothing where nobody thought of that."""
    from pydantic import ValidationError

    from data.language import _, say
    from data.trouble import NotFound, Trouble
    from model.message import Refused
    from model.refusal import refusals
    from tui.desk import complain

    match error:
        case NotFound() | Trouble():
            complain(say(error.message))
            return NOTHING if isinstance(error, NotFound) else UNREADABLE
        case Refused() | ValidationError():
            for where, message in refusals(error):
                complain(f"{where}: {say(message)}" if where else say(message))
            return WRONG_USAGE
        case UnicodeEncodeError():
            complain(_("half a character stands among the arguments: no file has such a name"))
            return WRONG_USAGE
        case OSError() if not isinstance(error, BrokenPipeError):
            complain(str(error))
            return UNREADABLE
    return None


def _with_times(argv: list[str]) -> list[str]:
    """The arguments with each time joined to its option: a `-5m` of its own would be taken for another option."""
    joined: list[str] = []
    for argument in argv:
        if joined and joined[-1] in ("--at", "--started"):
            joined[-1] += f"={argument}"
        else:
            joined.append(argument)
    return joined


def _admit(error: Exception) -> None:
    """Say in one line that something went wrong that nobody thought of."""
    from data.language import _
    from tui.desk import complain

    text = _("this should not have happened ({error}): with BRIDGELOG_DEBUG=1 it says more")
    complain(text.format(error=f"{type(error).__name__}: {error}"[:200]))


if __name__ == "__main__":
    sys.exit(main())
