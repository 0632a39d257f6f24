"""The index beside the incidents' files: what was found in them, and answered, kept as long as they stay as they are.

Nothing in here loads the model: an answer that still holds is found before the rest of the program is.
"""
