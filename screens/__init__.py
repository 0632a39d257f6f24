"""What one sees: a screen for each section, and the dialogs that several of them open."""
