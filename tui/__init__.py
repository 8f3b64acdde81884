"""The desk on the screen, and the command line: the only place that knows of a terminal."""
