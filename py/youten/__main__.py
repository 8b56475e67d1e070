"""``python -m youten``: the command line."""

from youten.cli import main

if __name__ == "__main__":  # worker processes import this module, too
    main()
