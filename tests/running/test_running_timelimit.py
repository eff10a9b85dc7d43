from __future__ import annotations

import signal
import threading
import time

import pytest

from generator.running.timelimit import TimeUpError, time_limit


def test_what_takes_too_long_is_interrupted() -> None:
    begun = time.monotonic()
    with pytest.raises(TimeUpError), time_limit(0.05):
        time.sleep(100)
    assert time.monotonic() - begun < 60


def test_what_is_quick_is_not_interrupted_afterwards() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with time_limit(60):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_library_that_forgives_every_exception_does_not_forgive_this_one() -> None:
    def forgiving() -> None:
        while True:
            try:
                time.sleep(100)
            except Exception:  # noqa: BLE001, S112 as such libraries do
                continue

    with pytest.raises(TimeUpError), time_limit(0.05):
        forgiving()


def test_another_thread_is_not_interrupted() -> None:
    done = []

    def work() -> None:
        with time_limit(0.01):
            time.sleep(0.05)
        done.append("all of it")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["all of it"]
