"""What partners see."""
