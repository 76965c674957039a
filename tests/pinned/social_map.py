"""How many queries every page of the social map takes."""

# Who, what he does → the number of queries; five of them are the frame of every page.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:social_map"): 9,
    ("wil", "desk:professionals"): 10,
    ("noor", "desk:to_check"): 9,
    ("noor", "desk:doubt_organisation"): 4,
    ("noor", "desk:doubt_professional"): 4,
    ("noor", "send desk:doubt_organisation"): 14,
    ("noor", "desk:bring_in"): 6,
    ("noor", "send desk:bring_in"): 18,
    ("noor", "desk:take_along"): 8,
    ("noor", "desk:organisation"): 9,
    ("noor", "desk:professional"): 7,
    ("noor", "desk:add_organisation"): 6,
    ("noor", "desk:add_professional"): 8,
    ("noor", "desk:change_organisation"): 7,
    ("noor", "desk:change_professional"): 11,
    ("noor", "desk:end_organisation"): 6,
    ("noor", "desk:end_professional"): 6,
    ("noor", "desk:confirm_organisation"): 4,
    ("noor", "desk:confirm_professional"): 4,
    ("noor", "send desk:add_organisation"): 16,
    ("noor", "send desk:add_professional"): 16,
    ("noor", "send desk:change_organisation"): 20,
    ("noor", "send desk:change_professional"): 24,
    ("noor", "send desk:end_organisation"): 13,
    ("noor", "send desk:confirm_organisation"): 14,
}
LISTS = {"desk:social_map", "desk:professionals", "desk:to_check"}
