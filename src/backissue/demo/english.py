"""The paper's English prose, in the same parts as the Chinese; all written for this project."""

from __future__ import annotations

from .prose import Kind

__all__ = ["COLUMN", "COMMON", "KINDS", "NAMES", "SECTIONS"]

KINDS: tuple[Kind, ...] = (
    Kind(
        section="English",
        tags=("Housing", "Rent", "Urban renewal"),
        titles=(
            "Tenants of {estate} [wait|face] {2-9} more years for [repairs|a new roof|working lifts]",
            "[Rents|Evictions] in {place} [climb|rise] {11-48} per cent, {group} [says|finds]",
            "{bureau} [delays|shelves] rebuilding of {estate} [again|once more|for a {2-19}-month review]",
        ),
        leads=(
            "Residents of {estate} in {place} [have been told|learnt on Monday] that [repairs to the lifts|the rebuilding of their block] will be put off by {2-9} years, [leaving {200-900} households in limbo|despite a promise made in {year}].",
            "A survey of {80-600} households in {place} by {group} found that median rent had reached {35-60} per cent of income, [the highest since {year}|well above what {bureau} calls affordable].",
        ),
        facts=(
            "The block has {6-19} floors and [no working lift since {month}|one lift that stops at every third floor].",
            "{p1}, who has lived there for {11-40} years, [carries water up the stairs|keeps buckets in every room] and says [nobody answers the phone|the managers change every year].",
            "{bureau} said that [two tenders had failed|the cost had risen by {20-80} per cent] and that work could [not begin before {month}|only start once the owners had voted].",
            "{p2} of {group} called the reply [a form letter|an insult], [adding|noting] that [{2-9} prosecutions in {3-6} years|a pamphlet] did not amount to a policy.",
            "A room of {60-130} square feet [now costs|is let for] {3-8},{100-900} dollars a month, [water and light not included|with a window if you are lucky].",
            "According to papers seen by this newspaper, the department [spent|set aside] {money} on [consultants|a new logo] in the same year.",
        ),
        quotes=(
            "I have filled in the same form every year, and every year it is lost.",
            "We do not ask for a palace. We ask for a lift.",
            "You can hear the ceiling before you see it fall.",
        ),
        heads=("Two failed tenders", "A room without a window", "What the papers say"),
        captions=(
            "A corridor in {estate}, {place}.",
            "{p1} on the stairs of {estate}.",
            "Members of {group} outside {bureau}.",
        ),
    ),
    Kind(
        section="English",
        tags=("Harbour", "Environment", "Wildlife"),
        titles=(
            "{30-190} species counted on {place} mudflats [as reclamation looms|before the diggers arrive]",
            "Typhoon {storm} leaves {place} [under water|without power] for {8-40} hours",
            "[Fishermen|Ferry crews] of {place} [count the cost|take {bureau} to court] over [spoil|silt]",
        ),
        leads=(
            "Volunteers with {group} have counted {30-190} species of birds on the mudflats of {place}, [{3-15} of them threatened|including {3-15} never seen in the city], in a strip that [the government plans to fill|maps already show as dry land].",
            "Typhoon {storm} passed {20-90} kilometres from {place} [before dawn on Tuesday|on Saturday night], [felling {40-300} trees|flooding {20-90} shops], and [cutting power|closing the ferry pier] for {8-40} hours.",
        ),
        facts=(
            "The count took {8-24} months, [starting at low tide each morning|with borrowed telescopes], and {2-9} pairs of boots.",
            "{p1}, a [retired teacher|biologist] who [led the count|keeps the ledgers], said the birds [come back to within metres of where they fed last year|do not read plans].",
            "An assessment paid for by {firm} [mentions {3-9} site visits, all in the dry season|left out {3-9} protected species].",
            "{bureau} said it would [plant {200-900} saplings|publish readings every quarter], [and thanked the public for its patience|without naming a date].",
            "By {month} the [silt had reached the nets|water tasted of mud], and [catches fell by {20-70} per cent|{5-30} boats were laid up].",
            "{p2}, of {univ}, [warned|said] that a flat which loses its silt [is dead within {3-8} years|does not come back].",
        ),
        quotes=(
            "A bird does not vote, but when it leaves you have your answer.",
            "The tide brings everything back, bills as well.",
            "We have been measuring what they have been forgetting.",
        ),
        heads=("Low tide, five in the morning", "What the report left out", "After the storm"),
        captions=(
            "Egrets on the flats of {place}.",
            "{p1} with the count's ledgers.",
            "The ferry pier at {place} after the storm.",
        ),
    ),
    Kind(
        section="English",
        tags=("Culture", "Film", "Bookshops"),
        titles=(
            "[The last|A night at the] {shop} bookshop in {street}",
            "{p1}’s “{work}” [opens|returns] in {place} after {3-11} years",
        ),
        leads=(
            "The {shop} bookshop in {street} [turns {5-20} this month|closes its door on the {day}th], and {p1}, who [opened it with {2-9} friends|still writes every price by hand], [has no plans for a party|has asked each visitor to take a book].",
            "It took {p1} {3-11} years to finish “{work}”, a film [almost without words|shot entirely on one pier] that [fills the hall in {place} this week|cost less than a parking space].",
        ),
        facts=(
            "The best-selling title was never a novel but [a home-made guide to the plants of {place}|a book of tide tables], of which {300-2900} were sold.",
            "“{work}” is [told in {3-9} parts|cut to the length of one tide], [each named for a wind|with music by {p2}].",
            "[The landlord|{firm}] asked for {20-70} per cent more in {month}; [nobody was surprised|the answer took a day].",
            "{p2}, who [teaches at {univ}|has collected tickets since {year}], thinks [the city keeps too few papers|a place lives in the habits of those who use it].",
            "On the first night {9-40} people came, and [one recognised her own kitchen on the screen|nobody left when the lights went up].",
        ),
        quotes=(
            "Nostalgia is easy. I wanted something that answers back.",
            "A shop does not die; it moves to other people’s shelves.",
        ),
        heads=("Written by hand", "Forty chairs"),
        captions=("The stairs to the {shop} bookshop.", "A still from “{work}”."),
    ),
)

COLUMN = Kind(
    section="English",
    tags=("Opinion",),
    titles=("Letter from the pier",),
    leads=(
        "I [moved|came back] to {place} {2-9} years ago [for the ferry|for a job that no longer exists] and [stayed for the light|never learnt which tide is which].",
    ),
    facts=(
        "My neighbour {p1} [mends radios|grows beans on the roof] and [has an opinion on every bridge|says little before noon].",
        "In {street} the [cobbler|tailor] keeps {3-9} pairs waiting, [each with a story|and no telephone].",
        "[Somebody|A friend in {place2}] wrote to ask [whether the city has changed|what I miss]. I [began four answers|went for a walk instead].",
        "There was a night [after the storm|when the lights failed] when [everyone carried chairs outside|strangers said good evening], and I have [not seen it since|looked for it ever after].",
    ),
    quotes=("The sea has no door, so nobody knocks.",),
    heads=("One", "Two"),
    captions=("Dusk at {place}.",),
)

# the section of each tag in a paper that is all English
SECTIONS = {
    "Housing": "City", "Rent": "City", "Urban renewal": "City", "Harbour": "Environment", "Environment": "Environment", "Wildlife": "Environment",
    "Culture": "Culture", "Film": "Culture", "Bookshops": "Culture", "Opinion": "Opinion",
}  # fmt: skip

COMMON: dict[str, tuple[str, ...]] = {
    "facts": (
        "This newspaper asked {bureau} on the {day}th for [figures on {place2}|comment]; [none had come by press time|a clerk, {p3}, said the matter was noted].",
        "A petition [started overnight|left at the tea house in {street}] has gathered {200-9000} names in {2-6} days, [{20-90} of them from {place2}|{p3} the first among them].",
        "A similar plan was [floated|buried] in {month} {year}, when {bureau} promised [a review|an answer] within {2-4} years.",
        "{p2} of {group} [pointed out|added] that [{place2} had been through the same {2-9} years ago|what happened in {place2} is no secret].",
        "An unpublished report puts the cost for {place} at {money} [and advises a trial of {3-9} months|over {2-4} stages].",
        "By the evening {11-99} people [had gathered in {street}|were still waiting], [{p3} with a thermos|and {p3} handed out the last leaflets].",
        "Asked about {place2}, {p3} [laughed|shook his head] and [counted {3-19} meetings since {year}|pointed to a drawer of {20-90} letters].",
        "In {year} the [same|neighbouring] district lost {20-90} per cent of its [shops|bus stops|trees], [a loss nobody has measured since|according to a ledger kept by {p3}].",
    ),
    "closers": (
        "{bureau} will report to {place} in {month}. [We will be there|So will {p3} and the residents].",
        "“[We wait|We have waited this long]”, {p1} said, [and folded up the chair|looking at the water].",
    ),
    "tails": (
        "{p1} of {place} said this twice.",
        "The words are {p2}'s, spoken in {street} in {month}.",
        "{p3} wrote much the same in {year}.",
        "It was [said|written] in {place2}, on the {day}th.",
    ),
    "headings": ("{place}: ", "{p1}: ", "In {street}, ", "{month}: ", "Since {year}: ", "{place2} and "),
    "sayings": ("{p1} [said|told this newspaper]: ", "[A neighbour|One resident], {p2}, said: "),
    "notes": (
        "Correction: an earlier version of this article misnamed {p3} as chair of {group}; the post is vice-chair.",
    ),
    "corrected": (
        "{bureau} later [said|confirmed] that the figure in its {month} report [differs by {2-9} per cent|is final].",
    ),
    "credits": ("Photo: {photographer}", "Photo: {photographer}/{paper}", "Handout"),
    "items": (
        "publish every record since {year}",
        "extend the consultation to {4-16} weeks",
        "open {2-9} service points in {place}",
        "set aside {money} for [compensation|emergencies]",
        "report progress every quarter",
    ),
}

NAMES: dict[str, tuple[str, ...]] = {
    "given": (
        "Ada",
        "Peter",
        "Winnie",
        "Marcus",
        "Stella",
        "Dominic",
        "Cherry",
        "Ivan",
        "Grace",
        "Leo",
        "Phoebe",
        "Hugo",
        "Mabel",
        "Oscar",
        "Rita",
        "Simon",
        "Tessa",
        "Victor",
        "Yolanda",
        "Clement",
    ),
    "surname": (
        "Kwan",
        "Mok",
        "Fung",
        "Tse",
        "Lam-Reyes",
        "Okoro",
        "Pereira",
        "Yau",
        "Hale",
        "Siu",
        "Marsh",
        "Tong",
        "Chiu",
        "Vance",
        "Ko",
        "Lo",
        "Sanger",
        "Wan",
        "Ip",
        "Ferris",
    ),
    "place": (
        "Saltworks",
        "East Dyke",
        "Stone Pier",
        "Bamboo Path",
        "White Sand Point",
        "Lantern Island",
        "Old Market",
        "South Quay",
        "Clock Tower",
        "Lookout Ridge",
    ),
    "street": (
        "Clock Street",
        "Blacksmith Lane",
        "Salt Market Street",
        "Pier Road",
        "Banyan Alley",
        "Ladder Street",
        "Lighthouse Street",
    ),
    "estate": ("Fishlight Estate", "East Dyke Court", "Wing Fung Mansion", "Stone Pier New Village", "Calm Sea House"),
    "bureau": (
        "the Municipal Office",
        "the Transport Bureau",
        "the Housing Bureau",
        "the Water Bureau",
        "the Planning Department",
    ),
    "group": (
        "Lei Wan Watch",
        "the Tenants’ League",
        "Coast Keepers",
        "the Night Workers’ Union",
        "the Mudflat Society",
    ),
    "univ": ("Lei Wan University", "East Dyke College", "Coastal Polytechnic"),
    "school": ("Fishlight Primary School", "East Dyke Secondary School"),
    "hospital": ("East Dyke Hospital", "Saltworks Hospital"),
    "firm": ("Lei Wan Tramways", "Wing Lee Ferries", "Calm Sea Shipyard", "Old Market Consultants"),
    "bill": ("Pier Lands Bill", "Street Trading Bill"),
    "team": ("East Dyke United", "Saltworks Rovers"),
    "land": ("Orlane", "Vasuri", "North Loma", "Kathia"),
    "storm": ("Anemone", "Paper Kite", "Pomegranate", "Clog", "Silver Pomfret"),
    "work": ("The Last Kaito", "Salt", "My Mother’s Tide Table", "A Borrowed Window"),
    "shop": ("Half Room", "Paper Boat", "Late Tide", "Leaking Light"),
    "agency": ("Strait News Agency", "South Line Wire"),
    "desk": ("City Desk", "Features Desk"),
    "month": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
