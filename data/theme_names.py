"""The themes that a setting can name: a command says at once where there is none of that name."""

__all__ = ["THEME_NAMES"]

THEME_NAMES = frozenset(
    {
        *("bridgelog-dark", "bridgelog-light"),
        *("ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light"),
        *("catppuccin-frappe", "catppuccin-latte", "catppuccin-macchiato", "catppuccin-mocha"),
        *("dracula", "flexoki", "gruvbox", "monokai", "nord", "rose-pine", "rose-pine-dawn", "rose-pine-moon"),
        *("solarized-dark", "solarized-light", "textual-dark", "textual-light", "tokyo-night"),
    }
)
