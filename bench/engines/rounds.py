"""Measures all engines in rounds: the parts of the benchmark and what each says while it runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from typing import Any

import chromium
import compute
import others
import sites
import texts
import throttle
from chromium import browser
from figures import Engine, Visit, median, of
from playwright.sync_api import Playwright
from tests.server import Server

PEERS = tuple(sites.PEERS)
LONG_TEXT = 200_000
LONG_RUNS = 3


def say(text: str) -> None:
    """Report progress on standard error; standard output is for the table."""
    print(text, file=sys.stderr, flush=True)


def _say_rounds(what: str, times: list[float]) -> None:
    """Report every round, because a median hides one that does not fit."""
    say(f"{what}: {' '.join(f'{ms:.0f}' for ms in times)} ms")


class Bench:
    """One run of all measurements, on two servers that have compressed their files."""

    def __init__(
        self,
        playwright: Playwright,
        youten: Server,
        peers: Server,
        other: Server | None,
        options: argparse.Namespace,
    ) -> None:
        self.playwright, self.youten, self.peers, self.other = playwright, youten, peers, other
        self.article = options.article.read_text(encoding="utf-8")
        self.runs: int = options.runs
        self._awake: set[str] = set()

    def _visit(self, opened: chromium.Browser, name: str) -> Visit:
        if name == "floor":
            return chromium.visit_floor(opened, self.peers)
        if name in PEERS:
            return chromium.visit_peer(opened, self.peers, name, self.article)
        runs = 3 if name == "stock" else chromium.WARM_RUNS
        return chromium.visit_youten(opened, self.youten, self.article, stock=name == "stock", runs=runs)

    def _wake(self, names: Iterable[str]) -> None:
        """Visit once, for nothing, what this run has not visited: the machine's first visit takes longer."""
        for name in names:
            if name in self._awake:
                continue
            self._awake.add(name)
            with browser(self.playwright) as opened:
                if name == "other" and self.other:
                    took = chromium.wait_with_text(opened, self.other, self.article)
                else:
                    took = self._visit(opened, name)["ready"]
            say(f"{name}: {took:.0f} ms, not counted")

    def _both(self, name: str, found: Engine) -> None:
        """Measure one first and one second visit."""
        with browser(self.playwright) as opened:
            found["first"].append(self._visit(opened, name))
            opened.restart()
            found["second"].append(self._visit(opened, name))
        first, second = found["first"][-1], found["second"][-1]
        say(f"{name}: ready {first['ready']:.0f} ms, second visit {second['ready']:.0f} ms")

    def engines(self, names: list[str]) -> dict[str, Engine]:
        """Measure all engines in turns; each round begins with a different one."""
        self._wake(names)
        found: dict[str, Engine] = {name: {"first": [], "second": []} for name in names}
        for number in range(self.runs):
            turn = number % len(names)
            for name in names[turn:] + names[:turn]:
                self._both(name, found[name])
        for name, engine in found.items():
            for visit, visits in (("first", engine["first"]), ("second", engine["second"])):
                _say_rounds(f"{name}, {visit} visit, ready", of(visits, "ready"))
        return found

    def stock(self) -> Engine:
        """Measure the stock engine once: a visit takes minutes."""
        found: Engine = {"first": [], "second": []}
        self._both("stock", found)
        return found

    def throttled(self) -> dict[str, Any]:
        """Measure youten and lindera on a simulated phone, in turns."""
        found: dict[str, list[Visit]] = {"youten": [], "lindera": []}
        self._wake(found)
        second: list[Visit] = []
        slowdowns = []
        for _ in range(self.runs):
            for name, visits in found.items():
                with browser(self.playwright) as opened:
                    usual = throttle.loop(opened.page)
                    throttle.slow_network(opened)
                    with throttle.slow_processor(opened.profile):
                        slowdowns.append(throttle.loop(opened.page) / usual)
                        visits.append(self._visit(opened, name))
                    if name == "youten":
                        opened.restart()
                        throttle.slow_network(opened)
                        with throttle.slow_processor(opened.profile):
                            second.append(self._visit(opened, name))
                say(f"{name}, throttled: ready {visits[-1]['ready']:.0f} ms")
        for name, visits in found.items():
            _say_rounds(f"{name}, throttled, first visit, ready", of(visits, "ready"))
        _say_rounds("youten, throttled, second visit, ready", of(second, "ready"))
        return {"first": found, "second": second, "slowdown": median(slowdowns)}

    def beside(self) -> dict[str, list[float]] | None:
        """Measure both builds with a text that waits on a simulated phone: build -> ms; None: no other."""
        if not self.other:
            return None
        self._wake(("youten", "other"))
        found: dict[str, list[float]] = {"ours": [], "other": []}
        for _ in range(self.runs):
            for name, site in (("ours", self.youten), ("other", self.other)):
                with browser(self.playwright) as opened:
                    throttle.slow_network(opened)
                    with throttle.slow_processor(opened.profile):
                        found[name].append(chromium.wait_with_text(opened, site, self.article))
                say(f"{name}, throttled, with a text waiting: {found[name][-1]:.0f} ms")
        for name, times in found.items():
            _say_rounds(f"{name}, throttled, with a text waiting", times)
        return found

    def idle(self) -> list[list[float]]:
        """Measure the first summary on an idle page and warm ones: runs -> ms, the first one first."""
        self._wake(["youten"])
        found = []
        for _ in range(self.runs):
            with browser(self.playwright) as opened:
                found.append(chromium.first_and_warm(opened, self.youten, self.article))
            say(f"first on an idle page: {found[-1][0]:.0f} ms, then {median(found[-1][1:]):.0f} ms")
        _say_rounds("first on an idle page", [times[0] for times in found])
        _say_rounds("then", [median(times[1:]) for times in found])
        return found

    def browsers(self) -> dict[str, list[list[Visit]] | None]:
        """Measure youten in the other browsers: browser -> runs -> visits; None: not installed."""
        found: dict[str, list[list[Visit]] | None] = {}
        for name, visit in {"Firefox": others.firefox, "WebKitGTK": others.webkit}.items():
            rounds = []
            for _ in range(self.runs):
                visits = visit(self.youten, self.article)
                if visits is None:
                    say(f"{name}: not installed, no rows")
                    break
                rounds.append(visits)
                say(f"{name}: ready " + ", ".join(f"{each['ready']:.0f} ms" for each in visits))
            found[name] = rounds or None
        return found

    def same(self, stock: bool) -> dict[str, Any]:
        """Measure both analysers in one Pyodide, and growth with length."""
        with browser(self.playwright) as opened:
            found = compute.same_pyodide(opened, self.peers, self.article, stock=stock)
        say(
            "same Pyodide: "
            + ", ".join(f"{name} {median(ms):.1f} ms" for name, ms in found["tokenize"].items())
        )
        return found

    def long(self) -> list[float]:
        """Paste a very long text into the real page; return the ms until its summary is drawn."""
        text = texts.natural(LONG_TEXT)
        found = []
        for _ in range(LONG_RUNS):
            with browser(self.playwright) as opened:
                found.append(chromium.summarize_once(opened, self.youten, text))
            say(f"{LONG_TEXT:,} characters: {found[-1]:.0f} ms")
        return found

    def parts(self, *, stock: bool) -> dict[str, Callable[[], object]]:
        """Return name -> measurement for all but the engines, in order; ``stock``: with stock Janome."""
        return {
            "stock": self.stock,
            "throttled": self.throttled,
            "beside": self.beside,
            "idle": self.idle,
            "browsers": self.browsers,
            "same": lambda: self.same(stock),
            "long": self.long,
            "batch": compute.batch,
        }
