"""Templates of documents: those that come with the program, and the team's own in their place."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.documents.escaping import block, line
from data.documents.own import own_folder
from data.language import _
from data.trouble import BrokenFile, Trouble
from model.message import Message

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["filled", "stock"]

_BUILT_IN = Path(__file__).with_name("templates")


def stock(name: str) -> str:
    """What to begin a template of one's own with: the one that comes with the program, or the document as it is."""
    built_in = _BUILT_IN / name
    return built_in.read_text("utf-8") if built_in.is_file() else "{{ body }}"


def filled(name: str, **values: Any) -> str:
    """The template of that name, filled in.

    It runs in a sandbox: it sees the values that it is given, no files, and nothing of the program.
    Raises `BrokenFile`, with the line, where a template is wrong, and `Trouble` where it cannot be read.
    """
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        return _environment(own_folder()).get_template(name).render(**values)
    except TemplateSyntaxError as error:
        raise _broken(name, error.lineno, error.message or "") from error
    except TemplateError as error:
        raise _broken(name, _line_of(error), error.message or "") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be read: {reason}", file=name, reason=reason)) from error
    except Exception as error:
        raise _broken(name, _line_of(error), str(error) or type(error).__name__) from error


@lru_cache(maxsize=4)
def _environment(own: Path) -> "Environment":
    from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(own), FileSystemLoader(_BUILT_IN)]),
        autoescape=lambda name: name is not None and name.endswith((".html", ".xhtml")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["_"] = _
    environment.filters.update(markdown=block, markdown_line=line)
    return environment


def _line_of(error: BaseException) -> int:
    """The line of the template in which it went wrong: the engine gives its frames the template's lines."""
    line, frames = 0, error.__traceback__
    while frames is not None:
        if frames.tb_frame.f_code.co_filename.endswith((".html", ".xhtml", ".md", ".txt")) or "templates" in str(
            frames.tb_frame.f_globals.get("name", "")
        ):
            line = frames.tb_lineno
        frames = frames.tb_next
    return line


def _broken(name: str, line: int, reason: str) -> BrokenFile:
    own = own_folder() / name
    where = str(own) if own.exists() else name
    return BrokenFile(Message("{file}, line {line}: {reason}", file=where, line=line, reason=reason))
