"""The tables, in the words of Open Referral UK 3. Nothing here is about a person. Only the directory uses them."""

from onward.directory.models.area import Area, Postcode
from onward.directory.models.checks import Check
from onward.directory.models.claims import Amendment, Claim
from onward.directory.models.duplicates import Proposal
from onward.directory.models.organisations import Organisation, OrganisationIdentifier
from onward.directory.models.parts import Contact, CostOption, Funding, Language, Phone, Schedule, ServiceArea
from onward.directory.models.places import Accessibility, Address, Location, ServiceAtLocation
from onward.directory.models.ranking import LearnedRanking, TextVector
from onward.directory.models.remarks import RemarkMade
from onward.directory.models.services import Service
from onward.directory.models.sources import Saying, Source
from onward.directory.models.taxonomies import Attribute, Taxonomy, TaxonomyTerm
from onward.directory.models.use import Showing, Shown, UseResult

__all__ = [
    "Accessibility",
    "Address",
    "Amendment",
    "Area",
    "Attribute",
    "Check",
    "Claim",
    "Contact",
    "CostOption",
    "Funding",
    "Language",
    "LearnedRanking",
    "Location",
    "Organisation",
    "OrganisationIdentifier",
    "Phone",
    "Postcode",
    "Proposal",
    "RemarkMade",
    "Saying",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "Showing",
    "Shown",
    "Source",
    "Taxonomy",
    "TaxonomyTerm",
    "TextVector",
    "UseResult",
]
