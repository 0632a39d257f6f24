"""Work beside the screen that nobody waits for when the program ends."""

from asyncio import Future, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import TypeVar

__all__ = ["beside"]

T = TypeVar("T")


async def beside(work: Callable[[Callable[[], bool]], T]) -> T:
    """What the work comes to, in a thread of its own that ends with the program.

    The work is given a way to ask whether it is to go on: not where the one that waits for it was cancelled.
    """
    loop, stop = get_running_loop(), Event()
    done: Future[T] = loop.create_future()

    def finish(result: T | None, error: Exception | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result, failed = None, None
        try:
            result = work(lambda: not stop.is_set())
        except Exception as error:
            failed = error
        with suppress(RuntimeError):  # the program has ended
            loop.call_soon_threadsafe(finish, result, failed)

    Thread(target=run, name="beside", daemon=True).start()
    try:
        return await done
    finally:
        stop.set()
