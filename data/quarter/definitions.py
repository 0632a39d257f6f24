"""How each figure of the review comes about."""

from collections.abc import Iterator

from data.language import _

__all__ = ["definitions"]


def definitions() -> Iterator[str]:
    """How each figure is reckoned, a sentence each."""
    yield _("An incident belongs to the quarter in which it started, on its own calendar.")
    yield _("An incident that lacks a milestone counts in no figure that needs it; how many these are is shown.")
    yield _("Quantiles are of type 7; intervals are percentile bootstraps of 10,000 resamples with a fixed seed.")
    yield _(
        "Faster or slower is said only with at least 8 incidents in both quarters, p below 0.05, an effect of at least "
        "0.33 and an interval of the ratio of medians that leaves out 1."
    )
    yield _("A cost counts in each category of its incident; currencies are never added to each other.")
    yield _("An action is late when it was done after its deadline, and overdue when it is open after it.")
    yield _(
        "A repeat has the same category and the same service or similar words, or the same service and similar words."
    )
