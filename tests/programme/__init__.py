"""What is done on a plan page."""
