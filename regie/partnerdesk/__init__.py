"""The desk of a partner: what somebody of another organisation sees of whom he helps."""
