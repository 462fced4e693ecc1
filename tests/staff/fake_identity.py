"""A council's identity provider on this machine: it answers as OpenID Connect says, and can be told to answer badly."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "onward", "a secret for tests"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
ANOTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class FakeIdentity:
    """Who signs in there is `claims`; the rest is what it does wrong."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "7f3a", "email_verified": True})
    says_issuer: str = ""
    key: rsa.RSAPrivateKey = KEY
    silent: bool = False
    begun: dict[str, tuple[str, str]] = field(default_factory=dict)

    def authorize(self, address: str) -> dict[str, str]:
        """Somebody signs in there, sent by the address; what they bring back to us."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self.begun)}"
        self.begun[code] = (asked["code_challenge"], asked["nonce"])
        return {"code": code, "state": asked["state"]}

    def configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.says_issuer or self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        shown = RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
        return {"keys": [{**shown, "kid": "1", "alg": "RS256", "use": "sig"}]}

    def token(self, sent: dict[str, list[str]]) -> dict[str, Any]:
        """Only whoever asked at the beginning may fetch it (PKCE)."""
        verifier = hashlib.sha256(sent["code_verifier"][0].encode()).digest()
        shown = base64.urlsafe_b64encode(verifier).rstrip(b"=").decode()
        challenge, nonce = self.begun.get(sent["code"][0], ("", ""))
        if challenge != shown or sent["client_secret"] != [SECRET]:
            return {"error": "invalid_grant"}
        own = {"iss": self.issuer, "aud": CLIENT, "exp": int(time.time()) + 60, "nonce": nonce}
        claims = {**own, **self.claims}
        signed = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "1"})
        return {"access_token": "not used", "token_type": "Bearer", "id_token": signed}


@contextmanager
def serving(fake: FakeIdentity) -> Iterator[FakeIdentity]:
    """Serve within, on a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake))
    fake.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()


def _handler(fake: FakeIdentity) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers = {"/.well-known/openid-configuration": fake.configuration, "/keys": fake.keys}
            self._answer(answers[self.path]())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(fake.token(parse_qs(body)))

        def _answer(self, content: dict[str, Any]) -> None:
            text = json.dumps(content).encode()
            self.send_response(503 if fake.silent else 400 if "error" in content else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
            """Nothing is logged."""

    return Handler
