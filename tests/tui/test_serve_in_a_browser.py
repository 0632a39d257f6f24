"""The program in a real browser: what is typed there is on the disk, and nothing is asked of other machines.

`BRIDGELOG_BROWSER` names the browser; with `BRIDGELOG_BROWSER_REQUIRED` set, these tests fail where there is none.
"""

import os
from pathlib import Path

import pytest

from tests.browser import browser, browsing
from tests.tui.commands import Shell
from tests.tui.serving import served

PROGRAM = browser()
CAPTURE = "what happens now"
"""Stands in the line that takes what is typed."""
pytestmark = pytest.mark.skipif(
    PROGRAM is None and not os.environ.get("BRIDGELOG_BROWSER_REQUIRED"),
    reason="there is no browser: install chromium, or name one in BRIDGELOG_BROWSER",
)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell over a workspace whose name a shell would take apart."""
    return Shell(tmp_path / 'Mina\'s "bridge" $HOME; x')


def program() -> str:
    """The browser."""
    assert PROGRAM is not None, "there is no browser: install chromium, or name one in BRIDGELOG_BROWSER"
    return PROGRAM


async def test_what_is_typed_is_on_the_disk_and_nothing_is_asked_of_other_machines(
    shell: Shell, tmp_path: Path
) -> None:
    id = shell.new()
    with served(shell, id) as server:
        async with browsing(program(), tmp_path) as page:
            await page.go(server.address, CAPTURE)
            await page.type("5xx above 5 % – größer ✓")
            await page.press("enter")
            await page.until(lambda: "5xx above 5 %" in shell.path(id).read_text("utf-8"))
            assert shell.run("show", id, "--json").json["timeline"][0]["text"] == "5xx above 5 % – größer ✓"
            assert shell.run("stamp", "deploy 4712 out", "--incident", id).code == 0
            await page.reads("deploy 4712 out")
            await page.press("f5")
            await page.reads("confirmed resolved")
            await page.type("6")
            await page.until(lambda: '"milestone": "resolved"' in shell.path(id).read_text("utf-8"))
            assert len(await page.picture()) > 10_000
            own = (f"{server.address}/", f"{server.address.replace('http', 'ws')}/ws?")
            assert [address for address in page.asked if not address.startswith(own)] == []
            assert [text for text in page.complaints if "WebGL" not in text] == []


async def test_the_browser_gets_documents_and_copied_texts_and_opens_the_program_again(
    shell: Shell, tmp_path: Path
) -> None:
    id = shell.new()
    with served(shell, id) as server:
        async with browsing(program(), tmp_path) as page:
            await page.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path / "got"))
            await page.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
            await page.go(server.address, CAPTURE)
            await page.reads("f2")  # in place of ctrl+t, which opens a tab
            await page.type("5xx above 5 %")
            await page.press("enter")
            await page.until(lambda: "5xx above 5 %" in shell.path(id).read_text("utf-8"))
            await page.press("escape")
            await page.reads("delete")
            await page.type("x")
            await page.reads("hands it to your browser")
            await page.press("enter")
            document = tmp_path / "got" / f"{id}.md"
            await page.until(document.is_file)
            assert "5xx above 5 %" in document.read_text("utf-8")

            await page.reads("Handed to your browser")
            await page.type("U")
            await page.reads("On the clipboard")
            copied = "navigator.clipboard.readText().then(text => text.includes('Checkout answers 5xx'))"
            await page.until(lambda: page.says(copied))

            await page.press("ctrl+q")
            await page.until(lambda: page.says("document.activeElement.matches('#ended a')"))
            assert "5xx above 5 %" in shell.path(id).read_text("utf-8")
            await page.press("enter")
            await page.reads("5xx above 5 %")
