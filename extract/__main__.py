"""``python -m extract`` is ``kpi-extract``."""

from extract.cli import main

if __name__ == "__main__":
    main()
