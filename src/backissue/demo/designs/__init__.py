"""The paper's two page designs: ``harbour`` until the redesign, ``tide`` after it."""
