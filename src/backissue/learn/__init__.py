"""From the survey to an outlet: the census, and the rules learned from it."""

from backissue.learn.census import census
from backissue.learn.outlet import Lesson, outlet
from backissue.pages.company import Census

__all__ = ["Census", "Lesson", "census", "outlet"]
