"""`bridgelog serve`: the program in a browser."""

import argparse
import errno
import os
import shlex
import socket
import subprocess
import sys
from pathlib import Path

from data.language import _, say
from data.trouble import Trouble
from model.message import Message, Refused
from tui.desk import Desk, complain
from tui.guard import Guard, is_loopback

__all__ = ["configure", "run", "tab_command"]

_ANYWHERE = frozenset({"0.0.0.0", "::"})


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", nargs="?", help=_("an ID, or a part of one; all incidents if left out"))
    parser.add_argument("--host", metavar="HOST", default="127.0.0.1", help=_("the address to listen at"))
    parser.add_argument("--port", metavar="PORT", default="8000", help=_("the port to listen at; 0 takes a free one"))
    parser.add_argument(
        "--allow-network",
        action="store_true",
        help=_("listen at an address that other machines reach: there is no password"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Serve until the user ends it."""
    port = _port(arguments.port)
    family, address = _address(arguments.host, port, network=arguments.allow_network)
    path = desk.workspace.find(arguments.id) if arguments.id else None
    try:
        from tui.serving import Serving
    except ImportError:
        raise Refused(Message("the browser needs another library: pip install 'bridgelog[serve]'")) from None
    with _listener(family, address, port) as listener:
        bound, port = listener.getsockname()[:2]
        names = {arguments.host} if is_loopback(bound) else {arguments.host, socket.gethostname()}
        if not is_loopback(bound):
            warning = Message(
                "whoever reaches port {port} of this machine can read and change the incidents: there is no password",
                port=str(port),
            )
            complain(say(warning))
        shown = socket.gethostname() if bound in _ANYWHERE else bound
        url = f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"
        desk.say(_("Bridgelog is at {address} – ctrl+c ends it").format(address=url))
        sys.stdout.flush()
        guard = Guard.of(names, network=not is_loopback(bound))
        Serving(tab_command(desk.folder.absolute(), path), guard).run(listener)
    return 0


def tab_command(folder: Path, path: Path | None) -> str:
    """What a shell runs for each tab: this very program over that workspace, on that incident if one is given."""
    import tui.main

    opened = ["open", path.stem] if path is not None else []
    # Without -P, modules beside it would stand in for others of the same name.
    words = [sys.executable, "-P", str(Path(tui.main.__file__).resolve()), *opened, "--workspace", str(folder)]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _port(text: str) -> int:
    """The port. Raises `Refused` where it is none."""
    if not (text.isascii() and text.isdecimal() and int(text) <= 65535):
        raise Refused(Message("“{port}” is no port: give a number from 0 to 65535", port=text))
    return int(text)


def _address(host: str, port: int, *, network: bool) -> tuple[socket.AddressFamily, str]:
    """The address that the name stands for.

    Raises `Refused` where it stands for none, or for one that other machines reach and that is not allowed.
    """
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise Refused(Message("“{host}” is no address: leave --host out for 127.0.0.1", host=host)) from None
    families = [(family, str(address[0])) for family, _kind, _protocol, _name, address in found]
    family, address = min(families, key=lambda one: one[0] != socket.AF_INET)
    if not is_loopback(address) and not network:
        raise Refused(
            Message(
                "other machines reach {host}, and there is no password: "
                "leave --host out, or say --allow-network as well",
                host=host or address,
            )
        )
    return family, address


def _listener(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    """A socket that listens there. Raises `Trouble` where it cannot."""
    try:
        return socket.create_server((address, port), family=family)
    except OSError as error:
        raise Trouble(_why_not(error, address, port)) from error


def _why_not(error: OSError, address: str, port: int) -> Message:
    if error.errno == errno.EADDRINUSE:
        return Message("port {port} is taken: choose another one, or --port 0 for a free one", port=str(port))
    if error.errno == errno.EACCES:
        return Message("port {port} is kept for the system: choose one above 1023", port=str(port))
    if error.errno == errno.EADDRNOTAVAIL:
        return Message("this machine has no address {host}: leave --host out for 127.0.0.1", host=address)
    reason = error.strerror or str(error)
    return Message("it cannot listen at {host}: {reason}", host=address, reason=reason)
