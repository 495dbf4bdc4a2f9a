r"""Simple formulas as plain Unicode, for places that show no mathematics: ``$n^2$`` is n².

A formula with anything but letters, digits, common signs, Greek letters, and single-character
exponents and indices stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.text.tex import MATH

_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "times": "×", "cdot": "·", "pm": "±", "sim": "~", "approx": "≈", "leq": "≤", "le": "≤",
        "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "to": "→", "rightarrow": "→", "infty": "∞",
        "ell": "ℓ", "in": "∈", "ll": "≪", "gg": "≫", "uparrow": "↑", "downarrow": "↓", "mu": "μ",
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
        "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "nu": "ν", "xi": "ξ",
        "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ",
        "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
        "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "Pi": "Π", "log": "log", "exp": "exp",
        "ln": "ln", "max": "max", "min": "min", "circ": "°", "dots": "…", "ldots": "…", "star": "*",
        "langle": "⟨", "rangle": "⟩", "quad": " ", "left": "", "right": "", "textrm": "",
        "text": "", "mathrm": "", "mathbf": "", "mathit": "", "mathcal": "", "texttt": "",
        "textbf": "", "textit": "", "operatorname": "", "rm": "", "bf": "",
    }
)  # fmt: skip
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
_ABOVE = str.maketrans("0123456789+-n*", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ*")
_BELOW = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_SCRIPT = re.compile(r"([\^_])(?:\{([\d+\-n*]{1,4})\}|([\d+\-n*]))")
_WORD_SCRIPT = re.compile(r"[\^_]\{?[A-Za-z]")


def spoken_math(text: str) -> str:
    """Return the text with its simple formulas as plain characters, the others unchanged."""
    if "$" not in text and "\\(" not in text:
        return text
    return MATH.sub(lambda match: _plain(match[0]), text)


def _plain(formula: str) -> str:
    body = formula.strip("$") if formula.startswith("$") else formula[2:-2]
    if formula.startswith("\\begin"):
        return formula
    known = all(command[1] in _SIGNS for command in _COMMAND.finditer(body))
    if not known or _WORD_SCRIPT.search(body):
        return formula
    plain = _COMMAND.sub(lambda match: _SIGNS[match[1]], body)
    plain = _SCRIPT.sub(_scripted, plain.replace("^°", "°"))
    plain = re.sub(r"\\([%&#_$,;! ])", r"\1", plain)
    plain = plain.replace("{", "").replace("}", "") if "\\{" not in body else plain
    return formula if any(sign in plain for sign in "^_\\{}&") else " ".join(plain.split())


def _scripted(match: re.Match[str]) -> str:
    sign = match[2] or match[3]
    if match[1] == "_" and not set(sign) <= set("0123456789+-"):
        return match[0]
    return sign.translate(_ABOVE if match[1] == "^" else _BELOW)
