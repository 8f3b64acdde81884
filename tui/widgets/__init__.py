"""One file a widget, with its style beside its class."""
