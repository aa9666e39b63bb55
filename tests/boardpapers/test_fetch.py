"""The client against a site that misbehaves: every address ends in a paper or a named failure, in bounded time and space."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from boardpapers.sources import addresses, errors, wire
from boardpapers.sources.client import Answer, Client, Since
from boardpapers.sources.publishers import Manners
from tests.boardpapers import site as sites
from tests.boardpapers.site import Site
from tests.samples import pdf_of

PDF = pdf_of("minutes-table").read_bytes()
QUICK = Manners(delay=0, tries=3, backoff=0.01, patience=2, silence=0.5, seconds=3, size=2 * 2**20, allow_private=True)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    stop = made.start()
    yield made
    stop()


def fetch(
    site: Site, path: str = "/a.pdf", manners: Manners = QUICK, since: Since | None = None
) -> tuple[Answer, bytes]:
    into = BytesIO()
    return Client(manners).fetch(site.url + path, into, since=since), into.getvalue()


MENDED: dict[str, Callable[[], sites.Answer]] = {
    "a fault that passes": lambda: sites.gives(b"sorry", 500),
    "too many requests": lambda: sites.gives(b"later", 429),
    "a body cut short": lambda: sites.cut_off(PDF),
    "a body in chunks cut short": lambda: sites.in_chunks(PDF, whole=False),
    "a connection closed at once": lambda: lambda _: None,
    "silence": lambda: sites.hangs(1.0),
}


@pytest.mark.parametrize("bad", MENDED.values(), ids=MENDED.keys())
def test_what_passes_is_tried_again(bad: Callable[[], sites.Answer], site: Site) -> None:
    site.routes["/a.pdf"] = sites.first([bad(), sites.gives(PDF)])
    answer, body = fetch(site)
    assert (body, answer.size) == (PDF, len(PDF)), "nothing of the first try is left"
    assert site.paths() == ["/a.pdf"] * 2


@pytest.mark.parametrize(
    ("answer", "body"),
    [(sites.in_chunks(PDF), PDF), (sites.packed(PDF), PDF), (sites.packed(b""), b"")],
    ids=["chunks", "gzip", "gzip of nothing"],
)
def test_what_is_sent_is_what_is_got(answer: sites.Answer, body: bytes, site: Site) -> None:
    site.routes["/a.pdf"] = answer
    assert fetch(site)[1] == body


FAILS: dict[str, tuple[Callable[[Site], sites.Answer], type[errors.FetchError], str, int]] = {
    "always a fault": (lambda _: sites.gives(b"", 503), errors.NotReached, "answers 503", 3),
    "always cut short": (lambda _: sites.cut_off(PDF), errors.NotReached, "cut its answer off", 3),
    "gone": (lambda _: sites.gives(b"", 410), errors.NotThere, "nothing at /a.pdf", 1),
    "locked": (lambda _: sites.gives(b"", 403), errors.Refused, "does not let us in", 1),
    "a redirect in a circle": (lambda s: sites.leads_to(f"{s.url}/a.pdf"), errors.NotReached, "leads on and on", 11),
    "a redirect to a file": (lambda _: sites.leads_to("file:///etc/passwd"), errors.NotAllowed, "no address of the web", 1),
    "a redirect to another protocol": (lambda _: sites.leads_to("ftp://127.0.0.1/a.pdf"), errors.NotAllowed, "web", 1),
    "a redirect to a script": (lambda _: sites.leads_to("javascript:alert(1)"), errors.NotAllowed, "web", 1),
    "a redirect with a password": (lambda _: sites.leads_to("http://u:secret@127.0.0.1/"), errors.NotAllowed, "password", 1),
    "larger than told": (lambda _: sites.without_end(), errors.TooMuch, "may have 2", 1),
    "told to be too large": (
        lambda _: lambda request: request.say(200, b"%PDF", Content_Length=str(10**12)), errors.TooMuch, "953674 MB", 1,
    ),
    "a bomb": (lambda _: sites.bomb(64), errors.TooMuch, "may have 2", 1),
    "a drip": (lambda _: sites.drips(PDF, 0.1), errors.TooMuch, "more than 3 s", 1),
    "a head without end": (lambda _: sites.drips_its_head(0.1), errors.TooMuch, "more than 3 s", 1),
    "an answer that is none": (lambda _: lambda request: request.wfile.write(b"\0\1\2 nonsense\r\n"), errors.NotReached, "broke", 3),
    "not modified, unasked": (lambda _: sites.gives(b"", 304), errors.NotReached, "304", 1),
    "a part": (lambda _: sites.gives(PDF[:99], 206), errors.NotReached, "206", 1),
    "wait for an hour": (lambda _: sites.gives(b"", 429, Retry_After="3600"), errors.NotReached, "3600 s", 1),
}  # fmt: skip


@pytest.mark.parametrize(("make", "error", "said", "tries"), FAILS.values(), ids=FAILS.keys())
def test_what_does_not_pass_ends_in_a_named_failure(
    make: Callable[[Site], sites.Answer], error: type[errors.FetchError], said: str, tries: int, site: Site
) -> None:
    site.routes["/a.pdf"] = make(site)
    began = time.monotonic()
    with pytest.raises(errors.FetchError, match=said) as told:
        fetch(site)
    assert isinstance(told.value, error)
    assert told.value.outcome == error.outcome
    assert site.counts["/a.pdf"] == tries
    assert time.monotonic() - began < 8
    assert "secret" not in str(told.value)


def test_a_site_that_asks_for_a_wait_gets_it(site: Site) -> None:
    site.routes["/a.pdf"] = sites.first([sites.gives(b"", 429, Retry_After="1"), sites.gives(PDF)])
    began = time.monotonic()
    assert fetch(site)[1] == PDF
    assert time.monotonic() - began >= 1


def test_a_site_tells_whether_anything_changed(site: Site) -> None:
    def answer(request: sites.Request) -> None:
        request.say(304) if request.headers["If-None-Match"] == '"one"' else request.say(200, PDF, ETag='"one"')

    site.routes["/a.pdf"] = answer
    told, body = fetch(site)
    assert (told.etag, body) == ('"one"', PDF)
    again, body = fetch(site, since=Since(told.etag, None))
    assert (again.size, body) == (None, b"")


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause_between(site: Site) -> None:
    under_way, most, begun = 0, 0, []

    def answer(request: sites.Request) -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        begun.append(time.monotonic())
        time.sleep(0.05)
        under_way -= 1
        request.say(200, PDF)

    site.routes |= {f"/{n}.pdf": answer for n in range(4)}
    client = Client(replace(QUICK, delay=0.2))
    threads = [threading.Thread(target=client.fetch, args=(f"{site.url}/{n}.pdf", BytesIO())) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert len(begun) == 4
    assert min(after - before for before, after in itertools.pairwise(begun)) >= 0.2


def test_robots_txt_is_obeyed_on_the_way_too(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private/\nDisallow: /*?print=\n\nUser-agent: other\nDisallow: /\n"
    site.routes["/robots.txt"] = sites.gives(rules, Content_Type="text/plain")
    site.routes |= {
        "/a.pdf": sites.gives(PDF),
        "/b.pdf": sites.leads_to("/private/b.pdf"),
        "/private/b.pdf": sites.gives(PDF),
    }
    client = Client(QUICK)
    assert client.fetch(f"{site.url}/a.pdf", BytesIO()).size == len(PDF)
    for path in ("/private/b.pdf", "/b.pdf", "/a.pdf?print=1"):
        with pytest.raises(errors.Refused, match=r"robots\.txt asks"):
            client.fetch(site.url + path, BytesIO())
    assert site.paths() == ["/a.pdf", "/b.pdf"], "what is forbidden is not asked for"
    assert site.counts["/robots.txt"] == 1
    assert {headers["User-Agent"].partition("/")[0] for _, headers in site.asked} == {"boardpapers"}


def test_rules_that_cannot_be_had_forbid_all(site: Site) -> None:
    site.routes |= {"/robots.txt": sites.gives(b"", 500), "/a.pdf": sites.gives(PDF)}
    with pytest.raises(errors.NotReached, match=r"robots\.txt cannot be had"):
        fetch(site)
    assert site.paths() == []


def test_the_pause_that_robots_txt_asks_for_is_kept(site: Site) -> None:
    site.routes |= {"/robots.txt": sites.gives(b"User-agent: *\nCrawl-delay: 0.5\n"), "/a.pdf": sites.gives(PDF)}
    client, began = Client(QUICK), time.monotonic()
    for _ in range(2):
        client.fetch(f"{site.url}/a.pdf", BytesIO())
    assert time.monotonic() - began >= 0.5


def test_a_host_that_does_not_answer_is_left(site: Site) -> None:
    site.routes |= {f"/{number}.pdf": lambda _: None for number in range(5)}
    client = Client(replace(QUICK, tries=2))
    for number in range(5):
        with pytest.raises(errors.NotReached, match="broke" if number < 3 else "the run leaves it"):
            client.fetch(f"{site.url}/{number}.pdf", BytesIO())
    assert len(site.paths()) == 6


def test_a_host_that_asks_to_be_left_for_long_is_left(site: Site) -> None:
    site.routes |= {"/a.pdf": sites.gives(b"", 429, Retry_After="3600"), "/b.pdf": sites.gives(PDF)}
    client = Client(QUICK)
    for path, said in (("/a.pdf", "3600 s"), ("/b.pdf", "left alone for long")):
        with pytest.raises(errors.NotReached, match=said):
            client.fetch(site.url + path, BytesIO())
    assert site.paths() == ["/a.pdf"]


def test_faults_of_single_papers_are_no_reason_to_leave_a_host(site: Site) -> None:
    site.routes |= {f"/{number}.pdf": sites.gives(b"", 500) for number in range(4)} | {"/a.pdf": sites.gives(PDF)}
    client = Client(QUICK)
    for number in range(4):
        with pytest.raises(errors.NotReached, match="answers 500"):
            client.fetch(f"{site.url}/{number}.pdf", BytesIO())
    assert client.fetch(f"{site.url}/a.pdf", BytesIO()).size == len(PDF)


def test_a_client_that_is_stopped_ends_what_is_under_way(site: Site) -> None:
    site.routes["/a.pdf"] = sites.drips(PDF, 0.05)
    client = Client(replace(QUICK, seconds=60))
    threading.Timer(0.5, client.stop).start()
    began = time.monotonic()
    with pytest.raises(errors.Stopped):
        client.fetch(f"{site.url}/a.pdf", BytesIO())
    assert time.monotonic() - began < 3


PRIVATE = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%lo", "fc00::1", "fd12::1",
    "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::",
    "2001:0:0:0:0:0:80ff:fffe", "2001:db8::1",
]  # fmt: skip
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("number", PRIVATE)
def test_no_private_address_is_public(number: str) -> None:
    assert not addresses.is_public(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_a_public_address_is(number: str) -> None:
    assert addresses.is_public(number)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "169.254.169.254"]
)
def test_no_private_address_is_asked_unless_allowed(host: str, site: Site) -> None:
    site.routes["/a.pdf"] = sites.gives(PDF)
    with pytest.raises(errors.NotAllowed, match="--allow-private"):
        Client(replace(QUICK, allow_private=False)).fetch(
            f"http://{host}:{site.url.rpartition(':')[2]}/a.pdf", BytesIO()
        )
    assert site.asked == []


def _names(monkeypatch: pytest.MonkeyPatch, lookups: list[str]) -> list[tuple[str, int]]:
    """Names lead to one address after the other, the last for ever; connections all go to the site. Returns where they were to go."""
    real, asked, connected = addresses.socket.getaddrinfo, [], []
    connect = wire.create_connection

    def look_up(host: str, port: int, *rest: object, **kind: object) -> list[object]:
        if host[0].isdigit():
            return real(host, port, *rest, **kind)  # type: ignore[arg-type]
        asked.append(host)
        return real(lookups[min(len(asked), len(lookups)) - 1], port, *rest, **kind)  # type: ignore[arg-type]

    def create(address: tuple[str, int], **options: float) -> object:
        connected.append(address)
        return connect(("127.0.0.1", address[1]), **options)  # type: ignore[arg-type]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", look_up)
    monkeypatch.setattr(wire, "create_connection", create)
    return connected


def test_a_name_that_leads_elsewhere_the_second_time_is_not_followed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.url.rpartition(":")[2])
    site.routes |= {"/a.pdf": sites.gives(PDF)}
    connected = _names(monkeypatch, ["93.184.216.34", "93.184.216.34", "127.0.0.1"])
    client = Client(replace(QUICK, allow_private=False))
    assert client.fetch(f"http://papers.example:{port}/a.pdf", BytesIO()).size == len(PDF)
    with pytest.raises(errors.NotAllowed, match=r"papers\.example \(127\.0\.0\.1\)"):
        client.fetch(f"http://papers.example:{port}/a.pdf", BytesIO())
    assert connected == [("93.184.216.34", port)] * 2, "what was checked is what is connected: robots.txt and the paper"


def test_a_public_site_that_redirects_within_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.url.rpartition(":")[2])
    site.routes |= {"/a.pdf": sites.leads_to(f"http://169.254.169.254:{port}/latest"), "/latest": sites.gives(PDF)}
    connected = _names(monkeypatch, ["93.184.216.34"])
    with pytest.raises(errors.NotAllowed, match=r"169\.254"):
        Client(replace(QUICK, allow_private=False)).fetch(f"http://papers.example:{port}/a.pdf", BytesIO())
    assert "/latest" not in site.paths()
    assert {number for number, _ in connected} == {"93.184.216.34"}


@pytest.mark.parametrize(
    "url", ["", "papers.pdf", "https://", "file:///etc/passwd", "https://[::1", "http://u:p@papers.example/a"]
)
def test_what_is_no_address_of_the_web_is_told(url: str) -> None:
    with pytest.raises(errors.NotAllowed):
        addresses.checked(url)


@pytest.fixture
def secure_site(tmp_path: Path) -> Iterator[tuple[Site, Path]]:
    """A site that proves to be `localhost`, and the certificate by which it does."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not here to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-keyout", key, "-out", certificate, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
        check=True, capture_output=True,
    )  # fmt: skip
    made = Site()
    stop = made.start(certificate, key)
    yield made, certificate
    stop()


def test_a_site_that_proves_who_it_is_is_read(secure_site: tuple[Site, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    site, certificate = secure_site
    site.routes |= {"/a.pdf": sites.gives(PDF), "/drip.pdf": sites.drips(PDF, 0.1)}
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    url = site.url.replace("127.0.0.1", "localhost")
    assert Client(QUICK).fetch(f"{url}/a.pdf", BytesIO()).size == len(PDF)
    with pytest.raises(errors.TooMuch, match="more than 3 s"):
        Client(QUICK).fetch(f"{url}/drip.pdf", BytesIO())
    with pytest.raises(errors.NotReached, match="cannot prove"):
        Client(QUICK).fetch(f"{site.url}/a.pdf", BytesIO())


def test_a_site_that_nobody_vouches_for_is_not_read(secure_site: tuple[Site, Path]) -> None:
    site, _ = secure_site
    site.routes["/a.pdf"] = sites.gives(PDF)
    with pytest.raises(errors.NotReached, match="cannot prove that it is localhost"):
        Client(QUICK).fetch(site.url.replace("127.0.0.1", "localhost") + "/a.pdf", BytesIO())
    assert site.asked == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Content_Disposition", "attachment; filename*=bogus'x'%ff%00.pdf"),
        ("Content_Disposition", "attachment; filename*0*=utf-8''%e2; filename*1*=%82%ac.pdf"),
        ("Content_Disposition", 'attachment; filename="\\'),
        ("Content_Type", "application/pdf; charset=*bogus"),
        ("ETag", "x" * 5000),
        ("ETag", "\xff\x01"),
        ("Last_Modified", "yesterday"),
        ("Content_Length", "many"),
        ("Content_Encoding", "bogus"),
    ],
)
def test_no_header_upsets_us(name: str, value: str, site: Site) -> None:
    site.routes["/a.pdf"] = sites.gives(PDF, **{name: value})
    answer, body = fetch(site)
    assert body == PDF
    assert answer.etag is None


@pytest.mark.parametrize(
    "location", ["\x00\x01", "http://[", "//", "http://a:99999999/", "?" * 5000, "http://" + "a" * 300 + ".example/"]
)
def test_no_redirect_upsets_us(location: str, site: Site) -> None:
    site.routes["/a.pdf"] = sites.leads_to(location)
    with pytest.raises(errors.FetchError) as told:
        fetch(site)
    assert str(told.value).isprintable()
