"""The smallest Textual program that takes keys: a header, an input, a footer. What others are measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input


class Hello(App[None]):
    """Says nothing, and takes keys."""

    BINDINGS = [("ctrl+q", "quit", "quit")]

    def compose(self) -> ComposeResult:
        """The three widgets."""
        yield Header()
        yield Input(id="capture")
        yield Footer()


if __name__ == "__main__":
    Hello().run()
