"""The command line: one module for each command; argument parsing and printing only."""

from converter.cli.app import main

__all__ = ["main"]
