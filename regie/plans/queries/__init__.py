"""What his plan tells a page."""

from regie.plans.queries.papers import kept_files, left_over, papers_of
from regie.plans.queries.wishes import wishes_of

__all__ = ["kept_files", "left_over", "papers_of", "wishes_of"]
