"""The directory for other programs, in the form of Open Referral UK 3.0. Open to anybody, for reading."""
