"""Long work of a screen, each kind in a thread: steps, changes of notes, files written."""
