"""What secrets look like that show by themselves what they are: each with signs of it, which are quick to look for."""

import re
from dataclasses import dataclass
from functools import cache

from model.message import N_

__all__ = ["SHAPES", "Shape", "compiled"]


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of secret."""

    name: str
    """What it is, marked for translation."""
    signs: tuple[str, ...]
    """Every secret of this kind holds one of them."""
    pattern: str
    """The whole of it, or its first group. No match begins in the midst of a word, which keeps it linear."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first needed."""
    return re.compile(pattern, re.ASCII | re.DOTALL)


def _shape(name: str, signs: str, pattern: str) -> Shape:
    return Shape(name, tuple(signs.split("|")), rf"(?<![A-Za-z0-9]){pattern}")


SHAPES = (
    _shape(
        N_("a private key"),
        "PRIVATE KEY",
        r"-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY.*?(?:-----END [A-Z0-9 ]{0,60}-----|\Z)",
    ),
    _shape(N_("a private key"), "PuTTY-User-Key-File-", r"PuTTY-User-Key-File-\d.*"),
    _shape(N_("a private key"), "AGE-SECRET-KEY-", r"AGE-SECRET-KEY-1[0-9A-Z]{20,}"),
    _shape(N_("a signed token (JWT)"), "eyJ", r"(?<![\w-])eyJ[\w-]{6,}\.[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){0,2}"),
    _shape(N_("an access key of AWS"), "AKIA|ASIA|ABIA|ACCA", r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])"),
    _shape(N_("a token of GitHub"), "ghp_|gho_|ghu_|ghs_|ghr_", r"gh[pousr]_[A-Za-z0-9]{20,}"),
    _shape(N_("a token of GitHub"), "github_pat_", r"github_pat_\w{20,}"),
    _shape(
        N_("a token of GitLab"),
        "glpat-|gldt-|glrt-|glcbt-|glptt-|glft-|glimt-|glagent-|glsoat-|gloas-|glffct-|GR1348941",
        r"(?:gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|oas|ffct)-|GR1348941)[\w-]{16,}",
    ),
    _shape(N_("a token of Slack"), "xox", r"xox[a-z](?:\.xox[a-z])?-[\w-]{10,}"),
    _shape(N_("a token of Slack"), "xapp-", r"xapp-\d-[\w-]{10,}"),
    _shape(
        N_("an address that lets one post"),
        "hooks.slack.com",
        r"hooks\.slack\.com/(?:services|workflows|triggers)/([\w/+-]{20,})",
    ),
    _shape(N_("an address that lets one post"), "/api/webhooks/", r"discord(?:app)?\.com/api/webhooks/([\w/-]{20,})"),
    _shape(
        N_("an address that lets one post"), "webhook.office.com", r"webhook\.office\.com/(?:webhookb2/)?([\w@/-]{20,})"
    ),
    _shape(N_("a token of Discord"), ".", r"(?<![\w.-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])"),
    _shape(N_("a key of Stripe"), "k_live_|k_test_|k_prod_", r"[rs]k_(?:live|test|prod)_[A-Za-z0-9]{10,}"),
    _shape(N_("a key of Stripe"), "whsec_", r"whsec_[A-Za-z0-9+/=]{20,}"),
    _shape(N_("an API key of Google"), "AIza", r"AIza[\w-]{35}"),
    _shape(N_("a token of Google"), "ya29.", r"ya29\.[\w.-]{20,}"),
    _shape(N_("a token of Google"), "GOCSPX-", r"GOCSPX-[\w-]{20,}"),
    _shape(N_("a token of npm"), "npm_", r"npm_[A-Za-z0-9]{30,}"),
    _shape(N_("a token of PyPI"), "pypi-", r"pypi-A[\w-]{16,}"),
    _shape(N_("a token of Docker Hub"), "dckr_", r"dckr_[po]at_[\w-]{20,}"),
    _shape(N_("a token of Vault"), "hvb.|hvs.|hvr.", r"hv[bsr]\.[\w-]{20,}"),
    _shape(N_("a token of Terraform"), ".atlasv1.", r"(?<![\w.])[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{40,}"),
    _shape(N_("a token of Telegram"), ":AA", r"(?<!\d)\d{8,10}:AA[\w-]{32,34}(?![\w-])"),
    _shape(N_("a token of Databricks"), "dapi", r"dapi[0-9a-f]{32}(?:-\d)?(?![A-Za-z0-9])"),
    _shape(N_("a key of SendGrid"), "SG.", r"SG\.[\w-]{16,32}\.[\w-]{16,64}"),
    _shape(N_("a key of Twilio"), "SK", r"SK[0-9a-f]{32}(?![A-Za-z0-9])"),
    _shape(N_("a key of Mailgun"), "key-", r"key-[0-9a-f]{32}(?![A-Za-z0-9])"),
    _shape(N_("a token of Atlassian"), "ATATT|ATCTT|ATBB", r"AT(?:ATT|CTT|BB)[\w=-]{24,}"),
    _shape(
        N_("an API key"),
        "sk-|pk-lf-|xai-|NRAK-|PMAK-|tskey-|xkeysib-|figd-|dp.|flyv1-|rnd-",
        r"(?:sk-(?:ant-|proj-|svcacct-|or-|lf-)[\w-]{20,}|sk-[A-Za-z0-9]{32,}|pk-lf-[\w-]{20,}|xai-[A-Za-z0-9]{40,}"
        r"|NRAK-[A-Z0-9]{20,}|PMAK-[\w-]{30,}|tskey-[a-z]{2,12}-[\w-]{16,}|xkeysib-[\w-]{40,}|figd-[\w-]{20,}"
        r"|dp\.(?:pt|st|ct|sa)\.[A-Za-z0-9]{30,}|flyv1-[\w-]{20,}|rnd-[A-Za-z0-9]{24,})",
    ),
    _shape(
        N_("an API key"),
        "hf_|glsa_|glc_|sntrys_|sntryu_|_v1_|shp|lin_api_|pscale_|rubygems_|figd_|phc_|phx_|nvapi_|secret_|ntn_|gsk_|r8_|ops_|pat_|patp_",
        r"(?:hf_[A-Za-z]{30,}|glsa_[A-Za-z0-9]{20,}_?[0-9a-f]{0,8}|glc_[\w+/=]{30,}|sntry[su]_[\w+/=-]{30,}|dop_v1_[0-9a-f]{40,}"
        r"|do[or]_v1_[0-9a-f]{40,}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{24,}|lin_api_\w{30,}|pscale_(?:tkn|pw|oauth)_[\w.-]{30,}"
        r"|rubygems_[0-9a-f]{40,}|figd_[\w-]{20,}|phc_\w{30,}|phx_\w{30,}|nvapi_\w{30,}|secret_[A-Za-z0-9]{40,}"
        r"|ntn_[A-Za-z0-9]{40,}|gsk_[A-Za-z0-9]{40,}|r8_[A-Za-z0-9]{30,}|ops_eyJ[\w-]{60,}|patp?_[A-Za-z0-9]{40,})",
    ),
    _shape(N_("a password in an address"), "://", r"(?<=://)[^\s/@:?#\"'<>]{0,100}:([^\s/?#\"'<>]{1,200})@"),
)
"""Every kind, those that take the most of a text first."""
