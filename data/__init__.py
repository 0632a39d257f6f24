"""Files, settings, languages, documents: everything between the rules and the screens."""
