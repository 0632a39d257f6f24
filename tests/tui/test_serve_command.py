"""`bridgelog serve` without a browser: what it refuses, what it answers to whom, and what becomes of the programs."""

import http.client
import shlex
import socket
import sys
import time
from pathlib import Path

import aiohttp
import pytest

from tests.tui.commands import Shell
from tests.tui.serving import Served, served
from tui.commands.serve import tab_command

NOTHING, USAGE, FILES = 1, 2, 3


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell over a workspace whose name a shell would take apart."""
    return Shell(tmp_path / 'Mina\'s "bridge" $HOME; x')


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--host", "0.0.0.0"), USAGE, "other machines reach 0.0.0.0, and there is no password"),
        (("--host", ""), USAGE, "other machines reach 0.0.0.0"),
        (("--host", "::"), USAGE, "--allow-network"),
        (("--host", "a b"), USAGE, "“a b” is no address: leave --host out for 127.0.0.1"),
        (("--host", "192.0.2.1", "--allow-network"), FILES, "this machine has no address 192.0.2.1"),
        (("--port", "70000"), USAGE, "“70000” is no port: give a number from 0 to 65535"),
        (("--port", "-1"), USAGE, "“-1” is no port"),
        (("--port", "³"), USAGE, "“³” is no port"),
        (("NO-SUCH",), NOTHING, "no incident matches “NO-SUCH”"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(
    shell: Shell, arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = shell.run("serve", *arguments)
    assert done.code == code
    assert words in done.err
    assert done.err.count("\n") == 1
    assert done.out == ""


def test_without_the_library_it_says_how_to_install_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tui.serving", None)
    done = shell.run("serve")
    assert (done.code, done.err) == (
        USAGE,
        "bridgelog: the browser needs another library: pip install 'bridgelog[serve]'\n",
    )


def test_a_port_that_is_taken_is_said(shell: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = shell.run("serve", "--port", str(port))
    assert done.code == FILES
    assert done.err == f"bridgelog: port {port} is taken: choose another one, or --port 0 for a free one\n"


def test_a_tab_runs_this_program_over_the_workspace_whatever_its_name(shell: Shell) -> None:
    words = shlex.split(tab_command(shell.home, shell.path("INC-20261123-K7QF")))
    assert words[0] == sys.executable
    assert words[-4:] == ["open", "INC-20261123-K7QF", "--workspace", str(shell.home)]
    assert shlex.split(tab_command(shell.home, None))[-2:] == ["--workspace", str(shell.home)]


def asked(server: Served, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """What the server answers: status, headers, content."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        status, told = answer.status, {name.lower(): value for name, value in answer.getheaders()}
        return status, told, "" if status == 101 else answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def test_it_answers_to_its_own_pages_alone_and_they_load_nothing_from_elsewhere(shell: Shell) -> None:
    socket_of = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "x3JJHMbDL1EzLkh9GBhXDw==",
    }
    with served(shell) as server:
        assert server.told == f"Bridgelog is at {server.address} – ctrl+c ends it\n"
        status, headers, page = asked(server, "/")
        assert status == 200
        assert "http:" not in page and "https:" not in page and page.count("ws://") == 1
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert asked(server, "/tab.js")[0] == asked(server, "/static/js/textual.js")[0] == 200
        tunnel = 'ws://localhost:9000/ws"'
        assert tunnel in asked(server, "/", Host="localhost:9000")[2]

        assert asked(server, "/", Host="evil.example")[0] == 403
        assert asked(server, "/static/js/textual.js", Host="evil.example")[0] == 403
        assert asked(server, "/", Origin="http://evil.example")[0] == 403
        assert asked(server, "/ws", **socket_of)[0] == 403
        assert asked(server, "/ws", Origin="http://evil.example", **socket_of)[0] == 403
        assert asked(server, "/ws", Origin="http://localhost:8000", **socket_of)[0] == 403
        assert asked(server, "/ws", Host="evil.example", Origin="http://evil.example", **socket_of)[0] == 403
        assert asked(server, "/ws", Origin=server.address, **socket_of)[0] == 101


async def test_what_was_entered_is_saved_when_the_server_is_killed(shell: Shell) -> None:
    id = shell.new()
    with served(shell, id) as server:
        async with aiohttp.ClientSession() as client:
            address = f"ws://127.0.0.1:{server.port}/ws?width=100&height=30"
            async with client.ws_connect(address, origin=server.address) as tab:
                shown = b""
                while b"missing" not in shown:  # the whole timeline is there
                    shown += (await tab.receive(timeout=60)).data
                await tab.send_json(["stdin", "5xx above 5 %\r"])
                while b"5xx above 5 %" not in shown:
                    shown += (await tab.receive(timeout=60)).data
                server.process.kill()
        while server.members:
            time.sleep(0.05)
            server.process.poll()
    assert "5xx above 5 %" in shell.path(id).read_text("utf-8")


async def test_nonsense_from_a_page_ends_its_tab_and_is_no_traceback(shell: Shell) -> None:
    with served(shell) as server:
        async with aiohttp.ClientSession() as client:
            for nonsense in ("{}", "nonsense", '["resize", {}]', "[]"):
                address = f"ws://127.0.0.1:{server.port}/ws?width=-3&height=99999999999"
                async with client.ws_connect(address, origin=server.address) as tab:
                    await tab.send_str(nonsense)
                    while (await tab.receive(timeout=60)).data != 1000:
                        assert not tab.closed
    assert server.process.returncode == 0
