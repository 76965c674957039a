"""What the demo shows of itself."""
def how_page(): return None
