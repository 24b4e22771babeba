"""The printer refuses whatever is outside the formula language, and says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from fastxent.formula import printer

HEAD = "from fastxent.formula import exp, formula\n\n\n@formula\ndef law(y, loc):\n"
REFUSED = [
    ("    while y > 0:\n        y = y - 1\n    return y, (y,), (y,)", 6, "While is no `name = expression`"),
    ("    return y ** 2, (y,), (y,)", 6, "Pow"),
    ("    return y.real, (y,), (y,)", 6, "Attribute"),
    ("    return y[0], (y,), (y,)", 6, "Subscript"),
    ("    return erf(y), (y,), (y,)", 6, "erf is no primitive"),
    ("    return exp(y, loc), (y,), (y,)", 6, "exp takes 1 arguments, got 2"),
    ("    return exp(x=y), (y,), (y,)", 6, "by position"),
    ("    return unknown, (y,), (y,)", 6, "'unknown'"),
    ("    return 'y', (y,), (y,)", 6, "no number"),
    ("    return y in loc, (y,), (y,)", 6, "compare"),
    ("    return horner(y, loc), (y,), (y,)", 6, "Poly"),
    ("    a, b = y, loc\n    return a, (a,), (b,)", 6, "no `name = expression`"),
    ("    a = y\n    return a", 7, "a formula ends with"),
    ("    a = y", 6, "a formula ends with"),
    ("    return y, (y, y), (y,)", 6, "a formula ends with"),
]


@pytest.mark.parametrize(("body", "line", "reason"), REFUSED)
def test_refuses_with_file_line_and_reason(body: str, line: int, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "law.py"
    path.write_text(HEAD + body + "\n", encoding="utf-8")
    with pytest.raises(printer.FormulaError) as caught:
        printer.print_header([path])
    message = str(caught.value)
    assert message.startswith(f"{path}:{line}: in law: ")
    assert reason in message


def test_refuses_unknown_switches(tmp_path: Path) -> None:
    path = tmp_path / "law.py"
    path.write_text(HEAD.replace("loc):", "loc, *, fast):") + "    return y, (y,), (loc,)\n", encoding="utf-8")
    with pytest.raises(printer.FormulaError, match="fast"):
        printer.print_header([path])


def test_refuses_two_formulas_of_one_name(tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(HEAD + "    return y, (y,), (loc,)\n", encoding="utf-8")
    with pytest.raises(printer.FormulaError, match="has this name"):
        printer.print_header([tmp_path / "a.py", tmp_path / "b.py"])


def test_numbers_have_the_width_of_the_loop(tmp_path: Path) -> None:
    path = tmp_path / "law.py"
    path.write_text(HEAD + "    return y + 1, (y * 0.5,), (loc,)\n", encoding="utf-8")
    text = printer.print_header([path])
    assert "(y + 0x1.0000000000000p+0f)" in text
    assert "(y + 0x1.0000000000000p+0)" in text


def test_switches_are_folded(tmp_path: Path) -> None:
    path = tmp_path / "law.py"
    head = HEAD.replace("loc):", "loc, *, constant):")
    path.write_text(head + "    return (y + 3 if constant else y), (y,), (loc,)\n", encoding="utf-8")
    text = printer.print_header([path])
    assert "law_co_0_f32" in text
    assert "law_no_0_f32" in text
    assert "constant" not in text
