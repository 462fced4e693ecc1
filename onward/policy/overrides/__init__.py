"""A council's changes to a national form: written plainly, applied to FHIR, checked before they are used."""
