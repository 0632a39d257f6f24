"""A screen on which the tour can be shown."""

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from screens.keys import bound
from screens.session import Session

__all__ = ["Guided"]

_DURING_THE_TOUR = frozenset({"tour_next", "tour_back"})


class Guided(Screen[None]):
    """Shows the tour by one key, and leaves it by the same."""

    BINDINGS: ClassVar[list[BindingType]] = bound("app.tour", "tour.next", "tour.back")
    session: Session

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The steps can be turned while the tour is shown."""
        if action in _DURING_THE_TOUR:
            return self.session.tour is not None
        return super().check_action(action, parameters)

    def action_tour(self) -> None:
        """Begin the tour, or leave it."""
        from screens.tour import Tour

        if self.session.tour is None:
            Tour(self.app, self.session).begin()
        else:
            self.session.tour.end()

    def action_tour_next(self) -> None:
        """The next step, whether this one was done or not."""
        if self.session.tour is not None:
            self.session.tour.go(1)

    def action_tour_back(self) -> None:
        """The step before."""
        if self.session.tour is not None:
            self.session.tour.go(-1)
