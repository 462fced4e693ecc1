"""A council's own changes to a national form: written as plain changes, applied to FHIR, checked before they are used."""
