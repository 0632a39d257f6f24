"""The five industries: what matters most there, and what the regulator asks for."""

from collections.abc import Mapping
from types import MappingProxyType

from model.message import N_
from model.summary import Industry

__all__ = ["FOCUS", "REQUIREMENT"]

FOCUS: Mapping[Industry, str] = MappingProxyType(
    {
        Industry.FINTECH: N_("transaction integrity, audit trail"),
        Industry.HEALTHCARE: N_("PHI exposure, patient safety"),
        Industry.SAAS: N_("SLA compliance, data integrity"),
        Industry.E_COMMERCE: N_("order integrity, payment processing"),
        Industry.MANUFACTURING: N_("safety incidents, production loss"),
    }
)
"""What matters most there; marked for translation."""
REQUIREMENT: Mapping[Industry, str] = MappingProxyType(
    {
        Industry.FINTECH: N_("SOX, PCI-DSS incident reporting"),
        Industry.HEALTHCARE: N_("HIPAA breach notification (60 days)"),
        Industry.SAAS: N_("SOC 2 incident management"),
        Industry.E_COMMERCE: N_("PCI-DSS, consumer protection"),
        Industry.MANUFACTURING: N_("OSHA reporting requirements"),
    }
)
"""What the regulator asks for there; marked for translation."""
