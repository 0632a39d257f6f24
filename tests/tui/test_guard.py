"""Who may speak to the server: its own pages, under its own names; no other page of the browser."""

import pytest

from tui.guard import Guard, is_loopback

LOOPBACK = Guard.of(["127.0.0.1"], network=False)
NETWORK = Guard.of(["0.0.0.0", "Jump1"], network=True)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:9000", "LOCALHOST", "[::1]:8000", "127.0.0.2"])
def test_loopback_is_its_own_by_every_name_and_port_as_a_tunnel_has_them(host: str) -> None:
    assert LOOPBACK.admits(host, None)
    assert LOOPBACK.admits(host, f"http://{host}", must_say_origin=True)


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1@evil.example",
        "evil.example/127.0.0.1",
        "192.168.1.5:8000",
        "[::1",
        "2130706433",
    ],
)
def test_a_name_that_was_made_to_lead_here_is_refused(host: str | None) -> None:
    assert not LOOPBACK.admits(host, None)
    assert not LOOPBACK.admits(host, f"http://{host}")


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "",
        "http://127.0.0.1:8001",
        "http://127.0.0.1:8000.evil.example",
        "http://localhost:8000",
        "file://",
    ],
)
def test_another_page_is_refused_also_one_of_this_machine(origin: str) -> None:
    assert not LOOPBACK.admits("127.0.0.1:8000", origin)
    assert not LOOPBACK.admits("127.0.0.1:8000", origin, must_say_origin=True)


def test_a_socket_must_say_whose_it_is() -> None:
    assert LOOPBACK.admits("127.0.0.1:8000", None)
    assert not LOOPBACK.admits("127.0.0.1:8000", None, must_say_origin=True)


def test_on_the_network_its_addresses_and_its_name_are_its_own_and_no_other_name() -> None:
    assert NETWORK.admits("192.168.1.5:8000", "http://192.168.1.5:8000")
    assert NETWORK.admits("jump1:8000", "http://jump1:8000")
    assert not NETWORK.admits("evil.example:8000", "http://evil.example:8000")
    assert not NETWORK.admits("jump1:8000", "http://evil.example")


def test_only_loopback_is_loopback() -> None:
    assert all(map(is_loopback, ["127.0.0.1", "127.8.8.8", "::1", "localhost"]))
    assert not any(map(is_loopback, ["0.0.0.0", "::", "10.0.0.1", "bridge", ""]))
