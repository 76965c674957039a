"""Two officers do the same thing at the same moment, in processes of their own."""
