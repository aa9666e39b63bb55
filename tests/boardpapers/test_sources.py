"""Papers from the web, end to end: addresses, index pages and ModernGov sites; nothing lost, nothing fetched twice."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from boardpapers import cli_web
from boardpapers.sources.depot import safe_name
from tests.boardpapers import papers
from tests.boardpapers import site as sites
from tests.boardpapers.commands import Command, Ran, rows, start
from tests.boardpapers.site import Site


def pdf(text: str) -> bytes:
    """A letter of one page, of which nothing is to be recognised."""
    into = BytesIO()
    canvas = Canvas(into, pagesize=(595, 842), invariant=True)
    canvas.drawString(60, 780, text)
    canvas.save()
    return into.getvalue()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    stop = made.start()
    yield made
    stop()


@pytest.fixture
def ingest(tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs ingest against sites of this machine, in a folder of its own, quickly."""
    monkeypatch.setattr(
        cli_web, "POLITE", replace(cli_web.POLITE, delay=0, backoff=0.01, tries=2, silence=1, seconds=5)
    )
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, private: bool = True) -> Ran:
        allowed = ["--allow-private"] if private else []
        return command("ingest", *arguments, "--workers", 0, "--json", *allowed)

    return run


def outcomes(ran: Ran) -> dict[str, str]:
    return {paper["paper"]: paper["outcome"] for paper in ran.json["papers"]}


def stored(folder: Path = Path("papers")) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


DB = Path("boardpapers.sqlite")
HTML = "<!DOCTYPE html><html><body><p>Papers</p>{}</body></html>"


def test_an_address_is_a_paper_like_any_other(site: Site, ingest: Command, tmp_path: Path) -> None:
    good = papers.good_paper(tmp_path).read_bytes()
    site.routes["/docs/Minutes%20of%20May.pdf"] = sites.gives(good, ETag='"m"')
    url = f"{site.url}/docs/Minutes%20of%20May.pdf"
    ran = ingest(url)
    assert (ran.code, outcomes(ran)) == (0, {"Minutes of May": "loaded"})
    assert ran.json["papers"][0]["path"] == url
    assert stored() == {"Minutes of May.pdf"}
    assert rows(DB, "SELECT document, source FROM documents") == [("Minutes of May", url)]
    assert rows(DB, "SELECT fetched_at IS NOT NULL FROM documents") == [(1,)]
    assert rows(DB, "SELECT document, url, outcome FROM downloads") == [("Minutes of May", url, "fetched")]
    assert rows(DB, "SELECT COUNT(*) FROM minutes") != [(0,)]


def test_what_has_not_changed_is_asked_for_and_not_sent(site: Site, ingest: Command) -> None:
    def answer(request: sites.Request) -> None:
        same = request.headers["If-None-Match"] == '"one"' and request.nth < 3
        request.say(304) if same else request.say(200, pdf(f"Edition {request.nth}"), ETag='"one"')

    site.routes["/a.pdf"] = answer
    url = f"{site.url}/a.pdf"
    assert outcomes(ingest(url)) == {"a": "nothing recognised"}
    before = rows(DB, "SELECT sha256, fetched_at FROM downloads")
    assert outcomes(ingest(url)) == {"a": "unchanged"}
    assert rows(DB, "SELECT sha256, fetched_at FROM downloads") == before
    assert outcomes(ingest(url)) == {"a": "nothing recognised"}, "the site has put another edition there"
    assert rows(DB, "SELECT COUNT(*) FROM documents") == [(2,)]
    assert rows(DB, "SELECT sha256 FROM downloads") != [before[0][:1]]


def test_what_was_stored_and_is_gone_is_fetched_anew(site: Site, ingest: Command) -> None:
    site.routes["/a.pdf"] = lambda r: r.say(304) if r.headers["If-None-Match"] else r.say(200, pdf("A"), ETag='"a"')
    url = f"{site.url}/a.pdf"
    ingest(url)
    next(Path("papers").rglob("*.pdf")).unlink()
    assert outcomes(ingest(url)) == {"a": "unchanged"}
    assert stored() == {"a.pdf"}


def test_each_failure_is_told_everywhere_and_costs_no_other(site: Site, ingest: Command) -> None:
    site.routes |= {
        "/robots.txt": sites.gives(b"User-agent: *\nDisallow: /closed/\n"),
        "/good.pdf": sites.gives(pdf("Good")),
        "/page.pdf": sites.page(HTML),
        "/junk.pdf": sites.gives(b"PK\3\4 some other file" * 99),
        "/fault.pdf": sites.gives(b"", 500),
        "/file.pdf": sites.leads_to("file:///etc/passwd"),
        "/closed/a.pdf": sites.gives(pdf("Closed")),
        "/cut.pdf": sites.cut_off(pdf("Cut")),
        "/huge.pdf": sites.without_end(),
    }
    expected = {
        "good": "nothing recognised", "page": "failed: not a pdf", "junk": "failed: not a pdf", "gone": "failed: not found",
        "fault": "failed: not reached", "file": "failed: address not allowed", "a": "failed: refused",
        "cut": "failed: not reached", "huge": "failed: limits",
    }  # fmt: skip
    listed = Path("urls.txt")
    paths = [
        "page.pdf",
        "junk.pdf",
        "gone.pdf",
        "fault.pdf",
        "file.pdf",
        "closed/a.pdf",
        "cut.pdf",
        "huge.pdf",
        "good.pdf",
    ]
    listed.write_text("# papers\n\n" + "".join(f"{site.url}/{path}\n" for path in paths), "utf-8")
    ran = ingest("--urls", listed, "--max-size", 1, "--report", "report.json", "--log", "log.jsonl")
    assert ran.code == 1
    assert outcomes(ran) == expected
    assert all(paper["reason"] for paper in ran.json["papers"])
    assert outcomes(Ran(0, Path("report.json").read_text("utf-8"), "")) == expected
    log = [json.loads(line) for line in Path("log.jsonl").read_text("utf-8").splitlines()]
    assert {line["url"].rpartition("/")[2]: line["outcome"] for line in log if line["event"] == "fetch"} == {
        f"{name}.pdf": "fetched" if name == "good" else outcome for name, outcome in expected.items()
    }
    assert dict(rows(DB, "SELECT document, outcome FROM documents")) == expected
    assert dict(rows(DB, "SELECT paper, outcome FROM run_paper")) == expected
    assert stored() == {"good.pdf"}, "of what failed nothing is left"

    site.routes |= {"/fault.pdf": sites.gives(pdf("Mended")), "/cut.pdf": sites.gives(pdf("Cut"))}
    expected |= {"good": "unchanged", "fault": "nothing recognised", "cut": "nothing recognised"}
    assert outcomes(ingest("--urls", listed, "--max-size", 1)) == expected
    assert rows(DB, "SELECT COUNT(*) FROM documents") == [(len(expected),)], "what failed once is one row, not two"


def test_nothing_private_is_asked_unless_allowed(site: Site, ingest: Command) -> None:
    site.routes["/a.pdf"] = sites.gives(pdf("A"))
    ran = ingest(f"{site.url}/a.pdf", private=False)
    assert (ran.code, outcomes(ran), site.asked) == (1, {"a": "failed: address not allowed"}, [])


EVIL = {
    "/%2E%2E%2F%2E%2E%2Fx.pdf": None,
    "/..%5C..%5Cboot.pdf": None,
    "/a.pdf": 'attachment; filename="../../../../evil.pdf"',
    "/b.pdf": 'attachment; filename="/etc/cron.d/evil.pdf"',
    "/c.pdf": "attachment; filename*=UTF-8''..%2F..%2Fevil.pdf",
    "/d.pdf": 'attachment; filename="C:\\\\Windows\\\\CON.pdf"',
    "/e.pdf": 'attachment; filename=".bashrc"',
    "/f.pdf": 'attachment; filename="' + "n" * 3000 + '.pdf"',
    "/g.pdf": 'attachment; filename="a\tb\x07c.pdf"',
    "/h.pdf": 'attachment; filename="....pdf"',
}


def test_no_name_leads_out_of_the_folder(site: Site, ingest: Command, tmp_path: Path) -> None:
    for number, (path, disposition) in enumerate(EVIL.items()):
        more = {"Content_Disposition": disposition} if disposition else {}
        site.routes[path] = sites.gives(pdf(f"Evil {number}"), **more)
    ran = ingest(*(site.url + path for path in EVIL))
    assert ran.code == 0
    found = list((tmp_path / "papers").rglob("*.pdf"))
    assert len(found) == len(EVIL)
    assert {len(path.relative_to(tmp_path / "papers").parts) for path in found} == {3}
    outside = {path.name for path in tmp_path.iterdir()} - {"papers"}
    assert all(name.startswith("boardpapers.sqlite") for name in outside)
    assert all(path.stat().st_size for path in found)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Risk register – May 2024.pdf", "Risk register – May 2024"),
        ("a/b/c.PDF", "c"),
        ("../../x.pdf", "x"),
        ("..\\..\\x.pdf", "x"),
        ("..", "paper"),
        ("...", "paper"),
        ("/", "paper"),
        ("", "paper"),
        ("nul.pdf", "nul_"),
        ("a\x00b\n.pdf", "ab"),
        ("q?x*.pdf", "qx"),
        ("\u202efdp.exe", "fdp.exe"),
        ("e\u0301t\u00e9.pdf", "\u00e9t\u00e9"),
        ("x" * 500, "x" * 100),
    ],
)
def test_a_name_is_safe(given: str, name: str) -> None:
    assert safe_name(given) == name


def test_an_index_page_gives_its_papers_and_then_what_is_new(site: Site, ingest: Command) -> None:
    first = '<a href="may.pdf">May</a> <a href="/docs/june.pdf#page=2">June</a> <a href="june.PDF?x=1">Other <b>June</b></a>'
    links = [
        "<base href='/docs/'>"
        + first
        + '<a href="mailto:x@y">x</a><a href="notes.docx">Notes</a><a href="may.pdf">May again</a>'
    ]
    site.routes |= {
        "/docs/": lambda request: sites.page(links[-1])(request),  # noqa: PLW0108 (links grow)
        "/docs/may.pdf": sites.gives(pdf("May")),
        "/docs/june.pdf": sites.gives(pdf("June")),
        "/docs/june.PDF": sites.gives(pdf("Other June")),
        "/docs/july.pdf": sites.gives(pdf("July")),
    }
    index = f"{site.url}/docs/"
    ran = ingest("--index", index)
    assert (ran.code, set(outcomes(ran).values())) == (0, {"nothing recognised"})
    assert site.paths() == ["/docs/", "/docs/may.pdf", "/docs/june.pdf", "/docs/june.PDF?x=1"]
    found = rows(DB, "SELECT url, title, found_on FROM downloads ORDER BY fetched_at, url")
    assert (f"{index}june.PDF?x=1", "Other June", index) in found

    links.append('<a href="july.pdf">July</a><a href="june.pdf">June</a>')
    site.asked.clear()
    ran = ingest("--index", index)
    assert site.paths() == ["/docs/", "/docs/july.pdf"], "only what is new is asked for"
    assert ran.json["outcomes"] == {"nothing recognised": 1, "unchanged": 3}, "what is no longer listed stays"


def test_an_index_page_leads_to_further_pages(site: Site, ingest: Command) -> None:
    site.routes |= {
        "/": sites.page('<a href="/meetings/1">One</a><a href="/meetings/2">Two</a><a href="/news">News</a>'),
        "/meetings/1": sites.page('<a href="/download/11/view">Agenda</a><a href="/meetings/2">next</a>'),
        "/meetings/2": sites.gives(b"", 500),
        "/download/11/view": sites.gives(pdf("Agenda")),
    }
    Path("b.toml").write_text(
        f'[[publisher]]\nname = "Board"\nindex = ["{site.url}/"]\nlinks = "/download/"\nfollow = "/meetings/"\n',
        "utf-8",
    )
    ran = ingest("--config", "b.toml")
    assert ran.code == 1, "a page that fails is told"
    assert outcomes(ran) == {"Agenda": "nothing recognised", "Board": "failed: not reached"}
    assert "/news" not in site.paths()
    assert rows(DB, "SELECT publisher, title FROM downloads") == [("Board", "Agenda")]
    assert rows(DB, "SELECT document FROM documents") == [("Agenda",)], "a page is no paper"


def test_a_page_may_be_as_broken_as_it_likes(site: Site, ingest: Command) -> None:
    broken = (
        "<base href='http://['><base href=/other/><a href='http://[/x.pdf'>a</a><a href='  a.pdf '>\0 A\x07&#0; \u2028paper</a>"
        "<a href=javascript:x.pdf>b</a><a>c</a><a href>d</a><area href=b.pdf><a href='//[::1/x.pdf'><!--"
        + "<a href="
        * 9999
    )
    site.routes |= {"/": sites.gives(broken.encode(), Content_Type="text/html; charset=bogus")}
    site.routes |= {"/a.pdf": sites.gives(pdf("A")), "/b.pdf": sites.gives(pdf("B"))}
    ran = ingest("--index", f"{site.url}/")
    assert (ran.code, outcomes(ran)) == (0, {"a": "nothing recognised", "b": "nothing recognised"})
    assert rows(DB, "SELECT title FROM downloads ORDER BY url")[1] == (None,)


@pytest.mark.parametrize("html", ["", "<p>Moved</p>", '<a href="x.docx">x</a>'])
def test_an_index_page_without_papers_is_told(html: str, site: Site, ingest: Command) -> None:
    site.routes["/"] = sites.page(html)
    ran = ingest("--index", f"{site.url}/")
    assert (ran.code, list(outcomes(ran).values())) == (1, ["failed: no papers"])


def test_what_is_listed_and_no_pdf_is_asked_for_once(site: Site, ingest: Command) -> None:
    site.routes |= {"/": sites.page('<a href="a.pdf">A</a><a href="b.pdf">B</a>'), "/a.pdf": sites.page(HTML)}
    site.routes["/b.pdf"] = sites.gives(pdf("B"))
    for _ in range(2):
        ran = ingest("--index", f"{site.url}/")
        assert (ran.code, outcomes(ran)["a"]) == (1, "failed: not a pdf")
    assert site.counts["/a.pdf"] == 1
    assert next(p for p in ran.json["papers"] if p["paper"] == "a")["quarantined"]


def test_a_site_that_is_down_costs_no_paper_that_is_held(site: Site, ingest: Command) -> None:
    site.routes["/a.pdf"] = sites.first([sites.gives(pdf("A")), sites.gives(b"", 503)])
    url = f"{site.url}/a.pdf"
    ingest(url)
    ran = ingest(url)
    assert ran.code == 1
    assert sorted(paper["outcome"] for paper in ran.json["papers"]) == ["failed: not reached", "unchanged"]
    assert rows(DB, "SELECT document, outcome FROM documents") == [("a", "nothing recognised")]
    assert rows(DB, "SELECT document, outcome FROM downloads") == [("a", "failed: not reached")]


def test_a_dry_run_lists_and_fetches_nothing(site: Site, ingest: Command) -> None:
    site.routes |= {"/": sites.page('<a href="a.pdf">A</a>'), "/a.pdf": sites.gives(pdf("A"))}
    ran = ingest("--index", f"{site.url}/", "--dry-run")
    assert (ran.code, outcomes(ran)) == (0, {"a": "to be fetched"})
    assert site.paths() == ["/"]
    assert not list(Path().iterdir())
    ingest("--index", f"{site.url}/")
    before = rows(DB, "SELECT * FROM downloads")
    assert outcomes(ingest("--index", f"{site.url}/", "--dry-run")) == {"a": "nothing recognised"}, (
        "read from the store"
    )
    assert site.counts["/a.pdf"] == 1
    assert rows(DB, "SELECT * FROM downloads") == before


def test_a_paper_that_arrived_damaged_is_fetched_anew_where_that_is_asked_for(site: Site, ingest: Command) -> None:
    whole = pdf("A")
    answers = [sites.gives(whole[: len(whole) // 2], ETag='"a"'), sites.gives(whole, ETag='"a"')]
    site.routes["/a.pdf"] = lambda r: r.say(304) if r.headers["If-None-Match"] else sites.first(answers)(r)
    url = f"{site.url}/a.pdf"
    assert outcomes(ingest(url)) == {"a": "failed: damaged"}
    again = ingest(url)
    assert outcomes(again) == {"a": "failed: damaged"}, "the site says that nothing changed"
    assert again.json["papers"][0]["try_again"] == f"boardpapers ingest --retry {url}"
    site.counts.clear()
    answers.reverse()
    assert outcomes(ingest("--retry", url)) == {"a": "nothing recognised"}


def test_a_folder_that_takes_nothing_is_told(site: Site, ingest: Command) -> None:
    site.routes["/a.pdf"] = sites.gives(pdf("A"))
    Path("papers").write_text("no folder", "utf-8")
    ran = ingest(f"{site.url}/a.pdf")
    assert (ran.code, outcomes(ran)) == (1, {"a": "failed: not stored"})


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 130), (signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_run_that_is_ended_while_it_fetches_goes_on_at_the_next(
    number: signal.Signals, code: int, site: Site, ingest: Command, tmp_path: Path
) -> None:
    site.routes |= {f"/{name}.pdf": sites.gives(pdf(name)) for name in "ab"}
    site.routes["/c.pdf"] = sites.first([sites.drips(pdf("c"), 0.2), sites.gives(pdf("c"))])
    listed = tmp_path / "urls.txt"
    listed.write_text("".join(f"{site.url}/{name}.pdf\n" for name in "abc"), "utf-8")
    where = ["--db", tmp_path / DB, "--papers", tmp_path / "papers"]
    running = start("ingest", "--urls", listed, *where, "--delay", 0, "--allow-private", "--workers", 0)
    until = time.monotonic() + 60
    while not site.counts["/c.pdf"] and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.3)
    began = time.monotonic()
    running.send_signal(number)
    running.communicate(timeout=30)
    assert running.returncode == code
    assert time.monotonic() - began < 10
    assert dict(rows(tmp_path / DB, "SELECT url, outcome FROM downloads")) == {
        f"{site.url}/{name}.pdf": "fetched" for name in "ab"
    }
    assert ingest("--urls", listed).json["outcomes"] == {"nothing recognised": 3}
    assert len([name for name in stored() if name.endswith(".pdf")]) == 3


def moderngov(site: Site, prefix: str = "") -> None:
    today = datetime.now(UTC).date()
    near, far = today - timedelta(days=20), today - timedelta(days=900)
    service = f"{prefix}/mgWebService.asmx"

    def xml(body: str) -> sites.Answer:
        return sites.gives(f'<?xml version="1.0" encoding="utf-8"?>{body}'.encode(), Content_Type="text/xml")

    def meetings(request: sites.Request) -> None:
        wanted = "7" if "lCommitteeId=7&" in request.path else "8"
        days = "".join(
            f"<meeting><meetingid>{wanted}{n}</meetingid><meetingdate>{day:%d/%m/%Y}</meetingdate></meeting>"
            for n, day in enumerate([near, far])
        )
        xml(f"<getmeetings><committee><meetings>{days}</meetings></committee></getmeetings>")(request)

    def meeting(request: sites.Request) -> None:
        number = request.path.rpartition("=")[2]
        docs = (
            f"<linkeddoc><title>Minutes &amp;amp; actions</title><url>{site.url}/mgConvert2PDF.aspx?ID={number}</url>"
            "<isrestricted>False</isrestricted></linkeddoc>"
            f"<linkeddoc><title>Exempt</title><url>{site.url}/secret.pdf</url><isrestricted>True</isrestricted></linkeddoc>"
        )
        item = f"<agendaitem><linkeddocuments>{docs}</linkeddocuments></agendaitem>"
        xml(f"<meeting><meetingid>{number}</meetingid><agendaitems>{item}</agendaitems></meeting>")(request)

    site.routes |= {
        f"{service}/GetCommittees": xml(
            "<getcommittees><committees>"
            "<committee><committeeid>7</committeeid><committeetitle>Audit Committee</committeetitle></committee>"
            "<committee><committeeid>8</committeeid><committeetitle>Council</committeetitle></committee>"
            "<committee><committeeid>9</committeeid><committeetitle>Old</committeetitle>"
            "<committeedeleted>True</committeedeleted></committee></committees></getcommittees>"
        ),
        f"{service}/GetMeetings": meetings,
        f"{service}/GetMeeting": meeting,
        "/mgConvert2PDF.aspx": lambda r: sites.gives(pdf(f"Minutes {r.path}"))(r),
        "/secret.pdf": sites.gives(pdf("Exempt")),
    }


def test_a_moderngov_site_gives_the_papers_of_its_meetings(site: Site, ingest: Command) -> None:
    moderngov(site)
    ran = ingest("--moderngov", site.url)
    assert (ran.code, ran.json["outcomes"]) == (0, {"nothing recognised": 2})
    assert rows(DB, "SELECT DISTINCT title, found_on FROM downloads") == [("Minutes & actions", site.url)]
    assert site.counts["/mgWebService.asmx/GetMeeting"] == 2, "what is years back is left"
    assert "/secret.pdf" not in site.paths()
    assert ingest("--moderngov", site.url).json["outcomes"] == {"unchanged": 2}
    assert site.counts["/mgConvert2PDF.aspx"] == 2


def test_one_committee_of_a_moderngov_site(site: Site, ingest: Command) -> None:
    moderngov(site, "/democracy")
    Path("c.toml").write_text(
        f'[[publisher]]\nname = "Council"\nmoderngov = "{site.url}/democracy"\ncommittees = ["audit committee", "Pensions"]\n'
        "days = 1000\n",
        "utf-8",
    )
    ran = ingest("--config", "c.toml")
    assert ran.json["outcomes"] == {"failed: no papers": 1, "nothing recognised": 2}
    reason = next(paper["reason"] for paper in ran.json["papers"] if paper["reason"] and "committee" in paper["reason"])
    assert reason == "It has no committee pensions; it has: Audit Committee, Council."


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><committees><committee>&b;</committee></committees>'


@pytest.mark.parametrize(
    "answer", ["", "<html><p>Welcome", "<committees/>", BOMB], ids=["nothing", "a page", "none", "a bomb"]
)
def test_a_site_that_is_no_moderngov_is_told(answer: str, site: Site, ingest: Command) -> None:
    site.routes["/mgWebService.asmx/GetCommittees"] = sites.page(answer)
    ran = ingest("--moderngov", site.url)
    assert (ran.code, ran.json["outcomes"]) == (1, {"failed: no papers": 1})


def test_publishers_in_a_file(site: Site, ingest: Command, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    papers.good_paper(tmp_path / "here")
    site.routes |= {"/a.pdf": sites.gives(pdf("A")), "/": sites.page('<a href="a.pdf">A</a><a href="b.pdf">B</a>')}
    site.routes["/b.pdf"] = sites.gives(pdf("B"))
    (tmp_path / "conf").mkdir()
    file = tmp_path / "conf" / "publishers.toml"
    file.write_text(
        f'papers = "../kept"\ncontact = "clerk@example.org"\ndelay = 0\nallow_private = true\n'
        f'[[publisher]]\nname = "Here"\nfiles = ["../here"]\n'
        f'[[publisher]]\nname = "Down"\nurls = ["http://127.0.0.1:9/x.pdf"]\n'
        f'[[publisher]]\nname = "There"\nurls = ["{site.url}/a.pdf"]\nindex = ["{site.url}/"]\n',
        "utf-8",
    )
    ran = ingest("--config", file, private=False)
    assert ran.code == 1
    assert outcomes(ran) == {
        "minutes-table": "loaded", "x": "failed: not reached", "a": "nothing recognised", "b": "nothing recognised",
    }  # fmt: skip
    assert stored(tmp_path / "kept") == {"a.pdf", "b.pdf"}
    assert site.counts["/a.pdf"] == 1, "an address is asked for once"
    assert all("clerk@example.org" in headers["User-Agent"] for _, headers in site.asked)
    assert rows(DB, "SELECT asked FROM run") == [("Here; Down; There",)]


ONE = '[[publisher]]\nname = "A"\n'
WRONG = {
    "no TOML": ("[[publisher]\n", "is no TOML file: .*line 1"),
    "nothing in it": ("", "line 1: it names no publisher"),
    "no publisher": ("delay = 1\npublisher = []\n", "line 1: it names no publisher"),
    "a slip of the pen": (
        ONE + 'indx = ["https://a.example/"]\n',
        'line 3, publisher 1 "A": indx is no key .* did you mean index',
    ),
    "no name": ('# one\n\n[[publisher]]\nfiles = ["x"]\n', "line 3, publisher 1: name is missing"),
    "no place": (f'{ONE}files = ["x"]\n\n[[publisher]]\nname = "B"\n', 'line 5, publisher 2 "B": it says of no place'),
    "a wrong kind": (f'{ONE}files = "x"\n', 'line 3, publisher 1 "A": files: .*list'),
    "no month": (f'{ONE}files = ["x"]\nfiscal_year = "Q1"\n', 'line 4, publisher 1 "A": fiscal_year: Q1 is no month'),
    "no such month": (
        f'{ONE}files = ["x"]\nfiscal_year = 13\n',
        'line 4, publisher 1 "A": fiscal_year: 13 is no month',
    ),
    "no address": (f'{ONE}urls = [\n "ftp://a.example/x.pdf"]\n', 'line 3, publisher 1 "A": urls: .*https://'),
    "no expression": (
        f'{ONE}index = ["https://a.example/"]\nlinks = "("\n',
        'line 4, publisher 1 "A": links: .*regular',
    ),
    "what fits not": (
        f'{ONE}files = ["x"]\ncommittees = ["B"]\n',
        'line 1, publisher 1 "A": committees and days belong',
    ),
    "a wrong head": (f'delay = "slow"\n{ONE}files = ["x"]\n', "line 1: delay: .*number"),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_with_a_file_is_told_with_line_and_key(text: str, said: str, ingest: Command) -> None:
    import re

    Path("p.toml").write_text(text, "utf-8")
    ran = ingest("--config", "p.toml")
    assert ran.code == 2
    told = " ".join(ran.err.split())
    assert re.search(r"p\.toml,? " + said, told), told
    assert not DB.exists()


def test_nothing_asked_for_is_nothing_done(ingest: Command) -> None:
    ran = ingest()
    assert (ran.code, DB.exists()) == (2, False)
    assert "--config" in ran.err
    assert ingest("--config", "none.toml").code == 2
    assert ingest("--urls", "none.txt").code == 2
