"""`/api/fhir/r4/`: forms and answers for other systems, as HL7 FHIR R4 (4.0.1). `metadata` says what it can do."""
