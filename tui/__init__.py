"""The program: its commands, and the frame around the screens."""
