"""One HTTP exchange over urllib: bounded in size and time, with few redirects, no credentials."""

from __future__ import annotations

import socket
import ssl
import urllib.error
import urllib.request
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.parse import urlsplit

from generator.fetch.answer_body import stated_reason
from generator.fetch.clock import Clock
from generator.fetch.fetch_error import FetchError, broken
from generator.fetch.retry import retry_after

_PIECE = 2**16
_REASON = 2**14  # bytes of a refusal that are looked at
_SLOWEST = 20  # times the timeout, for the whole body
_OFFLINE = "check the network, then run the same command again"
_BUSY = frozenset({429, 503})
_PASSING = frozenset({408, 425, 500, 502, 504})
_GONE = frozenset({404, 410})
_REDIRECTED = "ask for the final address, if you trust it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What came back.

    Attributes:
        changed: False when the service says that the copy we hold is still right (status 304);
            the body is empty then.
        headers: Their names in any case.
        body: Unpacked.
    """

    changed: bool
    headers: Message
    body: bytes


class Transport:
    """Sends GET requests over http and https, through the proxies of the environment if any."""

    def __init__(self, *, user_agent: str, timeout: float, max_size: int, clock: Clock) -> None:
        """Prepare for requests.

        Args:
            user_agent: Who we are.
            timeout: Seconds to wait for a connection, and for each part of the answer.
            max_size: Most bytes of a body, unpacked.
            clock: To notice a body that never ends.
        """
        self._timeout, self._max_size, self._clock = timeout, max_size, clock
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.HTTPErrorProcessor(),
            urllib.request.UnknownHandler(),
            _Redirects(),
        ):
            self._opener.add_handler(handler)
        self._opener.addheaders = [("User-Agent", user_agent), ("Accept-Encoding", "gzip")]

    def get(self, url: str, headers: Mapping[str, str]) -> Response:
        """Return the answer.

        Raises:
            FetchError: No connection (F003), a status that is no success (F004, F005, F010), a body
                that is cut off (F006) or too large (F007), a redirect that leads nowhere (F008).
        """
        try:
            # The opener knows no other schemes than http and https.
            request = urllib.request.Request(url, headers=dict(headers))  # noqa: S310
            with self._opener.open(request, timeout=self._timeout) as reply:
                return Response(changed=True, headers=reply.headers, body=self._body(reply))
        except urllib.error.HTTPError as error:
            with error:
                if error.code == 304:
                    return Response(changed=False, headers=error.headers, body=b"")
                raise self._refusal(error) from error
        except (OSError, HTTPException, ValueError) as error:
            raise _unreachable(error) from error

    def _body(self, reply: HTTPResponse) -> bytes:
        stated = reply.headers.get("Content-Length", "")
        length = int(stated) if stated.isdecimal() else None
        self._check_size(length or 0)
        held = bytearray()
        last = self._clock.now() + _SLOWEST * self._timeout
        while piece := reply.read1(_PIECE):
            held += piece
            self._check_size(len(held))
            if self._clock.now() > last:
                raise broken("sends its answer too slowly")
        if length is not None and len(held) < length:
            raise broken(f"sent {len(held):,} of {length:,} bytes")
        if reply.headers.get("Content-Encoding", "").lower() in {"gzip", "x-gzip"}:
            return self._unpacked(held)
        return bytes(held)

    def _unpacked(self, packed: bytearray) -> bytes:
        unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        try:
            body = unpacker.decompress(packed, self._max_size + 1)
        except zlib.error as error:
            raise broken("sent a broken gzip stream") from error
        self._check_size(len(body))
        if not unpacker.eof:
            raise broken("sent a gzip stream without its end")
        return body

    def _check_size(self, size: int) -> None:
        if size > self._max_size:
            limit = f"{self._max_size / 1e6:g} MB"
            hint = "ask for less with --max, or raise [fetch] max_size"
            raise FetchError("F007", f"the answer is larger than {limit}", hint)

    def _refusal(self, error: urllib.error.HTTPError) -> FetchError:
        code = error.code
        if 300 <= code < 400:
            return FetchError("F008", "redirects in circles, or to no web address", _REDIRECTED)
        try:
            reason = stated_reason(error.read(_REASON))
        except (OSError, HTTPException):
            reason = ""
        said = f"answered with status {code}" + (f": {reason}" if reason else "")
        wait = retry_after(error.headers.get("Retry-After"), self._clock.now())
        if code in _BUSY:
            hint = "try again later, and ask for less at a time"
            return FetchError("F005", said, hint, passing=True, wait=wait)
        if code in _PASSING or code > 504:
            return FetchError("F004", said, "try again later", passing=True, wait=wait)
        if code in _GONE:
            return FetchError("F010", f"not found ({said})", "check the spelling")
        if code in {401, 403}:
            hint = "set [fetch] contact; a service that wants a key or a login cannot be fetched"
            return FetchError("F012", said, hint)
        return FetchError("F004", said, "correct what is asked for")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows at most five redirects, and none to another scheme or from https back to http."""

    max_redirections = 5
    max_repeats = 2

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the request for the new address.

        Raises:
            FetchError: It is not one to follow (F008).
        """
        scheme = urlsplit(newurl).scheme
        if scheme not in {"http", "https"} or (req.type == "https" and scheme != "https"):
            fp.close()
            raise FetchError("F008", f"redirects to {newurl}, which is not followed", _REDIRECTED)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _unreachable(error: Exception) -> FetchError:
    """Return the error of an exchange that broke down; a wrong name or certificate stays wrong."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    said = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    if isinstance(error, HTTPException):
        return broken(f"broke off its answer ({type(error).__name__})")
    if isinstance(cause, ssl.SSLCertVerificationError):
        hint = "check the clock of this machine and its certificates"
        return FetchError("F003", f"has no valid certificate: {cause.verify_message}", hint)
    is_unknown = isinstance(cause, socket.gaierror) and cause.errno != socket.EAI_AGAIN
    passing = isinstance(cause, OSError) and not is_unknown
    return FetchError("F003", f"cannot be reached: {said}", _OFFLINE, passing=passing)
