"""`bridgelog completion`: a script that completes commands, options and IDs in a shell."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from data.language import _
from tui.desk import Desk
from tui.outline import Argument, Outline, outlines

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    told = _('for bash and zsh: eval "$(bridgelog completion bash)"; for fish: bridgelog completion fish | source')
    parser.add_argument("shell", choices=SHELLS, help=told)


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the script."""
    desk.say("\n".join(SHELLS[arguments.shell](outlines(), desk.folder)))
    return 0


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _ids(folder: Path) -> str:
    """What lists the IDs: the names of the files, without starting the program."""
    home = f"${{BRIDGELOG_HOME:-{folder}}}"
    return f'for f in "{home}"/INC-*.json; do f="${{f##*/}}"; echo "${{f%.json}}"; done 2>/dev/null'


def _options(one: Outline) -> list[str]:
    return [name for argument in one.arguments for name in argument.names]


_BASH = """\
_bridgelog() {
  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="" part
  for part in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$part" in -*) ;; *) command="$part"; break ;; esac
  done
  COMPREPLY=()
  case "$command" in"""
_TOP = ("--help", "--version", "--workspace")


def _bash(commands: Sequence[Outline], folder: Path) -> Iterator[str]:
    yield _BASH
    yield f'    "") {_reply([*(one.name for one in commands), *_TOP])} ;;'
    for one in commands:
        yield f"    {one.name})"
        yield '      case "$before" in'
        for argument in one.arguments:
            if argument.names and argument.value:
                yield f"        {'|'.join(argument.names)}) {_bash_value(argument, folder)}; return ;;"
        yield "      esac"
        yield f'      if [[ "$word" == -* ]]; then {_reply(_options(one))}; return; fi'
        yield f"      {_bash_words(one, folder)} ;;"
    yield "  esac"
    yield "}"
    yield "complete -o default -F _bridgelog bridgelog"


def _reply(words: Iterable[str]) -> str:
    return f'COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$word"))'


def _bash_value(argument: Argument, folder: Path) -> str:
    if argument.choices:
        return _reply(argument.choices)
    if argument.is_id:
        return _reply([f"$({_ids(folder)})"])
    return "COMPREPLY=()"


def _bash_words(one: Outline, folder: Path) -> str:
    words = [argument for argument in one.arguments if not argument.names]
    offered = [choice for argument in words for choice in argument.choices]
    if any(argument.is_id for argument in words):
        offered.append(f"$({_ids(folder)})")
    return _reply(offered) if offered else ":"


def _zsh(commands: Sequence[Outline], folder: Path) -> Iterator[str]:
    """Zsh reads bash's own through its layer for that."""
    yield "autoload -U +X compinit && compinit"
    yield "autoload -U +X bashcompinit && bashcompinit"
    yield from _bash(commands, folder)


def _fish(commands: Sequence[Outline], folder: Path) -> Iterator[str]:
    yield "function __bridgelog_ids"
    yield f'    set -l home "{folder}"; set -q BRIDGELOG_HOME; and set home $BRIDGELOG_HOME'
    yield "    for f in $home/INC-*.json; basename $f .json; end 2>/dev/null"
    yield "end"
    yield "complete -c bridgelog -f"
    for one in commands:
        yield f"complete -c bridgelog -n __fish_use_subcommand -a {one.name} -d {_quoted(one.help)}"
        seen = f"'__fish_seen_subcommand_from {one.name}'"
        for argument in one.arguments:
            yield f"complete -c bridgelog -n {seen} {_fish_argument(argument)}"


def _fish_argument(argument: Argument) -> str:
    parts = [f"-s {name[1:]}" if len(name) == 2 else f"-l {name[2:]}" for name in argument.names]
    if argument.choices:
        parts.append(f"-a {_quoted(' '.join(argument.choices))}")
    elif argument.is_id:
        parts.append("-a '(__bridgelog_ids)'")
    elif argument.value == "FILE":
        parts.append("-F")
    if argument.names and argument.value:
        parts.append("-r")
    if argument.help and argument.names:
        parts.append(f"-d {_quoted(argument.help)}")
    return " ".join(parts) or "-F"


SHELLS: Mapping[str, Callable[[Sequence[Outline], Path], Iterator[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
