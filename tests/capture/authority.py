"""A time-stamping authority (RFC 3161) of ours on loopback, with a certificate of its own."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.capture.loopback import Connection

AT = datetime(2026, 5, 1, 10, 0, 5, tzinfo=UTC)
_DAY = timedelta(days=1)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


class TestAuthority:
    """Stamps what it is sent, as at `AT`; `root` is the certificate to trust, as PEM."""

    __test__ = False

    def __init__(self) -> None:
        root_key, self._key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        self._root = self._certificate("Harbour Root", root_key, "Harbour Root", root_key, ca=True)
        self._own = self._certificate("Harbour Clock", self._key, "Harbour Root", root_key, ca=False)
        self.asked = 0

    def _certificate(self, name, key, issuer, issuer_key, *, ca: bool) -> x509.Certificate:
        builder = (
            x509.CertificateBuilder()
            .subject_name(_named(name))
            .issuer_name(_named(issuer))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(AT - _DAY)
            .not_valid_after(AT + _DAY)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        )
        if not ca:
            builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        return builder.sign(issuer_key, hashes.SHA256())

    def write_root(self, path: Path) -> Path:
        path.write_bytes(self._root.public_bytes(serialization.Encoding.PEM))
        return path

    def stamp(self, request: bytes) -> bytes:
        """The answer to a request."""
        asked = tsp.TimeStampReq.load(request)
        info = tsp.TSTInfo(
            {
                "version": "v1",
                "policy": "1.2.3.4",
                "message_imprint": asked["message_imprint"],
                "serial_number": 7,
                "gen_time": AT,
                "nonce": asked["nonce"].native,
            }
        )
        own = asn1_x509.Certificate.load(self._own.public_bytes(serialization.Encoding.DER))
        root = asn1_x509.Certificate.load(self._root.public_bytes(serialization.Encoding.DER))
        content = info.dump()
        identity = tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2({"cert_hash": own.sha256})]})
        signed = cms.CMSAttributes(
            [
                cms.CMSAttribute({"type": "content_type", "values": ["tst_info"]}),
                cms.CMSAttribute({"type": "message_digest", "values": [hashlib.sha256(content).digest()]}),
                cms.CMSAttribute({"type": "signing_certificate_v2", "values": [identity]}),
            ]
        )
        signer = cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.IssuerAndSerialNumber({"issuer": own.issuer, "serial_number": own.serial_number}),
                "digest_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                "signed_attrs": signed,
                "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
                "signature": self._key.sign(signed.dump(), ec.ECDSA(hashes.SHA256())),
            }
        )
        data = cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": [algos.DigestAlgorithm({"algorithm": "sha256"})],
                "encap_content_info": {"content_type": "tst_info", "content": core.ParsableOctetString(content)},
                "certificates": [own, root],
                "signer_infos": [signer],
            }
        )
        token = cms.ContentInfo({"content_type": "signed_data", "content": data})
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token}).dump()

    def refuse(self) -> bytes:
        """A refusal, in DER; asn1crypto wants a token in every answer."""
        said = b"\x0c\x09not today"
        status = b"\x02\x01\x02" + bytes((0x30, len(said))) + said
        return bytes((0x30, len(status) + 2, 0x30, len(status))) + status

    def __call__(self, c: Connection) -> None:
        """Answer as an authority does over HTTP."""
        self.asked += 1
        body = c.body()
        if c.path == "/stamp":
            c.answer(self.stamp(body), "Content-Type: application/timestamp-reply")
        elif c.path == "/refuse":
            c.answer(self.refuse(), "Content-Type: application/timestamp-reply")
        elif c.path == "/other":
            other = body.replace(tsp.TimeStampReq.load(body)["message_imprint"]["hashed_message"].native, bytes(32))
            c.answer(self.stamp(other))
        elif c.path == "/replay":
            asked = tsp.TimeStampReq.load(body)
            asked["nonce"] = 1
            c.answer(self.stamp(asked.dump(force=True)))
        elif c.path == "/endless":
            c.send("HTTP/1.1 200 OK\r\n\r\n")
            c.forever(b"a" * 10_000)
        elif c.path == "/rubbish":
            c.answer(b"<html>no</html>")
        else:
            c.answer(b"", status="500 No")
