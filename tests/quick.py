"""What makes the tests quicker, and nothing else: what comes out the same each time is worked out once."""

import argparse
import gc
from functools import cache
from typing import Any

import textual._wait
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

__all__ = ["collect_seldom", "work_out_once"]

_parse_rules = Stylesheet._parse_rules
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}


def work_out_once() -> None:
    """Keep what each test would work out anew."""
    Stylesheet._parse_rules = _parse_rules_once  # type: ignore[assignment, method-assign]
    # For each of its own words argparse looks for a catalog that no Python has, in four files.
    vars(argparse)["_"] = cache(vars(argparse)["_"])
    # After each key a test of a screen waits until the program is idle: looked at more often, it waits less long.
    textual._wait.SLEEP_GRANULARITY = 1 / 250
    textual._wait.SLEEP_IDLE = 1 / 1000


def collect_seldom() -> None:
    """Look for garbage no more in what was loaded, and in the rest less often: a fifth of the time went there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


def _parse_rules_once(
    sheet: Stylesheet,
    css: str,
    read_from: tuple[str, str],
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """The rules of a style sheet: every app of every test has the same ones, and alters none."""
    key = (css, read_from, is_default_rules, tie_breaker, scope, frozenset(sheet._variables.items()))
    found = _parsed.get(key)
    if found is None:
        found = _parsed[key] = _parse_rules(sheet, css, read_from, is_default_rules, tie_breaker, scope)
    return found
