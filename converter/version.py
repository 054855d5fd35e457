"""The version: a constant, since asking the installed package costs more than a conversion."""

VERSION = "0.1.0"
