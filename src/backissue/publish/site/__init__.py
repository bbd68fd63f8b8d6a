"""The static site: a folder of pages that opens from disk, is hosted anywhere, and needs no script to be read.

``build(folder, out)`` makes it; everything it writes can be thrown away.
"""

from backissue.publish.site.build import SiteReport, build
from backissue.publish.site.fit import Fit, fit
from backissue.publish.site.settings import Settings

__all__ = ["Fit", "Settings", "SiteReport", "build", "fit"]
