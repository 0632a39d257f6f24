"""Secrets in texts: what is one, what is none, and where each begins and ends."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.secrets import secrets

LETTERS = "a1B2c3D4e5F6g7H8i9J0" * 3
"""Stands for what is random in a token."""


def found(text: str) -> list[str]:
    return [text[secret.start : secret.end] for secret in secrets(text)]


@pytest.mark.parametrize(
    "secret",
    [
        "AKIA" + "QWERTYUIOPASDFGH",
        "ghp_" + LETTERS[:36],
        "github_pat_" + LETTERS[:40],
        "glpat-" + LETTERS[:20],
        "xoxb-1234567890-" + LETTERS[:24],
        "sk_live_" + LETTERS[:24],
        "AIza" + LETTERS[:35],
        "npm_" + LETTERS[:36],
        "pypi-A" + LETTERS[:40],
        "hvs." + LETTERS[:24],
        "sk-ant-" + LETTERS[:40],
        f"eyJ{LETTERS[:20]}.eyJ{LETTERS[:20]}.{LETTERS[:20]}",
    ],
)
@pytest.mark.parametrize("around", ["{}", "used {} for it", "curl 'https://h/?k={}'", "({}).", "KEY={}", "日本{}語"])
def test_a_token_is_found_by_its_shape_wherever_it_stands(secret: str, around: str) -> None:
    assert found(around.format(secret)) == [secret]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("password=hunter2", "hunter2"),
        ("password: hunter2, then the rest", "hunter2"),
        ("pw: Tr0ub4dor&3", "Tr0ub4dor&3"),
        ("the password is S3cr3tPass now", "S3cr3tPass"),
        ("Passwort: geheim99", "geheim99"),
        ('{"password": "letmein", "user": "x"}', "letmein"),
        ("DB_PASSWORD=abc;Server=x", "abc"),
        ("export PGPASSWORD=foo123", "foo123"),
        ("token: 5f3a9c1d2e", "5f3a9c1d2e"),
        ("/callback?access_token=abcDEF12345&state=x", "abcDEF12345"),
        ("AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        ("client_secret='abcdEFGH1234'", "abcdEFGH1234"),
        ("api key: 9f8e7d6c5b4a", "9f8e7d6c5b4a"),
        ("postgres://app:s3cr3t@db-1.internal:5432/x", "s3cr3t"),
        ("redis://:p%40ss@cache", "p%40ss"),
        ("Authorization: Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"),
        ("curl -H 'Authorization: Bearer abcdefghijklmnop1234' x", "abcdefghijklmnop1234"),
        ("sent Bearer abcdefghijklmnop1234", "abcdefghijklmnop1234"),
        ("curl -u admin:hunter22 https://x", "hunter22"),
        ("mysql -u root -pS3cretpw prod", "S3cretpw"),
        ("tool --password hunter2 go", "hunter2"),
        ("Cookie: session=abcdefgh1234", "abcdefgh1234"),
        (
            "key: -----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----, oh",
            "-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----",
        ),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl"),
    ],
)
def test_what_a_text_calls_a_secret_is_found(text: str, secret: str) -> None:
    assert found(text) == [secret]


@pytest.mark.parametrize(
    "text",
    [
        "rolled back to 5f3a9c1d2e4b",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "INC-20261123-K7QF",
        "request 123e4567-e89b-12d3-a456-426614174000 failed",
        "base64 dGhpcyBpcyBhIHRlc3Q=",
        "pod checkout-7d4b9c6f5d-x2x9z restarted",
        "token expired at 10:42",
        "token: expired",
        "token bucket 1000/s",
        "password: reset by the team",
        "the password was rotated",
        "the password is 12h old",
        "The token is valid for 30days",
        "max_tokens=4096",
        "password=$DB_PASSWORD",
        "password=${DB}",
        "password=<redacted>",
        "password=****",
        "password=secret-1",
        "password = settings.password",
        "token=get_token()",
        "postgres://app:***@db",
        "http://host:8080/a@v2",
        "ssh://git@github.com:22/x",
        "secret: prod/db/password",
        "the secret is in vault/prod/db",
        "secret named checkout-tls-2026",
        "PWD=/home/me/x",
        "primary key: order_id_17",
        "foreign keys: 12 missing",
        "inside=abc12345",
        "passed: 1234 tests",
        "bypass: off1234",
        "compass=north12",
        "Bearer certificates of the new authority",
    ],
)
def test_what_only_looks_random_or_speaks_of_secrets_is_none(text: str) -> None:
    assert found(text) == []


def test_each_says_what_it_is() -> None:
    names = [str(secret.name) for secret in secrets(f"password=hunter2 and ghp_{LETTERS[:36]}")]
    assert names == ["a password", "a token of GitHub"]


@settings(deadline=None, max_examples=300)
@given(
    st.lists(
        st.text(max_size=6)
        | st.sampled_from(
            ["password=", "token: ", "://", "@", ":", "eyJ", "ghp_", LETTERS, '"', "-----BEGIN PRIVATE KEY"]
        )
    ).map("".join)
)
def test_no_two_overlap_and_each_lies_in_the_text(text: str) -> None:
    spans = [(secret.start, secret.end) for secret in secrets(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
