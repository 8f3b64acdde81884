"""The commands of ``sinmun``, one file a subject: each takes parsed arguments and gives an exit code."""
