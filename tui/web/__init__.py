"""The desk in a browser of this machine."""
