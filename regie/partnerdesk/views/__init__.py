"""What partners ask for."""
