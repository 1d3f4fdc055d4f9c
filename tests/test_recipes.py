"""The recipes' programs are programs, and the commands in them exist."""

from __future__ import annotations

import re
import shlex

import pytest

from extract import cli
from tests.commands import ROOT

PAGE = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"kpi-extract (run [^\n|\"`]*)", PAGE)


@pytest.mark.parametrize("code", [code for language, code in BLOCKS if language == "python"])
def test_programs_can_be_parsed(code: str) -> None:
    if "rule tables:" in code:  # Snakemake's own words
        code = re.sub(r"^( *)(rule \w+|input|output|threads|shell):", r"\1if True:", code, flags=re.MULTILINE)
    compile(code, "recipes.md", "exec")


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_have_options_that_exist(command: str) -> None:
    known = {option for param in cli.run.params for option in param.opts}
    words = shlex.split(command)
    assert {word for word in words if word.startswith("--")} <= known
    assert "--out" in words


def test_there_are_some() -> None:
    assert len(COMMANDS) >= 4
    assert {"python", "yaml"} <= {language for language, _ in BLOCKS}
