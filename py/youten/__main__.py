"""``python -m youten``: the command line."""

from youten.cli import main

main()
