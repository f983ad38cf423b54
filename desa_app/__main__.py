"""Composition root: `python -m desa_app` opens the window, with a command it works without one."""

import argparse
import sys

from desa_app.cli import jalankan
from desa_app.ekspor.pelukis import Pelukis


def _pelukis() -> Pelukis:
    from ui.kertas.pelukis import PelukisQt

    return PelukisQt()


def _jendela(args: argparse.Namespace) -> int:
    from desa_app.pintu import folder_data
    from ui.app import buka_jendela

    return buka_jendela(folder_data(args.data))


def main() -> int:
    """Run and return the exit code: 0 done, 2 refused input, 1 a bug."""
    return jalankan(sys.argv[1:], _pelukis, _jendela)


if __name__ == "__main__":
    sys.exit(main())
