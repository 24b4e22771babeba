"""The printer refuses whatever is outside the formula language, and says where."""

from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from fastxent.formula import print_c, printer
from fastxent.formula.language import Poly, plan_polynomial, secant

HEAD = "from fastxent.formula import exp, formula\n\n\n@formula\ndef law(y, loc):\n"
REFUSED = [
    ("    while y > 0:\n        y = y - 1\n    return y, (y,), (y,)", 6, "While is no `name = expression`"),
    ("    return y ** 2, (y,), (y,)", 6, "Pow"),
    ("    return y.real, (y,), (y,)", 6, "Attribute"),
    ("    return y[0], (y,), (y,)", 6, "Subscript"),
    ("    return zeta(y), (y,), (y,)", 6, "zeta is no primitive"),
    ("    return exp(y, loc), (y,), (y,)", 6, "exp takes 1 arguments, got 2"),
    ("    return exp(x=y), (y,), (y,)", 6, "by position"),
    ("    return unknown, (y,), (y,)", 6, "'unknown'"),
    ("    return 'y', (y,), (y,)", 6, "no number"),
    ("    return y in loc, (y,), (y,)", 6, "compare"),
    ("    return polynomial(y, loc), (y,), (y,)", 6, "Poly"),
    ("    return secant(y, loc), (y,), (y,)", 6, "secant takes two values and the name of a Poly"),
    ("    return usual(y > 0), (y,), (y,)", 6, "usual belongs into"),
    ("    return y if usual(y, loc) else loc, (y,), (y,)", 6, "usual takes a condition"),
    ("    return exp(stage(y)), (y,), (y,)", 6, "stage belongs into"),
    ("    a = stage(y, loc)\n    return a, (y,), (y,)", 6, "stage takes an expression"),
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
        print_c.print_all([path], ())
    message = str(caught.value)
    assert message.startswith(f"{path}:{line}: in law: ")
    assert reason in message


def test_refuses_unknown_switches(tmp_path: Path) -> None:
    path = tmp_path / "law.py"
    path.write_text(HEAD.replace("loc):", "loc, *, fast):") + "    return y, (y,), (loc,)\n", encoding="utf-8")
    with pytest.raises(printer.FormulaError, match="fast"):
        print_c.print_all([path], ())


def test_refuses_two_formulas_of_one_name(tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(HEAD + "    return y, (y,), (loc,)\n", encoding="utf-8")
    with pytest.raises(printer.FormulaError, match="has this name"):
        print_c.print_all([tmp_path / "a.py", tmp_path / "b.py"], ())


def test_numbers_have_the_width_of_the_loop(tmp_path: Path) -> None:
    path = tmp_path / "law.py"
    path.write_text(HEAD + "    return y + 1, (y * 0.5,), (loc,)\n", encoding="utf-8")
    text = print_c.print_all([path], ())["law_law.h"]
    assert "(y + 0x1.0000000000000p+0f)" in text
    assert "(y + 0x1.0000000000000p+0)" in text


def test_switches_are_folded_but_in_long_loops(tmp_path: Path) -> None:
    path = tmp_path / "law.py"
    head = HEAD.replace("loc):", "loc, *, constant):")
    path.write_text(head + "    return (y + 3 if constant else y), (y,), (loc,)\n", encoding="utf-8")
    text = print_c.print_all([path], ())["law_law.h"]
    loops = {line.split("(")[0].split()[-1]: line for line in text.splitlines() if "_loop(ptrdiff_t" in line}
    open_to = {name: "constant" in line for name, line in loops.items() if name.endswith("f32_loop")}
    assert open_to == {f"law_{kind}_f32_loop": kind == "o_2" for kind in ("no_0", "co_0", "no_1", "co_1", "o_2")}
    assert text.count("constant ?") == 2  # with Hessians, of either dtype


def test_what_no_output_needs_is_not_printed(tmp_path: Path) -> None:
    """A dead assignment would still say whether its data are usual."""
    path = tmp_path / "law.py"
    path.write_text(HEAD + "    idle = y * 3\n    curve = y * 5\n    return y, (loc,), (curve,)\n", encoding="utf-8")
    text = print_c.print_all([path], ())["law_law.h"]
    first, second = (text.index(f"int law_no_{order}_f32_loop") for order in (1, 2))
    assert "idle" not in text
    assert "curve" not in text[first:second]
    assert "curve" in text[second:]


def test_stages_have_loops_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "law.py"
    path.write_text(HEAD + "    a = stage(exp(y))\n    return a * loc, (a,), (a,)\n", encoding="utf-8")
    text = print_c.print_all([path], ())["law_law.h"]
    kernel = text[text.index("int law_no_1_f32_loop") : text.index("static int law_no_1_f32(")]
    assert kernel.count("for (") == 2
    assert kernel.count("exp_f32(") == 1


def test_polynomials_keep_every_coefficient() -> None:
    for n in range(1, 40):
        coefficients = [Fraction(3 * i + 1, 7) for i in range(n)]
        values, x = list(coefficients), Fraction(2, 3)
        for a, power, b in plan_polynomial(n):
            values.append(values[a] * x ** (2**power) + values[b])
        assert values[-1] == sum(c * x ** (n - 1 - i) for i, c in enumerate(coefficients))


def test_secants_are_slopes() -> None:
    for n in range(2, 9):
        poly = Poly((), [3.0 * i + 1 for i in range(n)])
        x, y = np.float64(0.5), np.float64(-0.25)  # exact in what follows
        value = [sum(c * t**k for k, c in enumerate(poly.f64[::-1])) for t in (x, y)]
        assert secant(x, y, poly) == (value[0] - value[1]) / (x - y)
        assert secant(x, x, poly) == sum(k * c * x ** (k - 1) for k, c in enumerate(poly.f64[::-1]) if k)


def test_a_constant_has_one_meaning() -> None:
    """Formulas know the constants of all modules by name."""
    trees = [ast.parse(Path(str(m.__file__)).read_text(encoding="utf-8")) for m in printer.MODULES]
    targets = [t for tree in trees for node in tree.body if isinstance(node, ast.Assign) for t in node.targets]
    names = [t.id for t in targets if isinstance(t, ast.Name)]
    assert len(names) == len(set(names))
