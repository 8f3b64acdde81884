"""What Textual and terminals get wrong, mended: what is typed, its order, the end, whole cells, copying."""
