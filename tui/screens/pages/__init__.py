"""Pages of their own beside the desk."""
