"""What managers ask for."""
