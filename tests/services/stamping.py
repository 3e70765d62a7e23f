"""A time-stamping authority on this machine, by `openssl ts`; where there is no openssl, what needs it is skipped, loudly."""

import datetime as dt
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/signer.pem
signer_key = {folder}/signer.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ordering = yes
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""
REPLY = "application/timestamp-reply"


@dataclass(frozen=True, slots=True)
class Authority:
    """Where its files lie; `roots` are the certificates by which its stamps are believed."""

    folder: Path

    @property
    def roots(self) -> Path:
        return self.folder / "roots.pem"

    def answers(self, _path: str, query: bytes) -> tuple[int, dict[str, str], bytes]:
        """Answer a query as it is asked over HTTP."""
        return 200, {"Content-Type": REPLY}, self.stamp(query)

    def stamp(self, query: bytes) -> bytes:
        """Answer a query."""
        (self.folder / "query.tsq").write_bytes(query)
        words = ["openssl", "ts", "-reply", "-config", str(self.folder / "tsa.conf"), "-queryfile"]
        words += [str(self.folder / "query.tsq"), "-out", str(self.folder / "reply.tsr")]
        subprocess.run(words, check=True, capture_output=True)
        return (self.folder / "reply.tsr").read_bytes()


def authority(folder: Path) -> Authority:
    """Found an authority in the folder: its own root, and a key for stamping alone."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here: NOTHING about time stamps was tested")
    folder.mkdir(parents=True)
    root, signer = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
    root_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"root of {folder.name}")])
    own_root = _certificate(root_name, root.public_key(), root_name, root, is_root=True)
    stamping = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"stamps of {folder.name}")])
    own_signer = _certificate(stamping, signer.public_key(), root_name, root, is_root=False)
    (folder / "roots.pem").write_bytes(own_root.public_bytes(serialization.Encoding.PEM))
    (folder / "signer.pem").write_bytes(own_signer.public_bytes(serialization.Encoding.PEM))
    (folder / "signer.key").write_bytes(
        signer.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    (folder / "serial").write_text("01\n")
    (folder / "tsa.conf").write_text(CONFIG.format(folder=folder))
    return Authority(folder)


def _certificate(
    subject: x509.Name, key: rsa.RSAPublicKey, issuer: x509.Name, by: rsa.RSAPrivateKey, *, is_root: bool
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
        .add_extension(_usage(is_root=is_root), critical=True)
    )  # fmt: skip
    if not is_root:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return made.sign(by, hashes.SHA256())


def _usage(*, is_root: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_root,
        content_commitment=not is_root,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_root,
        crl_sign=is_root,
        encipher_only=False,
        decipher_only=False,
    )
