"""What is said of articles, facts and changes, in few words of the interface's language."""
