"""`onrecord` and `python -m onrecord`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from onrecord.cli.app import run  # noqa: PLC0415 - nothing is loaded until somebody asks

    run()


if __name__ == "__main__":
    main()
