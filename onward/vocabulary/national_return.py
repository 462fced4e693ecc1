"""The lists of the national return (client-level data, release 2) that people are asked about, word for word.

A questionnaire offers exactly these codes, each with words of its own; what the return does not know it would drop.

Sources: the public code of DHSC's dashboard (github.com/DataS-DHSC/ASC-CLD-LA-Dashboard) for ethnicity, accommodation,
carer and gender; for sight and hearing a draft vocabulary made from the specification, whose punctuation nobody has
verified. The specification itself was not to be had. It has no list for religion or for sexual orientation.
"""

# The coding of an item that offers a list, and the beginning of the system of the codes in it.
ITEM_SYSTEM = "https://onward.example/codes/national-return"
CODES_SYSTEM = f"{ITEM_SYSTEM}/"

GENDER = ("Male", "Female", "Other", "Unknown")
HAS_UNPAID_CARER = ("Yes", "No", "Unknown")
VISUAL_IMPAIRMENT = (
    "Blind/severely sight impaired",
    "Partial sight/sight impaired",
    "No visual impairment",
    "Visual impairment - severity unknown",
    "Unknown",
)
HEARING_IMPAIRMENT = (
    "Deaf with speech",
    "Deaf without speech",
    "Hard of hearing",
    "No hearing impairment",
    "Hearing impairment: Severity unknown",
    "Unknown",
)
ETHNICITY = (
    "Asian or Asian British: Any other Asian background",
    "Asian or Asian British: Bangladeshi",
    "Asian or Asian British: Chinese",
    "Asian or Asian British: Indian",
    "Asian or Asian British: Pakistani",
    "Black, Black British, Caribbean or African: African",
    "Black, Black British, Caribbean or African: Any other Black, Black British or Caribbean background",
    "Black, Black British, Caribbean or African: Caribbean",
    "Mixed or multiple ethnic groups: Any other Mixed or multiple ethnic background",
    "Mixed or multiple ethnic groups: White and Asian",
    "Mixed or multiple ethnic groups: White and Black African",
    "Mixed or multiple ethnic groups: White and Black Caribbean",
    "No data: Refused",
    "No data: Undeclared or not known",
    "Other ethnic group: Any other ethnic group",
    "Other ethnic group: Arab",
    "White: Any other White background",
    "White: English, Welsh, Scottish, Northern Irish or British",
    "White: Gypsy or Irish Traveller",
    "White: Irish",
    "White: Roma",
)
ACCOMMODATION_STATUS = (
    "Owner occupier or shared ownership scheme",
    "Tenant: Local authority or other social housing provider",
    "Tenant: Private landlord",
    "Settled mainstream housing with family or friends",
    "Supported accommodation, supported lodgings or supported group home",
    "Shared Lives scheme",
    "Approved premises for offenders released from prison or under probation supervision",
    "Sheltered housing, extra care housing or other sheltered housing",
    "Mobile accommodation for Gypsy, Roma and Traveller communities",
    "Rough sleeper or squatting",
    "Night shelter, emergency hostel or direct access hostel",
    "Refuge",
    "Placed in temporary accommodation by the council (inc. homelessness resettlement)",
    "Staying with family or friends as a short term guest",
    "Acute hospital or long term healthcare residential facility",
    "Registered care home",
    "Registered nursing home",
    "Prison, young offenders institution or detention centre",
    "Other temporary accommodation",
    "Unknown",
)

# By the code of an item that offers the list, which is also the last part of the system of the codes in it.
LISTS = {
    "gender": GENDER,
    "has-unpaid-carer": HAS_UNPAID_CARER,
    "visual-impairment": VISUAL_IMPAIRMENT,
    "hearing-impairment": HEARING_IMPAIRMENT,
    "ethnicity": ETHNICITY,
    "accommodation-status": ACCOMMODATION_STATUS,
}
