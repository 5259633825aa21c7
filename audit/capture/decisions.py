"""What a fetch decides without the network: where a redirect leads, how long to wait, which proxy, what a failure means."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from audit.capture.fetcher import Headers
from audit.capture.limits import Limits
from audit.errors import AddressError, FetchError


def next_hop(url: str, location: str, count: int, limits: Limits) -> str:
    """The address that redirect number `count` leads to. Raises FetchError or AddressError where it is not followed."""
    if count > limits.max_redirects:
        raise FetchError(
            f"{url} is redirected more than {limits.max_redirects} times", "check the address in a browser"
        )
    try:
        target = urljoin(url, location.strip()).partition("#")[0]
    except ValueError as error:
        raise AddressError(
            f"{url} redirects to what is no address: {error}", "check the address in a browser"
        ) from error
    if urlsplit(url).scheme == "https" and target.lower().startswith("http:"):
        raise AddressError(
            f"{url} redirects to an unencrypted address, {target[:200]}",
            "that is not followed; give the http address yourself if you want it",
        )
    return target


def connection_error(url: str, error: Exception) -> FetchError:
    """The error for a host that no connection, or no secure one, can be made to."""
    host = urlsplit(url).hostname
    text = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in text or "certificate" in text.lower():
        reason = text.partition("certificate verify failed: ")[2].partition(" (_ssl")[0] or "not valid"
        return FetchError(
            f"the certificate of {host} cannot be trusted: {reason}",
            "open the site in a browser to see why; a saved page can be audited with --url",
        )
    if "SSL" in text or "TLS" in text or "EOF occurred" in text:
        return FetchError(f"no secure connection to {host}: {in_plain_words(error)}", "check the address in a browser")
    return FetchError(f"{host} cannot be reached: {in_plain_words(error)}", "check the address and your connection")


def in_plain_words(error: Exception) -> str:
    """A library's message without its source line; the error's name where it has none."""
    return (str(error) or type(error).__name__).partition(" (_ssl")[0][:200]


def first_header(headers: Headers, name: str) -> str | None:
    """The first header of that name; `name` is in lower case."""
    return next((v for k, v in headers if k.lower() == name), None)


def retry_after(headers: Headers) -> float | None:
    """The seconds that Retry-After asks for; a date counts from the answer's own Date, so no clock is read."""
    value = (first_header(headers, "retry-after") or "").strip()
    if value.isascii() and value.isdigit() and len(value) < 8:
        return float(value)
    try:
        sent = parsedate_to_datetime(first_header(headers, "date") or "")
        return max(0.0, (parsedate_to_datetime(value) - sent).total_seconds())
    except (ValueError, TypeError):
        return None


def environment_proxy(url: str, proxies: dict[str, str]) -> str | None:
    """The proxy that the environment names for this address: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, less `NO_PROXY`."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    for spared in (entry.strip().lower() for entry in proxies.get("no", "").split(",")):
        if spared == "*" or (spared and f".{host}".endswith(f".{spared.lstrip('.*')}")):
            return None
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"
