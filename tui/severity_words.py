"""A severity on the command line: `1`, `SEV-1` and `sev1` are the same."""

import re

__all__ = ["severity_digit"]


def severity_digit(typed: str) -> str:
    """The digit of the severity, or what was typed where it is none."""
    return re.sub(r"^sev[-_ ]?(?=\d$)", "", typed.strip(), flags=re.IGNORECASE)
