"""`python -m boardpapers`: the command, for whoever has not its script on the PATH."""

from boardpapers.cli import main

if __name__ == "__main__":
    main()
