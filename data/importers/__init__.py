"""Reading what others have written down."""
