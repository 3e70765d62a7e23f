"""Calling out: what is called, what it must show, and which addresses are judged as what."""

import datetime as dt
import ssl
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from proxeny.core import outbound
from proxeny.core.outbound import NoAnswer, Refused
from proxeny.core.outbound.addresses import refusal
from tests.services.answering import Answering, answering

NAT64, MAPPED = int(IPv6Address("64:ff9b::")), int(IPv6Address("::ffff:0:0"))


@given(st.ip_addresses(v=4))
def test_an_address_in_the_clothes_of_version_6_is_judged_as_what_it_is(plain: IPv4Address) -> None:
    judged = bool(refusal(str(plain)))
    for dressed in (
        IPv6Address(NAT64 + int(plain)),
        IPv6Address(MAPPED + int(plain)),
        IPv6Address((0x2002 << 112) + (int(plain) << 80) + 1),
    ):
        assert bool(refusal(str(dressed))) is judged, (plain, dressed)


@given(st.ip_addresses())
def test_what_is_called_is_public_by_the_standard_library_too(address: IPv4Address | IPv6Address) -> None:
    if not refusal(str(address)):
        assert address.is_global
        assert not address.is_multicast


@pytest.mark.parametrize(
    "public", ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "64:ff9b::1.1.1.1", "2002:101:101::1"]
)
def test_public_addresses_are_called(public: str) -> None:
    assert refusal(public) == ""


@pytest.mark.parametrize(
    "inside", ["127.0.0.1", "10.1.2.3", "100.64.0.9", "fc00::5", "::1", "::ffff:192.168.0.1"]
)
def test_a_host_that_is_named_may_lie_inside(inside: str) -> None:
    assert refusal(inside)
    assert refusal(inside, is_named=True) == ""


def test_what_is_sent_and_what_comes_back() -> None:
    with answering(lambda path, body: (201, {"Content-Type": "text/x-said"}, path.encode() + body)) as here:
        answer = outbound.call(
            here.url("/a?b=c"),
            body=b"asked",
            media_type="text/x-asked",
            allowed=[here.host],
            plain=[here.host],
        )
    assert (answer.status, answer.media_type, answer.body) == (201, "text/x-said", b"/a?b=casked")


def test_an_allowed_host_is_still_not_spoken_to_without_tls_and_one_without_tls_must_not_lie_inside() -> None:
    with answering(lambda *_: (200, {}, b"")) as here:
        with pytest.raises(Refused, match="without TLS"):
            outbound.call(here.url(), allowed=[here.host], plain=())
        with pytest.raises(Refused, match="public network"):
            outbound.call(here.url(), allowed=(), plain=[here.host])
    assert here.asked == []


def test_nobody_there_is_no_answer() -> None:
    with answering(lambda *_: (200, {}, b"")) as here:
        pass
    with pytest.raises(NoAnswer, match="cannot be reached"):
        outbound.call(here.url(), allowed=[here.host], plain=[here.host])


@pytest.fixture
def named_localhost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Answering]:
    """A server whose certificate is for `localhost`, signed by somebody whom this machine believes."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
        .not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = tmp_path / "both.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with answering(lambda *_: (200, {}, b"yes"), context) as here:
        yield here


def test_over_tls_the_host_must_show_that_it_is_the_host(named_localhost: Answering) -> None:
    port = named_localhost.port
    answer = outbound.call(f"https://localhost:{port}/", allowed=["localhost"], plain=())
    assert answer.body == b"yes"
    with pytest.raises(NoAnswer, match="did not show"):
        outbound.call(f"https://127.0.0.1:{port}/", allowed=["127.0.0.1"], plain=())


def test_over_tls_whom_nobody_believes_gets_no_word(
    named_localhost: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/dev/null")
    monkeypatch.setenv("SSL_CERT_DIR", "/nowhere")
    with pytest.raises(NoAnswer, match="did not show"):
        outbound.call(f"https://localhost:{named_localhost.port}/", allowed=["localhost"], plain=())
    assert named_localhost.asked == []
