"""What articles are about, as vectors, and which of them are near each other (the extra ``semantic``)."""
